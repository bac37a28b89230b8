"""Steady states of the model by Rheostat, libRoadRunner and COPASI at the same random inputs, in the patient context (plasma
held) and the experiment context (plasma moves); prints a Markdown table.

    python3 Tests/Oracles/steady_state_peers.py [--cases 1000] [--tool .build/release/rheostat]

Needs the packages libroadrunner, copasi-basico and python-libsbml. Where a peer's state differs by more than 1e-6 of a value, or the peer
gives none, the model is integrated to rest with libRoadRunner's CVODE from the same start, and that decides. Exit code 1
when Rheostat has no certified state or differs from the state that holds.
"""
import argparse
import csv
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import basico
import roadrunner

sys.path.insert(0, str(Path(__file__).parents[2] / "Benchmarks"))
from patient_context import hold_plasma

MODEL = "Sources/Mechanism/Model/mtorc1.xml"
TOLERANCE = 1e-6
# Ranges over which the inputs are drawn, evenly in the logarithm where both ends are positive: beyond what patients have.
COMMON = {
    "amino_acids": (1, 5), "tnf_alpha": (0.5, 30), "il6": (0.3, 100), "gfr": (2, 130), "uraemic_load": (0, 1), "acidosis": (0, 1),
    "vitamin_d_deficit": (0, 1), "igf1_drive": (0.3, 2), "energy_supply": (0.4, 1.5), "variant_b": (0, 1),
}
PATIENT = COMMON | {
    "insulin_a": (5, 1500), "insulin_m": (5, 1500), "insulin_l": (5, 1500), "glucose": (3, 25), "ffa": (0.05, 2),
    "leptin": (0.3, 150), "adiponectin": (1, 40),
}
EXPERIMENT = COMMON | {"fat_mass": (0.5, 4), "meal_glucose": (0.2, 0.7), "raptor_a": (0.05, 1), "raptor_m": (0.05, 1), "raptor_l": (0.05, 1)}


def contexts(folder):
    """[(name, file, ranges)]."""
    held = f"{folder}/patient.xml"
    hold_plasma(MODEL, held)
    return [("patient", held, PATIENT), ("experiment", MODEL, EXPERIMENT)]


def draw_from(ranges, cases, seed):
    generator = random.Random(seed)
    rows = []
    for _ in range(cases):
        row = []
        for name, (low, high) in ranges.items():
            if name == "variant_b":
                value = generator.choice([0, 1])
            elif low > 0:
                value = low * (high / low) ** generator.random()
            else:
                value = generator.uniform(low, high)
            row.append(float(f"{value:.6g}"))
        rows.append(row)
    return rows


def by_rheostat(tool, file_name, ranges, rows, folder):
    source, target = f"{folder}/inputs.csv", f"{folder}/states.csv"
    with open(source, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(ranges)
        writer.writerows(rows)
    subprocess.run([tool, "sbml", "steady", file_name, "--batch", source, "--out", target, "--quiet"], check=True)
    with open(target, newline="") as file:
        return list(csv.DictReader(file))


def with_values(text, given):
    """A model with these parameters: COPASI 4.48 does not always bring its assignments up to date after basico's setters."""
    for name, value in given.items():
        tag = re.search(rf'<parameter [^>]*\bid="{name}"[^>]*>', text)[0]
        text = text.replace(tag, re.sub(r'\bvalue="[^"]*"', f'value="{value!r}"', tag))
    return text


def difference(expected, found):
    """The largest relative difference; infinite where a value is negative or none."""
    worst = 0.0
    for name, value in expected.items():
        other = found[name]
        if not other >= -1e-12:
            return float("inf")
        worst = max(worst, abs(other - value) / max(abs(value), abs(other), 1e-300))
    return worst


class RoadRunner:
    name = f"libRoadRunner {roadrunner.__version__}, steadyState()"

    def __init__(self, file_name, ranges):
        self.ranges = ranges
        self.rr = roadrunner.RoadRunner(file_name)
        # It refuses to look for conserved totals beside rate rules.
        self.rr.conservedMoietyAnalysis = not self.rr.getRateRuleIds()
        self.rr.getSteadyStateSolver().setValue("auto_moiety_analysis", False)
        self.species = list(self.rr.model.getFloatingSpeciesIds())

    def set(self, row):
        self.rr.resetAll()
        for name, value in zip(self.ranges, row):
            self.rr[name] = value

    def state(self, row):
        self.set(row)
        try:
            self.rr.steadyState()
        except RuntimeError:
            return None
        return {name: self.rr[name] for name in self.species}

    def settle(self, row):
        """To rest by integration, from the file's own start."""
        self.set(row)
        self.rr.integrator.setValue("relative_tolerance", 1e-12)
        self.rr.integrator.setValue("absolute_tolerance", 1e-15)
        self.rr.integrator.setValue("maximum_num_steps", 1_000_000)
        self.rr.simulate(0, 1e6, 2)
        return {name: self.rr[name] for name in self.species}


class COPASI:
    name = f"COPASI {basico.COPASI.__version__}, steady state"

    def __init__(self, file_name, ranges, species):
        with open(file_name) as file:
            self.text = file.read()
        self.ranges = ranges
        self.species = species

    def state(self, row):
        basico.load_model_from_string(with_values(self.text, dict(zip(self.ranges, row))))
        basico.set_task_settings("Steady-State", {"method": {"Resolution": 1e-12}})
        # 0 is "not found"; 1 and 2 are found, by Newton or by integration.
        is_found = basico.run_steadystate() != 0
        # COPASI goes by names; ids of the file are beside them.
        found = {row["sbml_id"]: row["concentration"] for _, row in basico.get_species().iterrows()}
        basico.remove_datamodel(basico.get_current_model())
        return {name: float(found[name]) for name in self.species} if is_found else None


def compare(context, file_name, ranges, arguments, folder):
    """Prints a row for each peer; how many cases are without a certificate or against a state that holds."""
    rows = draw_from(ranges, arguments.cases, arguments.seed)
    ours = by_rheostat(arguments.tool, file_name, ranges, rows, folder)
    first = RoadRunner(file_name, ranges)
    certified = sum(row["status"] == "certified" for row in ours)
    wrong = len(rows) - certified
    for peer in (first, COPASI(file_name, ranges, first.species)):
        differences, missing, against = [], [], []
        for item, row in enumerate(rows):
            if ours[item]["status"] != "certified":
                continue
            mine = {name: float(ours[item][name]) for name in first.species}
            state = peer.state(row)
            if state is None:
                missing.append((item, mine))
            else:
                gap = difference(mine, state)
                differences.append(gap)
                if gap > TOLERANCE:
                    against.append((item, mine))
        confirmed = sum(difference(mine, first.settle(rows[item])) <= TOLERANCE for item, mine in missing + against)
        lost = len(missing) + len(against) - confirmed
        wrong += lost
        agree = sum(gap <= TOLERANCE for gap in differences)
        median = sorted(differences)[len(differences) // 2] if differences else float("nan")
        print(f"| {context} | {len(first.species)} | {certified} | {peer.name} | {agree} | {median:.1e} | {len(missing)} | {len(against)} "
              f"| {confirmed} | {lost} |")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--tool", default=".build/release/rheostat")
    arguments = parser.parse_args()
    print(f"{arguments.cases} random inputs of {MODEL} in each context (seed {arguments.seed}).\n")
    print("| context | species | certified by Rheostat | peer | agree to 1e-6 | median of largest differences | no state | differ "
          "| of these, integration gives Rheostat's | integration gives another |")
    print("|---|---:|---:|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        wrong = sum(compare(*context, arguments, folder) for context in contexts(folder))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())

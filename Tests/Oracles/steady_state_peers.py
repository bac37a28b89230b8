"""Steady states of a model by Rheostat, libRoadRunner and COPASI at the same random inputs; prints a Markdown table.

    python3 Tests/Oracles/steady_state_peers.py [--cases 1000] [--tool .build/release/rheostat]

Needs the packages libroadrunner and copasi-basico. Where a peer's state differs by more than 1e-6 of a value, or the peer
gives none, the model is integrated to rest with libRoadRunner's CVODE from the same start, and that decides. Exit code 1
when Rheostat has no certified state or differs from the state that holds.
"""
import argparse
import csv
import random
import subprocess
import tempfile

import basico
import roadrunner

MODEL = "Sources/Mechanism/Model/mtorc1.xml"
TOLERANCE = 1e-6
# Ranges over which the inputs are drawn, evenly in the logarithm where both ends are positive: beyond what patients have.
RANGES = {
    "insulin_a": (5, 1500), "insulin_m": (5, 1500), "insulin_l": (5, 1500), "glucose": (3, 25), "amino_acids": (1, 5),
    "ffa": (0.05, 2), "leptin": (0.3, 150), "adiponectin": (1, 40), "tnf_alpha": (0.5, 30), "il6": (0.3, 100),
    "gfr": (2, 130), "uraemic_load": (0, 1), "acidosis": (0, 1), "vitamin_d_deficit": (0, 1), "igf1_drive": (0.3, 2),
    "energy_supply": (0.4, 1.5), "variant_b": (0, 1),
}


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


def by_rheostat(tool, rows, folder):
    source, target = f"{folder}/inputs.csv", f"{folder}/states.csv"
    with open(source, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(RANGES)
        writer.writerows(rows)
    subprocess.run([tool, "sbml", "steady", MODEL, "--batch", source, "--out", target, "--quiet"], check=True)
    with open(target, newline="") as file:
        return list(csv.DictReader(file))


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

    def __init__(self):
        self.rr = roadrunner.RoadRunner(MODEL)
        self.rr.conservedMoietyAnalysis = True
        self.rr.getSteadyStateSolver().setValue("auto_moiety_analysis", False)
        self.species = list(self.rr.model.getFloatingSpeciesIds())

    def set(self, row):
        self.rr.resetAll()
        for name, value in zip(RANGES, row):
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

    def __init__(self, species):
        basico.load_model(MODEL)
        self.species = species
        basico.set_task_settings("Steady-State", {"method": {"Resolution": 1e-12}})
        # COPASI goes by names; ids of the file are beside them.
        self.inputs = {row["sbml_id"]: name for name, row in basico.get_parameters().iterrows()}
        self.labels = {row["sbml_id"]: name for name, row in basico.get_species().iterrows()}

    def state(self, row):
        for name, value in zip(RANGES, row):
            basico.set_parameters(self.inputs[name], exact=True, initial_value=value)
        # 0 is "not found"; 1 and 2 are found, by Newton or by integration.
        if basico.run_steadystate() == 0:
            return None
        found = basico.get_species()["concentration"]
        return {name: float(found[self.labels[name]]) for name in self.species}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--tool", default=".build/release/rheostat")
    arguments = parser.parse_args()
    rows = draw_from(RANGES, arguments.cases, arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        ours = by_rheostat(arguments.tool, rows, folder)
    first = RoadRunner()
    peers = [first, COPASI(first.species)]
    certified = sum(row["status"] == "certified" for row in ours)
    print(f"{len(rows)} random inputs of {MODEL} (seed {arguments.seed}), {len(first.species)} species each; "
          f"Rheostat certifies {certified}.\n")
    print("| peer | agree to 1e-6 | median of largest differences | no state | differ | of these, integration gives Rheostat's "
          "| integration gives another |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    wrong = len(rows) - certified
    for peer in peers:
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
        print(f"| {peer.name} | {agree} | {median:.1e} | {len(missing)} | {len(against)} | {confirmed} | {lost} |")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())

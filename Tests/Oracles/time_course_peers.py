"""Time courses of two models, the shipped one in both its contexts, by Rheostat, libRoadRunner (CVODE) and COPASI (LSODA) at
random inputs; prints a Markdown table.

    python3 Tests/Oracles/time_course_peers.py [--cases 25] [--tool .build/release/rheostat]

Needs the packages libroadrunner, copasi-basico and python-libsbml. Every species at 50 times must agree with each peer to
1e-5 of its value (or 1e-9 of the largest it has in the course, where that is more). Exit code 1 where one does not.
"""
import argparse
import csv
import subprocess
import tempfile

import basico
import roadrunner

from steady_state_peers import contexts, draw_from, with_values

TISSUES = "Tests/EngineTests/Fixtures/three-tissues.xml"
TISSUE_RANGES = {"insulin": (10, 1000), "tnf": (0, 4), "ffa": (0.1, 2), "amino": (0.2, 2)}
STEPS = 50


def by_rheostat(tool, model, species, given, duration, folder):
    settings, target = f"{folder}/settings.txt", f"{folder}/course.csv"
    with open(settings, "w") as file:
        file.write(f"start: 0\nduration: {duration}\nsteps: {STEPS}\nvariables: {', '.join(species)}\n")
    values = [text for name, value in given.items() for text in ("--set", f"{name}={value!r}")]
    command = [tool, "sbml", "run", model, "--settings", settings, "--out", target, "--quiet"]
    subprocess.run(command + values, check=True)
    with open(target, newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [float(row[name]) for row in rows] for name in species}


class RoadRunner:
    name = f"libRoadRunner {roadrunner.__version__}, CVODE, relative tolerance 1e-11"

    def __init__(self, model):
        self.rr = roadrunner.RoadRunner(model)
        self.rr.integrator.setValue("relative_tolerance", 1e-11)
        self.rr.integrator.setValue("absolute_tolerance", 1e-16)
        self.rr.integrator.setValue("maximum_num_steps", 1_000_000)
        self.species = list(self.rr.model.getFloatingSpeciesIds())

    def course(self, given, duration):
        self.rr.resetAll()
        for name, value in given.items():
            self.rr[name] = value
        self.rr.timeCourseSelections = [f"[{name}]" for name in self.species]
        table = self.rr.simulate(0, duration, STEPS + 1)
        return {name: [float(row[index]) for row in table] for index, name in enumerate(self.species)}


class COPASI:
    name = f"COPASI {basico.COPASI.__version__}, LSODA, relative tolerance 1e-11"

    def __init__(self, model):
        with open(model) as file:
            self.text = file.read()

    def course(self, given, duration):
        basico.load_model_from_string(with_values(self.text, given))
        table = basico.run_time_course(
            duration=duration, intervals=STEPS, use_sbml_id=True, r_tol=1e-11, a_tol=1e-16, max_steps=1_000_000)
        course = {name: list(table[name]) for name in table.columns}
        basico.remove_datamodel(basico.get_current_model())
        return course


def difference(ours, theirs):
    worst = 0.0
    for name, course in ours.items():
        largest = max(abs(value) for value in course)
        for mine, other in zip(course, theirs[name]):
            worst = max(worst, abs(mine - other) / max(abs(mine), 1e-4 * largest))
    return worst


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=25)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--tool", default=".build/release/rheostat")
    arguments = parser.parse_args()
    print("| model | random inputs | peer | largest relative difference | agree to 1e-5 |")
    print("|---|---:|---|---:|---:|")
    holds = True
    place = tempfile.TemporaryDirectory()
    models = [(f"mtorc1.xml, {name} context", path, ranges, 60_000) for name, path, ranges in contexts(place.name)]
    for label, model, ranges, duration in [*models, ("three-tissues.xml", TISSUES, TISSUE_RANGES, 1_000)]:
        rows = [dict(zip(ranges, row)) for row in draw_from(ranges, arguments.cases, arguments.seed)]
        first = RoadRunner(model)
        with tempfile.TemporaryDirectory() as folder:
            ours = [by_rheostat(arguments.tool, model, first.species, row, duration, folder) for row in rows]
        for peer in (first, COPASI(model)):
            gaps = [difference(mine, peer.course(row, duration)) for mine, row in zip(ours, rows)]
            agree = sum(gap <= 1e-5 for gap in gaps)
            holds = holds and agree == len(rows)
            print(f"| {label} | {len(rows)} | {peer.name} | {max(gaps):.1e} | {agree} |")
    return 0 if holds else 1


if __name__ == "__main__":
    raise SystemExit(main())

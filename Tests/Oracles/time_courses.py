"""Writes Tests/EngineTests/Fixtures/time-courses.json: time courses by libRoadRunner's CVODE at tight tolerances, of
Sources/Mechanism/Model/mtorc1.xml and Tests/EngineTests/Fixtures/three-tissues.xml with random inputs.

Each course is computed at two tolerances, and what differs between them is printed: it bounds the error of the looser, so
that of what is written is smaller still. With the argument `speed` it prints instead the processor time of one course and
the largest relative error it makes. Run from the top of the repository with python3 and the package libroadrunner.
"""
import json
import random
import sys
import time

import roadrunner

MODELS = [
    ("Sources/Mechanism/Model/mtorc1.xml",
     {"amino_acids": (1, 4), "tnf_alpha": (0.5, 8), "uraemic_load": (0, 0.9), "gfr": (10, 100), "fat_mass": (0.7, 2.5),
      "meal_glucose": (0.3, 0.5), "energy_supply": (0.7, 1.2), "variant_b": (0, 1), "rapamycin": (0, 1)},
     [0, 1, 10, 60, 600, 6000, 60000]),
    ("Tests/EngineTests/Fixtures/three-tissues.xml",
     {"insulin": (10, 1000), "tnf": (0, 4), "ffa": (0.1, 2), "amino": (0.2, 2)},
     [0, 0.1, 1, 3, 10, 30, 100, 1000]),
]


def prepare(path, inputs, relative, absolute):
    solver = roadrunner.RoadRunner(path)
    solver.integrator.setValue("relative_tolerance", relative)
    solver.integrator.setValue("absolute_tolerance", absolute)
    solver.integrator.setValue("maximum_num_steps", 1000000)
    for name, value in inputs.items():
        solver.setValue(name, value)
    return solver


def species_of(path):
    solver = roadrunner.RoadRunner(path)  # must outlive its model
    return list(solver.model.getFloatingSpeciesIds())


def course(path, inputs, times, species, relative, absolute):
    solver = prepare(path, inputs, relative, absolute)
    solver.timeCourseSelections = ["time"] + [f"[{name}]" for name in species]
    return [list(map(float, row[1:])) for row in solver.simulate(times=times)]


def difference(a, b):
    return max(abs(x - y) / max(abs(y), 1e-12) for p, q in zip(a, b) for x, y in zip(p, q))


def fixture():
    generator = random.Random(5)
    models = []
    for path, ranges, times in MODELS:
        species = species_of(path)
        cases = []
        for _ in range(4):
            inputs = {name: round(generator.uniform(*span), 3) for name, span in ranges.items()}
            values = course(path, inputs, times, species, 1e-12, 1e-16)
            print(path, "relative difference", difference(course(path, inputs, times, species, 1e-10, 1e-14), values))
            cases.append({"inputs": list(inputs.values()), "values": values})
        models.append({"path": path, "inputs": list(ranges), "outputs": species, "times": times, "cases": cases})
    made = f"libRoadRunner {roadrunner.__version__}, CVODE, relative tolerance 1e-12, absolute 1e-16"
    with open("Tests/EngineTests/Fixtures/time-courses.json", "w") as file:
        json.dump({"madeBy": made, "models": models}, file, separators=(",", ":"))


def speed():
    for path, _, times in MODELS:
        end = times[-1]
        points = [end * i / 50 for i in range(51)]
        species = species_of(path)
        reference = course(path, {}, points, species, 1e-12, 1e-16)
        for relative in (1e-6, 1e-7, 1e-8, 1e-9):
            solver = prepare(path, {}, relative, 1e-12)
            spent = []
            for _ in range(51):
                solver.resetAll()
                begin = time.process_time()
                solver.simulate(0, end, 51)
                spent.append(time.process_time() - begin)
            error = difference(course(path, {}, points, species, relative, 1e-12), reference)
            print(path, "relative tolerance", relative, "median ms", 1e3 * sorted(spent)[25], "largest relative error", error)


speed() if sys.argv[1:] == ["speed"] else fixture()

"""Writes Tests/EngineTests/Fixtures/levels/: small documents of SBML Level 2 Versions 4 and 5 and Level 3 Version 1, each with
its values at the start and after a long time by libRoadRunner, in levels.csv.

Run from the top of the repository with python3 and the package libroadrunner. The documents are written by hand for what
differs between the levels: defaults, stoichiometryMath, species types, ignored units, amounts and concentrations.
"""
import os

import roadrunner

FOLDER = "Tests/EngineTests/Fixtures/levels"
VALUES = {
    "l2v4-defaults": ["X", "Y", "cell", "k", "flow"],
    "l2v4-stoichiometry-math": ["X", "Y"],
    "l2v4-types-and-units": ["A", "B"],
    "l2v5-amounts": ["A", "C", "vessel", "sum"],
    "l3v1-amounts": ["A", "C", "total"],
}

with open(f"{FOLDER}/levels.csv", "w") as file:
    file.write(f"# Made by Tests/Oracles/levels.py with libRoadRunner {roadrunner.__version__}; do not edit.\ndocument,id,start,end\n")
    for name, ids in VALUES.items():
        solver = roadrunner.RoadRunner(os.path.join(FOLDER, name + ".xml"))
        species = set(solver.model.getFloatingSpeciesIds()) | set(solver.model.getBoundarySpeciesIds())
        # A species' id means its amount where the file says so, else its concentration.
        amounts = {"A"} if name.endswith("amounts") else set()
        keys = [f"[{i}]" if i in species and i not in amounts else i for i in ids]
        start = [solver.getValue(key) for key in keys]
        solver.setIntegratorSetting("cvode", "relative_tolerance", 1e-12)
        solver.setIntegratorSetting("cvode", "absolute_tolerance", 1e-14)
        solver.simulate(0, 1000, 2)
        for i, a, b in zip(ids, start, [solver.getValue(key) for key in keys]):
            file.write(f"{name},{i},{float(a)!r},{float(b)!r}\n")

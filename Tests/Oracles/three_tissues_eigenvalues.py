"""Writes Tests/EngineTests/Fixtures/three-tissues-eigenvalues.json: the largest real part of the eigenvalues of
libRoadRunner's Jacobian at the states that its integrator comes to rest at.

Run from the top of the repository with python3 and the package libroadrunner.
"""
import json

import roadrunner

FOLDER = "Tests/EngineTests/Fixtures/"
known = json.load(open(FOLDER + "three-tissues.json"))
rr = roadrunner.RoadRunner(FOLDER + "three-tissues.xml")
rr.conservedMoietyAnalysis = True
rr.integrator.setValue("absolute_tolerance", 1e-13)
rr.integrator.setValue("relative_tolerance", 1e-11)
rr.integrator.setValue("maximum_num_steps", 1000000)
values = []
for case in known["cases"][:20]:
    rr.resetAll()
    for name, value in zip(known["inputs"], case["inputs"]):
        rr[name] = value
    rr.simulate(0, 100000, 2)
    values.append(max(v.real for v in rr.getReducedEigenValues()))
result = {"madeBy": f"libRoadRunner {roadrunner.__version__}, getReducedEigenValues", "largestRealParts": values}
with open(FOLDER + "three-tissues-eigenvalues.json", "w") as file:
    json.dump(result, file, indent=0)

"""Time courses: Engine and libRoadRunner's CVODE in turns on one core, the same files and tolerances; called by courses.sh.

Each is asked for 51 points of every species. Processor time, medians over repetitions; the error is the largest relative
one of any species at any point (of a thousandth of its largest value where it is smaller than that), against CVODE at
1e-12.
"""
import json
import os
import statistics
import subprocess
import sys
import time

import roadrunner

MODELS = [("Sources/Mechanism/Model/mtorc1.xml", 60_000), ("Tests/EngineTests/Fixtures/three-tissues.xml", 1_000)]
POINTS = 51
tool, repetitions = sys.argv[1], int(sys.argv[2])


def peer(path, relative, absolute=1e-12):
    solver = roadrunner.RoadRunner(path)
    solver.integrator.setValue("relative_tolerance", relative)
    solver.integrator.setValue("absolute_tolerance", absolute)
    solver.integrator.setValue("maximum_num_steps", 1_000_000)
    solver.timeCourseSelections = [f"[{name}]" for name in solver.model.getFloatingSpeciesIds()]
    return solver


def course(solver, end):
    solver.resetAll()
    start = time.process_time()
    table = solver.simulate(0, end, POINTS)
    return time.process_time() - start, [list(map(float, column)) for column in zip(*table)]


def error(columns, reference):
    worst = 0.0
    for found, known in zip(columns, reference):
        floor = 1e-3 * max(map(abs, known))
        worst = max([worst] + [abs(a - b) / max(abs(b), floor) for a, b in zip(found, known)])
    return worst


os.sched_setaffinity(0, {0})
print(f"{repetitions} repetitions in turns on one core; libRoadRunner {roadrunner.__version__}, CVODE, absolute tolerance "
      "1e-12.\n")
print("| model, end | relative tolerance | CVODE, ms | its error | Rheostat alone, ms | times as fast | each of 64, ms "
      "| times as fast | error |")
print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
for path, end in MODELS:
    reference = course(peer(path, 1e-12, 1e-16), end)[1]
    for tolerance in (1e-5, 1e-6, 1e-7, 1e-8, 1e-9):
        solver = peer(path, tolerance)
        theirs, alone, together = [], [], []
        for _ in range(repetitions):
            parts = [course(solver, end) for _ in range(10)]
            theirs.append(statistics.median(part[0] for part in parts))
            output = subprocess.run(["taskset", "-c", "0", tool, "courses", path, str(end), str(tolerance), "25"],
                                    capture_output=True, text=True, check=True).stdout
            answer = json.loads(output)
            alone.append(answer["alone"])
            together.append(answer["together"])
        values = answer["values"]
        columns = [values[i:i + POINTS] for i in range(0, len(values), POINTS)]
        medians = [1e3 * statistics.median(part) for part in (theirs, alone, together)]
        print(f"| {path.split('/')[-1]}, {end} | {tolerance:.0e} | {medians[0]:.2f} | {error(parts[0][1], reference):.1e} "
              f"| {medians[1]:.2f} | {medians[0] / medians[1]:.1f} | {medians[2]:.2f} | {medians[0] / medians[2]:.1f} "
              f"| {error(columns, reference):.1e} |")

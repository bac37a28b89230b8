"""Steady states a second: Engine and libRoadRunner in turns on one core, on the same random inputs; called by engine.sh.

Processor time, medians over repetitions, and the agreement of all states. libRoadRunner has its conserved moieties
analysed once; only its steadyState() is timed, not the setting of inputs. "from the start": reset() before each case, as
Engine starts each case; "from the last": each case starts where the one before ended, which makes its result depend on
the order of cases.
"""
import json
import os
import statistics
import subprocess
import sys
import time

import roadrunner

import engine_inputs

CASES, PEER_CASES, SEED = 16_384, 60, 20
SETS = {"baseline": "SSE2", "avx2": "AVX2", "avx512": "AVX-512"}
tool, work, repetitions, model = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
table = os.path.join(work, "inputs.csv")
engine_inputs.write(table, CASES, SEED)


def run(*arguments, cores="0"):
    """The tool's answer, or nothing where the processor lacks an instruction set."""
    result = subprocess.run(["taskset", "-c", cores, tool, *map(str, arguments)], capture_output=True, text=True)
    if result.returncode == 69:
        return None
    result.check_returncode()
    return json.loads(result.stdout)


def read(text):
    lines = text.strip().split("\n")
    return lines[0].split(","), [line.split(",") for line in lines[1:]]


def peer():
    simulator = roadrunner.RoadRunner(model)
    simulator.conservedMoietyAnalysis = True
    simulator.getSteadyStateSolver().setValue("auto_moiety_analysis", False)
    simulator.steadyState()
    return simulator


def steady_state(simulator, row, from_start):
    """Seconds of steadyState(), and what it returns; nothing where it gives up."""
    if from_start:
        simulator.reset()
    for name, value in zip(names, row):
        simulator.setValue(name, value)
    start = time.process_time()
    try:
        size = simulator.steadyState()
    except RuntimeError:
        size = None
    return time.process_time() - start, size


os.sched_setaffinity(0, {0})
names, rows = read(open(table).read())
rows = [[float(cell) for cell in row] for row in rows]
simulator = peer()
ours = {(s, e): [] for s in SETS for e in (0, 1)}
theirs = {True: [], False: []}
certified = 0
for repetition in range(repetitions):
    for key in ours:
        answer = run("rate", model, table, *key, 1 if key[1] else 5)
        if answer:
            ours[key].append(answer["seconds"] / answer["cases"])
            certified = answer["certified"]
    part = rows[repetition * PEER_CASES:(repetition + 1) * PEER_CASES]
    for from_start in theirs:
        theirs[from_start].append(statistics.mean(steady_state(simulator, row, from_start)[0] for row in part))

# Agreement, at the peer's own states.
output = subprocess.run(["taskset", "-c", "0", tool, "states", model, table], capture_output=True, text=True, check=True)
header, states = read(output.stdout)
species = list(simulator.model.getFloatingSpeciesIds())
places = [header.index(name) for name in species]
worst, compared, negative, unconverged = 0.0, 0, 0, 0
for item in range(repetitions * PEER_CASES):
    _, size = steady_state(simulator, rows[item], True)
    values = [simulator.getValue(name) for name in species]
    if size is None or not size < 1e-6:
        unconverged += 1
    elif min(values) < 0:
        negative += 1
    else:
        compared += 1
        own = [float(states[item][place]) for place in places]
        worst = max([worst] + [abs(a - b) / max(abs(a), abs(b), 1e-300) for a, b in zip(own, values)])

best = {name: statistics.median(values) for name, values in theirs.items()}
fastest = min(best.values())
print(f"{CASES} random inputs (seed {SEED}), {certified} certified; {repetitions} repetitions in turns on one core; "
      f"libRoadRunner {roadrunner.__version__}, {PEER_CASES} cases a repetition.\n")
print("| who | how | microseconds a state (median; range) | states a second | times the peer's fastest |")
print("|---|---|---:|---:|---:|")


def row(who, how, values):
    median = statistics.median(values)
    places = 0 if median > 1e-4 else 2
    print(f"| {who} | {how} | {median * 1e6:.{places}f} ({min(values) * 1e6:.{places}f} to {max(values) * 1e6:.{places}f}) "
          f"| {1 / median:,.0f} | {fastest / median:,.{2 if fastest / median < 2 else 0}f} |")


for from_start, values in theirs.items():
    row("libRoadRunner", "from the start" if from_start else "from the last", values)
for (name, with_eigenvalues), values in ours.items():
    if values:
        row("Rheostat", SETS[name] + (", with eigenvalues" if with_eigenvalues else ""), values)

print(f"\nAgreement: {compared} of {repetitions * PEER_CASES} of the peer's states compared, largest relative difference of a "
      f"species {worst:.1e}; the peer did not converge in {unconverged} and returned a negative state in {negative}.\n")

print("| cases | threads | seconds | processor seconds | states a second | peak memory, MiB | checksum of one state of each case |")
print("|---:|---:|---:|---:|---:|---:|---|")
os.sched_setaffinity(0, {0, 1})
for cases in (100_000, 1_000_000):
    answers = {1: [], 2: []}
    for _ in range(9):
        for threads in answers:
            answers[threads].append(run("scale", model, table, cases, threads, cores="0,1"))
    for threads in answers:
        # The fastest: what other programs take of the second core is not what is measured.
        answer = min(answers[threads], key=lambda answer: answer["seconds"])
        print(f"| {answer['cases']} | {threads} | {answer['seconds']:.3f} | {answer['processor_seconds']:.3f} "
              f"| {answer['cases'] / answer['seconds']:,.0f} | {answer['peak_kib'] / 1024:.1f} "
              f"| {answer['checksum']:016x} |")

loads = [run("load", model) for _ in range(7)]
print(f"\nReading takes {statistics.median(load['read_ms'] for load in loads):.1f} ms, most of it libSBML's validation; "
      f"compiling {statistics.median(load['compile_ms'] for load in loads):.1f} ms (processor time, first call).")
if worst > 1e-6:
    sys.exit(f"engine.py: states differ from the peer's by {worst}")

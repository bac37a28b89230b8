"""Medians, ratio and agreement of Benchmarks/indices.sh. Usage: indices_table.py FOLDER PEOPLE. Ends with 1 where they disagree."""

import statistics
import sys
from pathlib import Path

import numpy as np
import pandas as pd

LEVELS = {
    "ckd_g": "G1 G2 G3a G3b G4 G5 G5D G1T G2T G3aT G3bT G4T G5T", "ckd_a": "A1 A2 A3",
    "ckd_risk": "low moderate high very_high", "ckd_chronic": "absent unconfirmed confirmed",
    "pew": "absent one_category possible present"}
work, people = Path(sys.argv[1]), int(sys.argv[2])
ours, peer = (statistics.median(float(x) for x in (work / n).read_text().split()) for n in ("ours", "peer"))
alone = [line.split() for line in (work / "alone").read_text().splitlines()]
visits = int(alone[0][0])
seconds = statistics.median(float(row[2]) for row in alone)
print("| people | visits | Rheostat, s | pandas, s | ratio | computing alone, s | people a second | visits a second |")
print("|---:|---:|---:|---:|---:|---:|---:|---:|")
print(f"| {people} | {visits} | {ours:.1f} | {peer:.1f} | {peer / ours:.1f} | {seconds:.1f} | {people / seconds:.0f} | {visits / seconds:.0f} |")

ids = ["patient_key", "visit"]
theirs = pd.read_csv(work / "peer.csv").set_index(ids)
names = list(theirs.columns)
mine = pd.read_csv(work / "out/tables/patients.csv", usecols=lambda n: n in set(ids + names), low_memory=False).set_index(ids)
theirs = theirs.reindex(mine.index)
compared, bad = 0, [f"{name} is not in the tables" for name in names if name not in mine]
for name in (name for name in names if name in mine):
    a, b = mine[name], theirs[name].to_numpy(float)
    if name in LEVELS:
        a = a.map({level: place for place, level in enumerate(LEVELS[name].split(), 1)})
    elif not pd.api.types.is_numeric_dtype(a):
        a = a.map({"undetermined": 0, "absent": 1, "present": 2})
    a = a.to_numpy(float)
    both, single = ~np.isnan(a) & ~np.isnan(b), np.isnan(a) != np.isnan(b)
    compared += both.sum()
    # The molar masses of the peer are rounded.
    worst = np.max(np.abs(a[both] - b[both]) / np.maximum(np.abs(b[both]), 1e-9)) if both.any() else 0
    if worst > 2e-3:
        bad.append(f"{name} {worst:.2g}")
    if single.any():
        bad.append(f"{name} by one alone in {single.sum()} visits")
print(f"\n{compared} values of {len(names)} columns compared, " + ("all agree within 0.2 %." if not bad else "these differ: " + ", ".join(bad)))
sys.exit(1 if bad else 0)

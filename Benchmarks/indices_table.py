"""Medians, ratio and agreement of Benchmarks/indices.sh. Usage: indices_table.py FOLDER PEOPLE. Ends with 1 where they disagree."""

import statistics
import sys
from pathlib import Path

import numpy as np
import pandas as pd

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
names = [n for n in theirs.columns if theirs[n].dtype == float]
mine = pd.read_csv(work / "out/tables/patients.csv", usecols=lambda n: n in set(ids + names), low_memory=False).set_index(ids)
names = [n for n in names if n in mine and mine[n].dtype == float]
theirs = theirs.reindex(mine.index)
compared, bad = 0, []
for name in names:
    a, b = mine[name].to_numpy(float), theirs[name].to_numpy(float)
    both = ~np.isnan(a) & ~np.isnan(b)
    compared += both.sum()
    # The molar masses of the peer are rounded.
    worst = np.max(np.abs(a[both] - b[both]) / np.maximum(np.abs(b[both]), 1e-9)) if both.any() else 0
    if worst > 2e-3:
        bad.append(f"{name} {worst:.2g}")
print(f"\n{compared} values of {len(names)} indices compared, " + ("all agree within 0.2 %." if not bad else "these differ: " + ", ".join(bad)))
sys.exit(1 if bad else 0)

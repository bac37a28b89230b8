#!/usr/bin/env bash
# Patients a second of the mechanism stage, with all 500 draws and with early stopping, for cohorts of growing size, and the
# peak memory of the process. Usage: phenotype.sh [largest cohort], 10000 where nothing is said. Prints a table in Markdown.
set -euo pipefail
cd "$(dirname "$0")/.."

largest=${1:-10000}
tool=.build/release/rheostat
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

printf '| people | draws | visits | seconds | visits a second | mean draws | solutions a visit | peak memory, MiB |\n|---:|---|---:|---:|---:|---:|---:|---:|\n'
for people in 1000 10000 100000; do
  [ "$people" -le "$largest" ] || continue
  .build/release/generate-sample-data --people "$people" --seed 20 --out "$work/cohort.csv"
  for draws in "500, all" "500, stopping early"; do
    flags=()
    [ "$draws" = "500, all" ] && flags=(--all-draws)
    [ "$draws" = "500, all" ] && [ "$people" -gt 1000 ] && continue
    rm -f "$work"/cohort.sqlite*
    "$tool" ingest "$work/cohort.csv" --db "$work/cohort.sqlite" --quiet
    begin=$(date +%s.%N)
    "$tool" score --db "$work/cohort.sqlite" --only mechanism --quiet ${flags[@]+"${flags[@]}"} &
    pid=$!
    memory=0
    while kill -0 "$pid" 2>/dev/null; do
      now=$(sed -n 's/^VmHWM:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$pid/status" 2>/dev/null || true)
      if [ -n "$now" ]; then memory=$now; fi
      sleep 0.1
    done
    wait "$pid"
    end=$(date +%s.%N)
    "$tool" score --db "$work/cohort.sqlite" --only indices --quiet
    "$tool" tables --db "$work/cohort.sqlite" --out "$work/out" --quiet
    python3 - "$work/out/tables/patients.csv" "$people" "$draws" "$begin" "$end" "$memory" <<'PYTHON'
import csv
import sys

path, people, draws, begin, end, memory = sys.argv[1:]
with open(path, newline="", encoding="utf-8") as file:
    used = [int(row["n_draws"]) for row in csv.DictReader(file) if row["n_draws"]]
seconds, mean = float(end) - float(begin), sum(used) / len(used)
# A draw is a habitual state, a probe, and sixteen subsets of arms with and without insulin.
print(f"| {people} | {draws} | {len(used)} | {seconds:.1f} | {len(used) / seconds:.0f} | {mean:.0f} | {34 * mean:.0f} | {int(memory) / 1024:.0f} |")
PYTHON
    rm -rf "$work/out"
  done
done

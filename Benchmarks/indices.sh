#!/usr/bin/env bash
# All indices and syndromes from the store and back into it, beside the same by pandas and numpy (indices.py) in the same run,
# and the computing alone on one core; a table in Markdown for docs/performance.md. Both read the same database of synthetic
# people; pandas keeps values alone, no statuses, reasons or lists of what is missing. Also checks that the two agree.
# Usage: indices.sh [people [repetitions [--all-inputs]]], 100000 and 3 where nothing is said; a million needs some 20 GB of disk.
# With --all-inputs people have everything that indices ask for, so that every index that is for them is computed: the sample's
# columns leave out what PREVENT, liver scores, cystatin C and others need.
# Needs a release build (make build), taskset, and python3 with pandas and numpy; ends with 69 without.
set -euo pipefail
cd "$(dirname "$0")/.."
umask 077

people=${1:-100000}
repetitions=${2:-3}
inputs=${3:-}
[ -z "$inputs" ] || [ "$inputs" = --all-inputs ] || {
  printf 'indices.sh: %s is not known; the third argument can be --all-inputs\n' "$inputs" >&2
  exit 64
}
python=.venv/bin/python
[ -x "$python" ] || python=python3
"$python" -c 'import numpy, pandas' 2>/dev/null || {
  printf 'indices.sh: pandas or numpy is missing; run make setup-test\n' >&2
  exit 69
}
command -v taskset >/dev/null || {
  printf 'indices.sh: taskset is missing (util-linux)\n' >&2
  exit 69
}
tool=.build/release/rheostat
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

.build/release/generate-sample-data --people "$people" --seed 20 ${inputs:+"$inputs"} --out "$work/cohort.csv"
"$tool" ingest "$work/cohort.csv" --db "$work/cohort.sqlite" --quiet
rm "$work/cohort.csv"
for _ in $(seq "$repetitions"); do
  cp "$work/cohort.sqlite" "$work/scored.sqlite"
  begin=$EPOCHREALTIME
  "$tool" score --db "$work/scored.sqlite" --only indices --quiet
  awk -v a="$begin" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", b - a }' >>"$work/ours"
  rm -f "$work/peer.sqlite"
  "$python" Benchmarks/indices.py "$work/cohort.sqlite" "$work/peer.sqlite" "$work/peer.csv" >>"$work/peer"
  taskset -c 0 .build/release/index-benchmark "$work/cohort.sqlite" >>"$work/alone"
done
"$tool" tables --db "$work/scored.sqlite" --out "$work/out" --quiet
"$python" Benchmarks/indices_table.py "$work" "$people"

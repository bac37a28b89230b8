#!/usr/bin/env bash
# Time courses beside libRoadRunner's CVODE in the same run, as a table for docs/performance.md.
# Needs a release build (make build), taskset, and python3 with the package libroadrunner; ends with 69 without.
# Another number of repetitions may be given: courses.sh [repetitions]
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
[ -x "$python" ] || python=python3

tool=.build/release/engine-benchmark
[ -x "$tool" ] || { printf 'courses.sh: %s is missing; run make build\n' "$tool" >&2; exit 69; }
command -v taskset >/dev/null || { printf 'courses.sh: taskset is missing (util-linux)\n' >&2; exit 69; }
"$python" -c 'import roadrunner' 2>/dev/null || {
  printf 'courses.sh: libroadrunner is missing; run make setup-test\n' >&2
  exit 69
}
"$python" Benchmarks/courses.py "$tool" "${1:-7}"

#!/usr/bin/env bash
# Steady states a second of the shipped model beside libRoadRunner's in the same run, as a table for docs/performance.md.
# Needs a release build (make build), taskset, and python3 with the package libroadrunner; ends with 69 without.
# In the patient context, which patients are solved in; where plasma moves libRoadRunner's solver does not return from some
# inputs. Another number of repetitions, or a SBML file with the same inputs, may be given: engine.sh [repetitions [model]]
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
[ -x "$python" ] || python=python3

tool=.build/release/engine-benchmark
[ -x "$tool" ] || { printf 'engine.sh: %s is missing; run make build\n' "$tool" >&2; exit 69; }
command -v taskset >/dev/null || { printf 'engine.sh: taskset is missing (util-linux)\n' >&2; exit 69; }
"$python" -c 'import libsbml, roadrunner' 2>/dev/null || {
  printf 'engine.sh: libroadrunner or python-libsbml is missing; run make setup-test\n' >&2
  exit 69
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
model=${2:-$work/patient.xml}
[ $# -ge 2 ] || "$python" Benchmarks/patient_context.py Sources/Mechanism/Model/mtorc1.xml "$model"
"$python" Benchmarks/engine.py "$tool" "$work" "${1:-9}" "$model"

#!/usr/bin/env bash
# 100,000 people go through, and memory does not grow with the cohort.
set -euo pipefail
printf 'Ingest, indices and tables of synthetic people in long CSV, ten results a person.\n\n'
exec bash "$(dirname "$0")/../../Benchmarks/scale.sh"

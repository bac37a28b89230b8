#!/usr/bin/env bash
# Damaged files, mappings and SBML documents never crash the reading, never raise a foreign error, and files are accounted
# for to the last cell.
# Case N is the same in every run. Takes the number of cases as its argument. Needs the tests built (release).
set -euo pipefail
cd "$(dirname "$0")/../.."
cases=${1:-100000}
log=$(RHEOSTAT_FUZZ=$cases swift test -c release -Xswiftc -enable-testing --skip-build --filter FuzzTests 2>&1) || {
  printf '%s\n' "$log" >&2
  exit 1
}
printf '%s\n' "$log" >&2
# The lines of the tests themselves: without one of them that test was not run.
files=$(grep -o 'fuzz: [0-9]* cases.*' <<<"$log")
documents=$(grep -o 'fuzz: [0-9]* SBML documents.*' <<<"$log")
printf 'Wide and long files and mappings, damaged from fixed seeds: %s.\n\n' "${files#fuzz: }"
printf 'Models, damaged from fixed seeds: %s.\n\n' "${documents#fuzz: }"
printf 'None ended in a crash or in an error other than the tool'\''s own; the counts of all that were read add up.\n'

#!/usr/bin/env bash
# Runs the built tool on the sample cohort in a temporary folder and checks what the user was promised: files and modes,
# an account that adds up, no identifier outside private/, and the same bytes again whatever the number of threads.
set -euo pipefail
cd "$(dirname "$0")/.."
umask 077

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  printf 'end-to-end: %s\n' "$*" >&2
  exit 1
}

# A copy somewhere else: an installed tool must not need the folder it was built in.
tool=$work/bin/rheostat
mkdir "$work/bin"
cp .build/release/rheostat "$tool"
input=sample-data/cohort.csv
generator=.build/release/generate-sample-data
"$generator" --people 400 --seed 20 --out - | cmp - "$input" ||
  fail "the generator does not give the committed $input: run make sample-data"

run() {
  local out=$1
  shift
  "$tool" run "$input" --out "$out" --seed 1 "$@" >"$out.stdout" 2>"$out.stderr" || {
    cat "$out.stderr" >&2
    fail "rheostat run $* ended with an error"
  }
}

run "$work/one" --threads 1
for file in private/cohort.sqlite private/problems.csv private/keys.csv private/files.csv reports/index.html \
  tables/patients.csv tables/results_long.csv tables/codebook.csv tables/flow.csv \
  tables/table1_by_phenotype.{csv,html,md} tables/table1_by_phenotype_long.csv manifest.json; do
  [ -s "$work/one/$file" ] || fail "$file is missing or empty"
done

wrong=$(find "$work/one" -type f ! -perm 600 -o -type d ! -perm 700 -o ! -type f ! -type d)
[ -z "$wrong" ] || fail "modes other than 0600 for files and 0700 for folders: $wrong"

# One page a patient.
keys=$(($(wc -l <"$work/one/private/keys.csv") - 1))
pages=$(find "$work/one/reports/patients" -name '*.html' | wc -l)
[ "$keys" -gt 0 ] && [ "$keys" -eq "$pages" ] || fail "$keys patients have $pages pages"

# accepted + set aside + rejected = read. The reason may hold commas; the number is the last field.
awk -F, '
  NR == 1 { if ($0 !~ /^level,outcome,reason,n\r?$/) { print "columns are " $0; bad = 1 } next }
  $1 == "result" { n[$2] += $NF }
  END {
    printf "read %d, accepted %d, set aside %d, rejected %d\n", n["read"], n["accepted"], n["set_aside"], n["rejected"]
    # The sample has broken cells and an unknown column on purpose: nothing rejected or set aside would be a mistake.
    exit bad || n["read"] == 0 || n["set_aside"] == 0 || n["rejected"] == 0 ||
      n["read"] != n["accepted"] + n["set_aside"] + n["rejected"]
  }' "$work/one/tables/flow.csv" || fail "flow.csv does not add up"

# Identifiers of the sample are S-0001 and so on.
leaks=$(grep -rlE 'S-[0-9]{4}|cohort\.csv' "$work/one" --exclude-dir=private || true)
[ -z "$leaks" ] || fail "an identifier or the input's name stands outside private/: $leaks"

# Again elsewhere with two threads, and once more into its own folder: the same bytes, the database excepted.
run "$work/two" --threads 2
diff -r --exclude='cohort.sqlite*' "$work/one" "$work/two" || fail "1 and 2 threads differ"
run "$work/two" --threads 1
diff -r --exclude='cohort.sqlite*' "$work/one" "$work/two" || fail "a second run into its own folder differs"

# The reference is the tool's own help.
RHEOSTAT=$tool sh scripts/make-cli-reference.sh "$work/cli-reference.md"
cmp "$work/cli-reference.md" docs/cli-reference.md || fail "docs/cli-reference.md is not the tool's help: run make docs"

printf 'end-to-end: %s patients, all checks passed\n' "$keys"

#!/usr/bin/env bash
# Time and peak memory of ingest, indices and tables for 10,000, 100,000 and 200,000 synthetic people in long CSV (ten
# results a person), as a table for docs/performance.md. Other sizes may be given as arguments, smallest first.
# Ends with 1 when a stage's peak grows by more than a fifth from the last size but one to the last: stages hold blocks,
# so memory must not grow with the cohort. Small cohorts stay below since SQLite's page cache, of fixed size, is not full.
set -euo pipefail
cd "$(dirname "$0")/.."
umask 077

[ $# -gt 0 ] || set -- 10000 100000 200000
tool=.build/release/rheostat
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Peak resident memory of a process in KiB, as the kernel counts it.
peak() { sed -n 's/^VmHWM:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$1/status" 2>/dev/null || true; }

# Runs a command; sets `seconds` and `kib`. The kernel's count only rises, so asking ten times a second misses no more
# than what a process takes in its last tenth.
measure() {
  local start=$EPOCHREALTIME pid now
  "$@" >"$work/log" 2>&1 &
  pid=$!
  kib=0
  while kill -0 "$pid" 2>/dev/null; do
    now=$(peak "$pid")
    if [ -n "$now" ]; then kib=$now; fi
    sleep 0.1
  done
  if ! wait "$pid"; then
    cat "$work/log" >&2
    printf 'benchmark: failed: %s\n' "$*" >&2
    exit 70
  fi
  seconds=$(awk -v from="$start" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f", to - from }')
}

printf '| people | results | stage | seconds | results a second | peak memory, MiB |\n|---:|---:|---|---:|---:|---:|\n'
declare -A before
for people in "$@"; do
  # Counts for the last size only.
  grown=""
  folder=$work/$people
  mkdir "$folder"
  file=$folder/cohort.csv
  .build/release/generate-sample-data --people "$people" --seed 20 --format long --out "$file"
  results=$(($(wc -l <"$file") - 1))
  for stage in ingest indices tables; do
    case $stage in
      ingest) measure "$tool" ingest "$file" --db "$folder/db.sqlite" ;;
      indices) measure "$tool" score --db "$folder/db.sqlite" --only indices ;;
      tables) measure "$tool" tables --db "$folder/db.sqlite" --out "$folder/out" ;;
    esac
    printf '| %s | %s | %s | %s | %s | %s |\n' "$people" "$results" "$stage" "$seconds" \
      "$(awk -v n="$results" -v s="$seconds" 'BEGIN { printf "%.0f", (s > 0) ? n / s : 0 }')" "$(((kib + 512) / 1024))"
    earlier=${before[$stage]:-$kib}
    if [ "$kib" -gt $((earlier * 6 / 5)) ]; then
      grown="$grown $stage from $earlier to $kib KiB;"
    fi
    before[$stage]=$kib
  done
  rm -rf "$folder"
done
if [ -n "$grown" ]; then
  printf 'benchmark: the peak grows with the cohort:%s\n' "$grown" >&2
  exit 1
fi

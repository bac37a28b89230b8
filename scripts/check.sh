#!/usr/bin/env bash
# Runs the long proofs (scripts/check/*.sh, or those named) in turn and writes what they found, with the commit, into
# docs/verification.md. A proof prints its result as Markdown on standard output and its log on standard error; it ends
# with 0 (holds), 77 (cannot be tried here) or anything else (does not hold).
set -euo pipefail
cd "$(dirname "$0")/.."

record=docs/verification.md
logs=.build/check
mkdir -p "$logs"
new=$(mktemp)
trap 'rm -f "$new"' EXIT

commit=$(git rev-parse --short=12 HEAD)
# The record itself does not count as a change.
if [ -n "$(git status --porcelain --untracked-files=no -- . ":!$record")" ]; then
  commit="$commit with uncommitted changes"
fi
model=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
# shellcheck source=/dev/null
machine="$(nproc) cores (${model:-unknown processor}), $(. /etc/os-release && printf '%s' "$PRETTY_NAME")"

{
  printf '# Verification\n\n'
  printf 'What the long proofs found. Written by `make check`; not edited by hand.\n'
} >"$new"

failed=0
for script in scripts/check/*.sh; do
  name=$(basename "$script" .sh)
  wanted=yes
  if [ $# -gt 0 ]; then
    wanted=no
    for chosen in "$@"; do if [ "$chosen" = "$name" ]; then wanted=yes; fi; done
  fi
  if [ "$wanted" = no ]; then
    # Not asked for: what the record said of it before stays.
    if [ -f "$record" ]; then
      awk -v heading="## $name" '/^## / { inside = ($0 == heading) } inside' "$record" | sed '1s/^/\n/' |
        sed -e :trim -e '/^\n*$/{$d;N;btrim' -e '}' >>"$new"
    fi
    continue
  fi
  printf 'check: %s (log: %s)\n' "$name" "$logs/$name.log" >&2
  status=0
  bash "$script" >"$logs/$name.md" 2>"$logs/$name.log" || status=$?
  case $status in
    0) verdict="holds" ;;
    77) verdict="not tried: $(tail -n 1 "$logs/$name.log")" ;;
    *) verdict="DOES NOT HOLD (exit code $status)" failed=1 ;;
  esac
  printf 'check: %s: %s\n' "$name" "$verdict" >&2
  {
    printf '\n## %s\n\n' "$name"
    printf -- '- result: %s\n- commit: %s\n- machine: %s\n- %s\n' "$verdict" "$commit" "$machine" \
      "$(swift --version 2>/dev/null | sed -n 's/.*\(Swift version [0-9.]*\).*/\1/p' | head -n 1)"
    # Times mean little on a busy machine.
    printf -- '- load average over the last 15 minutes: %s\n\n' "$(cut -d ' ' -f 3 /proc/loadavg)"
    cat "$logs/$name.md"
  } >>"$new"
done
cp "$new" "$record"
exit "$failed"

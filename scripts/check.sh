#!/usr/bin/env bash
# Runs the long proofs (scripts/check/*.sh, or those named) in turn and writes what they found, with the commit, into
# docs/verification.md. A proof prints its result as Markdown on standard output and its log on standard error; it ends
# with 0 (holds), 77 (cannot be tried here) or anything else (does not hold). Lines "# About: FILE" of a proof name what it is
# a proof of; the record says where such a file has changed since. With --mark alone nothing is run but that is said anew.
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

# The files that a proof is about, as one hash; nothing where it names none.
about() {
  local files
  files=$(sed -n 's/^# About: //p' "$1")
  # shellcheck disable=SC2086 # one file a line, none with a space
  if [ -n "$files" ]; then cat $files | sha256sum | cut -c 1-12; fi
}

mark=no
if [ "${1:-}" = --mark ]; then
  mark=yes
  shift
fi

failed=0
for script in scripts/check/*.sh; do
  name=$(basename "$script" .sh)
  wanted=yes
  if [ $# -gt 0 ] || [ "$mark" = yes ]; then
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
    printf -- '- load average over the last 15 minutes: %s\n' "$(cut -d ' ' -f 3 /proc/loadavg)"
    hash=$(about "$script")
    if [ -n "$hash" ]; then printf -- '- about: %s\n' "$hash"; fi
    printf '\n'
    cat "$logs/$name.md"
  } >>"$new"
done

# What was proved of files that have changed since.
stale=""
for script in scripts/check/*.sh; do
  name=$(basename "$script" .sh)
  hash=$(about "$script")
  if [ -z "$hash" ]; then continue; fi
  recorded=$(awk -v heading="## $name" '/^## / { inside = ($0 == heading) } inside && /^- about: / { print $3 }' "$new")
  if [ "$hash" != "$recorded" ]; then stale="$stale${stale:+, }$name"; fi
done
{
  sed -n '1,3p' "$new"
  printf '\nOf earlier versions of the model or its tables: %s.\n' "${stale:-none}"
  sed '1,3d' "$new"
} >"$record"
exit "$failed"

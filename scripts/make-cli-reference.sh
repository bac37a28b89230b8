#!/bin/sh
# Writes the command-line reference from the tool's own help, to docs/cli-reference.md or the file named.
set -eu
cd "$(dirname "$0")/.."
tool=${RHEOSTAT:-.build/release/rheostat}
target=${1:-docs/cli-reference.md}
new=$(mktemp)
trap 'rm -f "$new"' EXIT

# The help is folded at the width of the terminal; a file has none.
unset COLUMNS || true

page() {
  printf '\n## `%s`\n\n```text\n' "$1"
  shift
  "$tool" help "$@"
  printf '```\n'
}

{
  printf '# Command-line reference\n\nWritten by `make docs` from the help of the tool itself.\n'
  page rheostat
  "$tool" help | awk '/^SUBCOMMANDS:/ { on = 1; next } on && /^  [a-z]/ { print $1 } on && /^ *See / { exit }' |
    while read -r command; do page "rheostat $command" "$command"; done
} >"$new"
cp "$new" "$target"

#!/bin/sh
# Writes the command-line reference from the tool's own help, to docs/cli-reference.md or the file named.
set -eu
target=${1:-$(dirname "$0")/../docs/cli-reference.md}
tool=${RHEOSTAT:-$(dirname "$0")/../.build/release/rheostat}
new=$(mktemp)
trap 'rm -f "$new"' EXIT

# The help is folded at the width of the terminal; a file has none.
unset COLUMNS || true

# The page of one command, then those of its subcommands.
page() {
  help=$("$tool" help "$@")
  printf '\n## `rheostat%s`\n\n```text\n%s\n```\n' "${*:+ $*}" "$help"
  subcommands=$(printf '%s\n' "$help" |
    awk '/^SUBCOMMANDS:/ { on = 1; next } on && /^  [a-z]/ { print $1 } on && /^ *See / { exit }')
  for subcommand in $subcommands; do
    # A subshell, since sh has no local variables.
    (page "$@" "$subcommand")
  done
}

{
  printf '# Command-line reference\n\nWritten by `make docs` from the help of the tool itself.\n'
  page
} >"$new"
cp "$new" "$target"

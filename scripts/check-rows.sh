# Sourced by long proofs that compare files: a folder to work in, and rows of a table that say whether something holds.
# shellcheck shell=bash
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
row() {
  if [ "$2" = yes ]; then printf '| %s | yes |\n' "$1"; else printf '| %s | **no** |\n' "$1" && failed=1; fi
}
# Of files or folders; a file that only one side has is a difference.
same() { if diff -r -q "$1" "$2" >&2; then echo yes; else echo no; fi; }

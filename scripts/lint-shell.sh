#!/bin/sh
# Reads every shell script: syntax always, shellcheck where it is installed.
set -eu
cd "$(dirname "$0")/.."
for script in .ci/run scripts/*.sh scripts/check/*.sh; do
  case $(head -n 1 "$script") in
    *bash) bash -n "$script" ;;
    *) sh -n "$script" ;;
  esac
done
if command -v shellcheck >/dev/null 2>&1; then
  shellcheck .ci/run scripts/*.sh scripts/check/*.sh
else
  printf '%s\n' 'lint: shellcheck is not installed; shell scripts were checked for syntax only.' >&2
fi

#!/usr/bin/env bash
# A run killed with SIGKILL at twenty moments spread over its length, and started again, gives the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
printf 'SIGKILL at 20 moments of a run on the sample cohort, every second time starting from what was left.\n\n'
RHEOSTAT_KILLS=20 swift test -c release -Xswiftc -enable-testing --skip-build \
  --filter 'DeterminismTests/killedAndRerunTheBytesAreTheSame' >&2
printf 'Every output but the database is the same, byte for byte, as that of a run left alone.\n'

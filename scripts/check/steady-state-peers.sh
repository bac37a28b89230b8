#!/usr/bin/env bash
# Whether the steady states of the project's own model are those of libRoadRunner and COPASI, at 1,000 random inputs.
set -euo pipefail
cd "$(dirname "$0")/../.."

python=.venv/bin/python
[ -x "$python" ] || python=python3
if ! "$python" -c 'import roadrunner, basico'; then
  echo "libroadrunner and copasi-basico are missing; make setup-test installs them" >&2
  exit 77
fi
"$python" Tests/Oracles/steady_state_peers.py --cases 1000

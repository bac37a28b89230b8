#!/usr/bin/env bash
# Whether the steady states of the project's own model are those of libRoadRunner and COPASI, at 500 random inputs
# in each of its two contexts.
# About: Sources/Mechanism/Model/mtorc1.xml
set -euo pipefail
cd "$(dirname "$0")/../.."

python=.venv/bin/python
[ -x "$python" ] || python=python3
if ! "$python" -c 'import roadrunner, basico, libsbml'; then
  echo "libroadrunner, copasi-basico or python-libsbml is missing; make setup-test installs them" >&2
  exit 77
fi
"$python" Tests/Oracles/steady_state_peers.py --cases 500

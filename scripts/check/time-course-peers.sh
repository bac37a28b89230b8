#!/usr/bin/env bash
# Whether time courses of two models are those of libRoadRunner's CVODE and COPASI's LSODA, at random inputs.
# About: Sources/Mechanism/Model/mtorc1.xml
set -euo pipefail
cd "$(dirname "$0")/../.."

python=.venv/bin/python
[ -x "$python" ] || python=python3
if ! "$python" -c 'import roadrunner, basico, libsbml'; then
  echo "libroadrunner, copasi-basico or python-libsbml is missing; make setup-test installs them" >&2
  exit 77
fi
"$python" Tests/Oracles/time_course_peers.py --cases 50

#!/bin/sh
# Adds what only tests need: packages-test.txt, and requirements-test.txt into .venv when it names anything.
set -eu
cd "$(dirname "$0")/.."
sh scripts/setup.sh packages.txt packages-test.txt
if grep -q '^[^#[:space:]]' requirements-test.txt; then
  # Made again only when the pins change.
  if ! cmp -s requirements-test.txt .venv/requirements-test.txt; then
    python3 -m venv .venv
    .venv/bin/pip install --quiet --disable-pip-version-check -r requirements-test.txt
    cp requirements-test.txt .venv/requirements-test.txt
  fi
fi

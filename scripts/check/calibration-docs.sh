#!/usr/bin/env bash
# Whether docs/claims is what the shipped ensemble gives, and docs/calibration.md what the last fit gives.
# About: Sources/Mechanism/Model/mtorc1.xml
# About: Sources/Mechanism/Model/ensemble.csv
# About: Calibration/facts.csv
# About: Sources/Mechanism/Experiments/claims.csv
# About: Sources/Mechanism/Experiments/experiments.csv
# About: Calibration/split.csv
# About: Calibration/explanations.csv
# About: Calibration/literature.csv
# About: Calibration/Result/conditioned.csv
# About: Calibration/Result/runs.csv
set -euo pipefail
cd "$(dirname "$0")/../.."

tool=.build/release/calibrate
if [ ! -x "$tool" ]; then
  echo "$tool is missing; make build makes it" >&2
  exit 77
fi
if [ ! -f Calibration/Result/sample.csv ]; then
  echo "Calibration/Result holds no sample; calibrate fit draws one" >&2
  exit 77
fi
# shellcheck source=scripts/check-rows.sh
. scripts/check-rows.sh

"$tool" claims --out "$work/claims" >&2
"$tool" report --result Calibration/Result --out "$work/calibration.md" >&2
printf '| what | holds |\n|---|---|\n'
row "calibrate claims writes the bytes of the $(find "$work/claims" -type f | wc -l) files of docs/claims" \
  "$(same "$work/claims" docs/claims)"
row "calibrate report writes the bytes of docs/calibration.md" "$(same "$work/calibration.md" docs/calibration.md)"
row "and of its drawings" "$(same "$work/calibration" docs/calibration)"
exit "$failed"

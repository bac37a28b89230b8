#!/usr/bin/env bash
# Whether the calibration gives the same bytes again: a small fit with one and two threads, and the way from the committed
# sample of the posterior to what ships. RERUN_FIT=1 runs the whole fit too (some 50 minutes on two free cores); RERUN_FIT=folder
# takes what `calibrate fit --out folder` made before.
# About: Sources/Mechanism/Model/mtorc1.xml
# About: Sources/Mechanism/Model/ensemble.csv
# About: Calibration/Result/sample.csv
# About: Calibration/split.csv
# About: Calibration/Model/parameters.csv
# About: Sources/Mechanism/Experiments/experiments.csv
set -euo pipefail
cd "$(dirname "$0")/../.."

calibrate=.build/release/calibrate
# shellcheck source=scripts/check-rows.sh
. scripts/check-rows.sh

printf '| what | same bytes |\n|---|---|\n'
for threads in 1 2; do
  "$calibrate" fit --particles 60 --sweeps 3 --final-sweeps 3 --threads "$threads" --out "$work/fit$threads" >&2
done
for file in sample stages run; do
  row "a fit of 60 particles with 1 and with 2 threads: $file.csv" "$(same "$work/fit1/$file.csv" "$work/fit2/$file.csv")"
done

mkdir "$work/result"
cp Calibration/Result/{sample,stages,run}.csv "$work/result/"
if [ -n "${RERUN_FIT:-}" ]; then
  if [ "$RERUN_FIT" = 1 ]; then
    "$calibrate" fit --out "$work/result" >&2
  else
    cp "$RERUN_FIT"/{sample,stages,run}.csv "$work/result/"
  fi
  for file in sample stages run; do
    row "the whole fit from its seed: $file.csv" "$(same "$work/result/$file.csv" "Calibration/Result/$file.csv")"
  done
fi
"$calibrate" condition --result "$work/result" >&2
for file in conditioned condition; do
  row "the condition on the claims, from the sample: $file.csv" \
    "$(same "$work/result/$file.csv" "Calibration/Result/$file.csv")"
done
"$calibrate" ensemble --sample "$work/result/conditioned.csv" --out "$work/ensemble.csv" \
  --reference "$work/reference.csv" --values "$work/values.csv" >&2
row "what ships, from that: ensemble.csv" "$(same "$work/ensemble.csv" Sources/Mechanism/Model/ensemble.csv)"
row "reference states and healthy bands: ensemble_reference.csv" \
  "$(same "$work/reference.csv" Sources/Mechanism/Model/ensemble_reference.csv)"
row "the central set: values.csv" "$(same "$work/values.csv" Calibration/Model/values.csv)"
exit "$failed"

#!/usr/bin/env bash
# Whether the shipped model is the one of the tables, the pages in docs/model are those of the shipped model, and the
# examples on them run and give the same numbers in libRoadRunner and COPASI.
# About: Sources/Mechanism/Model/mtorc1.xml
set -euo pipefail
cd "$(dirname "$0")/../.."

python=.venv/bin/python
[ -x "$python" ] || python=python3
if ! "$python" -c 'import libsbml, roadrunner, basico'; then
  echo "python-libsbml, libroadrunner or copasi-basico is missing; make setup-test installs them" >&2
  exit 77
fi
# shellcheck source=scripts/check-rows.sh
. scripts/check-rows.sh

printf '| what | holds |\n|---|---|\n'
# The calibration's central values stand in values.csv; without it the medians of the priors are what ships.
values=()
[ ! -f Calibration/Model/values.csv ] || values=(--values Calibration/Model/values.csv)
"$python" Calibration/Model/write_model.py "${values[@]}" --out "$work/mtorc1.xml" >&2
row "write_model.py ${values[*]:-(medians of the priors)} writes the bytes of mtorc1.xml" \
  "$(same "$work/mtorc1.xml" Sources/Mechanism/Model/mtorc1.xml)"

"$python" Calibration/Model/render_model.py --out "$work/pages" >&2
for page in "$work"/pages/*; do
  name=docs/model/$(basename "$page")
  row "render_model.py writes the bytes of $name" "$(same "$page" "$name")"
done

# Each block of Python on the page is an example; all must print the same lines.
awk -v folder="$work" '/^```python$/ { n++; inside = 1; next } /^```$/ { inside = 0 }
  inside { print > (folder "/example" n ".py") }' docs/model/index.md
examples=0
for example in "$work"/example*.py; do
  examples=$((examples + 1))
  "$python" "$example" >"$work/printed$examples"
done
[ "$examples" -eq 2 ] && [ -s "$work/printed1" ]
row "the $examples examples of docs/model/index.md print the same $(wc -l <"$work/printed1") states" \
  "$(same "$work/printed1" "$work/printed2")"
exit "$failed"

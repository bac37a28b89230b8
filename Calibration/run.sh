#!/bin/sh
# The calibration from its seed to what ships: `make calibrate`. Run from the top of the repository.
set -eu

calibrate() { swift run -c release -Xswiftc -enable-testing --skip-build calibrate "$@"; }
build() { swift build -c release -Xswiftc -enable-testing --product calibrate; }

# python-libsbml comes with `make setup-test`.
python=.venv/bin/python

split=$(mktemp)
cp Calibration/split.csv "$split"
$python Calibration/split.py
cmp "$split" Calibration/split.csv || {
    echo "The split differs from the committed one: a new split must be committed before a fit." >&2
    exit 1
}
rm "$split"

# The fit gives every calibrated parameter itself; the file's own values only have to be there.
$python Calibration/Model/write_model.py
build
calibrate prior
calibrate fit --out Calibration/Result
calibrate condition --result Calibration/Result
calibrate ensemble --sample Calibration/Result/conditioned.csv
$python Calibration/Model/write_model.py --values Calibration/Model/values.csv
$python Calibration/Model/render_model.py
build
calibrate claims --out docs/claims
calibrate report --result Calibration/Result --out docs/calibration.md

echo "Now the fixtures of other programs are of the old model:"
for name in mechanism_steady_states experiments time_courses; do echo "    $python Tests/Oracles/$name.py"; done
echo "then make test."

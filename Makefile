# The two commands: `make run` and `make test`. Everything else is listed by `make help`.
.DEFAULT_GOAL := help
.PHONY: help run test build setup setup-test lint format check bench bench-engine bench-courses bench-phenotype bench-indices docs validation sample-data calibrate clean

# One build serves run and test: release, since unoptimised numerical code is far slower, with what tests need.
BUILD_FLAGS := -c release -Xswiftc -enable-testing
TOOL := .build/release/rheostat
SWIFT_SOURCES := Sources Tests Calibration sample-data Package.swift

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: build ## build, run the sample cohort into out/, say where the reports are
	$(TOOL) run sample-data/cohort.csv --out out

test: build ## build and run every test
	swift test $(BUILD_FLAGS) --skip-build

build: setup ## the release build shared by run and test
	swift build $(BUILD_FLAGS) --build-tests

setup: ## install the system packages that are missing (Debian, Ubuntu)
	@sh scripts/setup.sh packages.txt

setup-test: ## and those that only some tests use
	@sh scripts/setup-test.sh

lint: setup ## formatting, shell scripts, and a build with warnings as errors
	swift format lint --strict --recursive $(SWIFT_SOURCES)
	@sh scripts/lint-shell.sh
	CI=true swift build $(BUILD_FLAGS) --build-tests

format: ## format every Swift file in place
	swift format --in-place --recursive $(SWIFT_SOURCES)

check: build ## the long proofs, results into docs/verification.md
	@bash scripts/check.sh

bench: build ## time and memory for 10,000 and 100,000 people
	@bash Benchmarks/scale.sh

bench-engine: build ## steady states a second beside libRoadRunner
	@bash Benchmarks/engine.sh

bench-phenotype: build ## patients a second of the mechanism, with and without early stopping
	@bash Benchmarks/phenotype.sh $(PEOPLE)

bench-indices: build ## indices from the store and back beside pandas
	@bash Benchmarks/indices.sh $(or $(PEOPLE),100000)
	@bash Benchmarks/indices.sh $(or $(PEOPLE),100000) 3 --all-inputs

validation: ## write docs/validation and docs/indices
	@swift build -c release -Xswiftc -enable-testing --product calibrate
	@.build/release/calibrate validate --out docs/validation
	@.build/release/calibrate indices --out docs/indices

bench-courses: build ## time courses beside libRoadRunner's CVODE
	@bash Benchmarks/courses.sh

docs: build ## write docs/cli-reference.md, docs/claims and docs/calibration.md
	@sh scripts/make-cli-reference.sh
	.build/release/calibrate claims --out docs/claims
	.build/release/calibrate report --result Calibration/Result --out docs/calibration.md

sample-data: build ## write sample-data/cohort.csv again from its seed
	.build/release/generate-sample-data --people 400 --seed 20 --out sample-data/cohort.csv

calibrate: setup-test ## fit the model anew from its seed, about an hour; writes what ships and its report
	@sh Calibration/run.sh

clean: ## remove what was built and the sample run's output
	rm -rf .build out

#!/usr/bin/env python3
"""Counts of the metabolic syndrome in NHANES 2017-2018, from measurements alone, by a program that shares nothing with
Rheostat. The counts stand in Tests/IndicesTests/NHANESTests.swift.

    nhanes_metabolic_syndrome.py nhanes_2017_2018_fasting.csv

Adults (18 years and over) of the fasting subsample, unweighted. mg/dL as NHANES reports them. A person with a missing
value counts when the answer is the same whatever it is: every possible answer of each unknown criterion is tried.
Waist limits by RIDRETH3: 1, 2 Hispanic; 3 white; 4 black; 6 Asian; 7 other.
"""
import csv
import itertools
import sys

WAIST = {  # (men, women) by RIDRETH3; None: every limit of the statement can apply
    "mets_ncep_2005": {r: [(102, 88)] for r in "12347"} | {"6": [(90, 80)]},
    "mets_idf_2005": {"1": [(90, 80)], "2": [(90, 80)], "3": [(94, 80)], "4": [(94, 80)], "6": [(90, 80)],
                      "7": [(94, 80), (90, 80), (85, 90)]},
    "mets_harmonized_2009": {r: [(102, 88)] for r in "1234"} | {
        "6": [(90, 80)], "7": [(94, 80), (90, 80), (102, 88), (85, 80), (85, 90)]},
}


def number(row, column):
    return float(row[column]) if row[column] else None


def possible(value, test):
    return {True, False} if value is None else {test(value)}


def criteria(row, definition):
    male = row["sex"] == "M"
    limits = [men if male else women for men, women in WAIST[definition][row["race_eth_RIDRETH3"]]]
    waist, bmi = number(row, "waist_cm"), number(row, "bmi_kg_m2")
    central = {True, False} if waist is None else {waist >= limit for limit in limits}
    if definition == "mets_idf_2005" and len(central) == 2 and bmi is not None and bmi > 30:
        central = {True}
    pressures = itertools.product(
        possible(number(row, "sbp_mmHg"), lambda v: v >= 130), possible(number(row, "dbp_mmHg"), lambda v: v >= 85))
    return [
        central,
        possible(number(row, "triglycerides_fasting_mg_dL"), lambda v: v >= 150),
        possible(number(row, "hdl_mg_dL"), lambda v: v < (40 if male else 50)),
        {a or b for a, b in pressures},
        possible(number(row, "glucose_fasting_mg_dL"), lambda v: v >= 100),
    ]


def answer(row, definition):
    rule = (lambda c: c[0] and sum(c[1:]) >= 2) if definition == "mets_idf_2005" else (lambda c: sum(c) >= 3)
    answers = {rule(c) for c in itertools.product(*criteria(row, definition))}
    return "undetermined" if len(answers) == 2 else "present" if answers == {True} else "absent"


def main():
    with open(sys.argv[1], newline="") as file:
        people = list(csv.DictReader(file))
    adults = [row for row in people if int(row["age_years"]) >= 18]
    exact = [row for row in people if number(row, "glucose_fasting_mg_dL") == 100]
    print("people", len(people), "adults", len(adults), "glucose exactly 100 mg/dL", len(exact),
          "of whom mmol/L below 5.6", sum(number(row, "glucose_fasting_mmol_L") < 5.6 for row in exact))
    for definition in WAIST:
        found = [answer(row, definition) for row in adults]
        counts = [found.count(state) for state in ("present", "absent", "undetermined")]
        print(definition, *counts, f"{100 * counts[0] / (counts[0] + counts[1]):.1f} % of the determined")
    WAIST["mets_ncep_2005"]["6"] = [(102, 88)]
    found = [answer(row, "mets_ncep_2005") for row in adults]
    print("mets_ncep_2005 with 102/88 for all", found.count("present"), found.count("absent"))


main()

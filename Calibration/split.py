"""Writes Calibration/split.csv: which facts and claims the calibration may see, and which are kept aside to test it.

Run from the top of the repository: python3 Calibration/split.py

Whole groups are kept together (a fact's group is its paper or laboratory; a claim's stands in claim_groups.csv), so that
nothing is tested by its own sibling. Groups are put in the order of SHA-256(seed, kind, group) and taken into the test
part until it holds a third. Facts on the dose-response of insulin itself are a layer of their own with a seed of its own:
the third split had put nearly all of them for adipose tissue into the test part, and it was their failure that changed
the structure (docs/decisions/0010-insulin-dose-response.md). Facts that were looked for without knowledge of the model's
answers, to test it (use `test`), are all test.
What is never fitted, whatever the seed: disputed claims, regressions of an input, P01
(whose input is a named profile), and facts that conflict with one another or have no counterpart in the model.
"""
import csv
import hashlib
import os

SEED = "rheostat third structure"
DOSE_RESPONSE_SEED = "rheostat fourth structure"
HERE = os.path.dirname(os.path.abspath(__file__))
NEVER_FITTED = {"P01"}


def table(*path):
    with open(os.path.join(HERE, *path), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def is_dose_response(fact):
    """Whether what is tested is insulin itself: another dose of it, and what follows."""
    return "insulin" in fact["test"] + fact["sweep"]


def test_groups(kind, groups, seed=SEED):
    """Names of the groups that go into the test part: a third of the members, in the order of a hash."""
    total = sum(len(members) for members in groups.values())
    chosen, count = set(), 0
    for name in sorted(groups, key=lambda name: hashlib.sha256(f"{seed}:{kind}:{name}".encode()).hexdigest()):
        if count * 3 >= total:
            break
        chosen.add(name)
        count += len(groups[name])
    return chosen


def main():
    rows = []
    facts = table("facts.csv")
    groups = {}
    for fact in facts:
        if fact["use"] == "fit":
            groups.setdefault(fact["group"], []).append(fact["id"])
    doses = {fact["group"] for fact in facts if fact["use"] == "fit" and is_dose_response(fact)}
    chosen = test_groups("fact", {name: groups[name] for name in groups if name not in doses})
    chosen |= test_groups("fact", {name: groups[name] for name in doses}, DOSE_RESPONSE_SEED)
    for fact in facts:
        part = {"fit": "test" if fact["group"] in chosen else "training", "test": "test"}.get(fact["use"], "never fitted")
        rows.append(("fact", fact["id"], fact["group"], part, fact["use"] if part == "never fitted" else ""))
    claims = table("..", "Sources", "Mechanism", "Experiments", "claims.csv")
    groups = {row["group"]: row["claims"].split() for row in table("claim_groups.csv")}
    chosen = test_groups("claim", groups)
    of = {claim: group for group, members in groups.items() for claim in members}
    for claim in claims:
        name = claim["id"]
        if name in of:
            rows.append(("claim", name, of[name], "test" if of[name] in chosen else "training", ""))
        else:
            rows.append(("claim", name, "", "never fitted", "a named profile" if name in NEVER_FITTED else claim["standing"]))
    with open(os.path.join(HERE, "split.csv"), "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("kind", "id", "group", "part", "reason"))
        writer.writerows(rows)
    for kind in ("fact", "claim"):
        counts = {part: sum(row[0] == kind and row[3] == part for row in rows) for part in ("training", "test", "never fitted")}
        print(kind, counts)


main()

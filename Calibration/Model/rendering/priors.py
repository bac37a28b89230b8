"""priors.md: what publications say of the calibrated parameters, and whether the priors hold it."""
import csv
import math
import os

from .document import cell, table

MODEL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
# The central 90 % of a normal distribution, in standard deviations.
REACH = 1.645
VERDICTS = ["within", "overlaps", "bound kept", "outside", "no number"]


def plain(text):
    """Text in which an asterisk multiplies."""
    return cell(text).replace("*", "\\*")


def rows(name):
    with open(os.path.join(MODEL, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def central(parameter):
    """The 5th and 95th centile of a prior."""
    median, sigma = float(parameter["median"]), float(parameter["sigma"])
    if parameter["role"] == "lognormal":
        return median * math.exp(-REACH * sigma), median * math.exp(REACH * sigma)
    logit = math.log(median / (1 - median))
    return tuple(1 / (1 + math.exp(-(logit + side * REACH * sigma))) for side in (-1, 1))


def verdict(finding, low, high):
    """How a published value or bound stands to the central 90 % of a prior."""
    if finding["kind"] == "none":
        return "no number"
    if finding["kind"] == "at most":
        return "bound kept" if float(finding["high"]) >= low else "outside"
    if finding["kind"] == "at least":
        return "bound kept" if float(finding["low"]) <= high else "outside"
    least, most = float(finding["low"]), float(finding["high"])
    if low <= least and most <= high:
        return "within"
    return "overlaps" if least <= high and most >= low else "outside"


def matched():
    """Each finding with its prior (a row of parameters.csv) and how it stands to it."""
    priors = [row for row in rows("parameters.csv") if row["role"] in ("lognormal", "logitnormal")]
    found = []
    for finding in rows("prior_sources.csv"):
        of = [row for row in priors if row["id"] == finding["id"] and set(finding["tissues"]) <= set(row["tissues"])
              or row["id"] == finding["id"] and set(row["tissues"]) <= set(finding["tissues"])]
        if not of:
            raise SystemExit(f"prior_sources.csv: no prior of {finding['id']} for {finding['tissues'] or 'the whole body'}")
        found += [(row, finding, verdict(finding, *central(row))) for row in of]
    return priors, found


def numbered(row, found):
    """The findings of a prior that give a number, with how they stand to it."""
    return [(finding, outcome) for own, finding, outcome in found if own is row and outcome != "no number"]


def summary(priors, found):
    """The priors by what was found of them: held, disputed, spoken against only, a sign only, nothing."""
    held, disputed, against, signs, nothing = [], [], [], [], []
    for row in priors:
        outcomes = {outcome for _, outcome in numbered(row, found)}
        if not outcomes:
            (signs if any(own is row for own, _, _ in found) else nothing).append(row)
        elif outcomes == {"outside"}:
            against.append(row)
        else:
            (disputed if "outside" in outcomes else held).append(row)
    return held, disputed, against, signs, nothing


def names(priors):
    return ", ".join(f"`{row['id']}`" + (f" ({row['tissues']})" if row["tissues"] else "") for row in priors)


def tally(row, found):
    """What publications say of one prior, in a few words: `2 within, 1 outside`; empty where nothing was found."""
    outcomes = [outcome for own, _, outcome in found if (own["id"], own["tissues"]) == (row["id"], row["tissues"])]
    return ", ".join(f"{outcomes.count(name)} {name}" for name in VERDICTS if name in outcomes)


def render():
    priors, found = matched()
    held, disputed, against, signs, nothing = summary(priors, found)
    models = sum(all(finding["provenance"] == "published model" for finding, _ in numbered(row, found)) for row in against)
    bounds = sum(all(outcome == "bound kept" for _, outcome in numbered(row, found)) for row in held)
    with_number = len(held) + len(disputed) + len(against)
    lines = []
    for row in priors:
        low, high = central(row)
        for own, finding, outcome in found:
            if own is row:
                where = f"{finding['source']}; {finding['doi_or_pmid']}" if finding["doi_or_pmid"] else finding["source"]
                lines.append([f"`{row['id']}`" + (f" {row['tissues']}" if row["tissues"] else ""), f"{float(row['median']):g} ({low:.2g} to {high:.2g})",
                              plain(finding["finding"]), plain(finding["derived"]), plain(finding["derivation"]), outcome, cell(where), finding["provenance"]])
    return f"""# Priors held against publications

Written from [parameters.csv](../../Calibration/Model/parameters.csv) and [prior_sources.csv](../../Calibration/Model/prior_sources.csv) by `Calibration/Model/render_model.py`; not edited by hand.

The {len(priors)} priors (one may serve several tissues) were chosen before these publications were looked for, but for those whose own source in [parameters](parameters.md) is one of them: the page is a check, and no prior was changed for it. Most parameters have no dimension and belong to this model alone: what a paper gives is then turned into a value by the formula in which the parameter stands, often with other priors or an assumed state in it, and is no better than those; few follow from a measurement alone. *Within*: all of the published range lies in the central 90 % of the prior; *overlaps*: part of it; *bound kept*: the paper gives a limit from one side, and at least 5 % of the prior lies on its side, which is little to ask; *outside*: none of this. A finding of nothing is outside by construction where the prior is log-normal, since no such prior holds 0. *No number*: only a sign, or what only a run of the model could be held against.

| priors | number |
| --- | --- |
| every value and bound that was found leaves room for the prior | {len(held)}, {bounds} of them by a bound alone |
| disputed: one does, another does not | {len(disputed)} |
| **every number that was found is outside** | {len(against)}, {models} of them by parameters of other models alone |
| only a sign was found | {len(signs)} |
| nothing was found | {len(nothing)} |

So publications give a number for {with_number} priors, in {len(rows("prior_sources.csv"))} entries from {len({one["source"] for one in rows("prior_sources.csv")})} sources.

Outside: {names(against)}. Disputed: {names(disputed)}. In these the calibration begins from what at least one publication speaks against; the facts may have moved the posterior towards it or away, and the [calibration](../calibration.md) shows where each lies. Nothing found: {names(nothing)}. Only a sign: {names(signs)}.

{table(["prior", "median (5 to 95 %)", "what was found", "value", "how it follows", "stands", "source", "how known"], lines)}"""

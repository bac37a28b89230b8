"""What indices.py reads of the database named first on its command line: results and attributes as an array of all visits
for each name, three-valued comparisons with limits, and the columns that are put out and written back."""

import sqlite3
import sys
import time

import numpy as np
import pandas as pd

begin = time.perf_counter()
np.seterr(all="ignore")
con = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
visits = pd.read_sql_query("SELECT id, patient_id, ordinal, day FROM visit ORDER BY patient_id, ordinal", con)


def read(query, **texts):
    """A query in parts, as a table of a million people needs it: each text column is a category from the query given for it."""
    kinds = {name: pd.read_sql_query(levels, con).iloc[:, 0] for name, levels in texts.items()}
    parts = []
    for part in pd.read_sql_query(query, con, chunksize=1_000_000):
        for name, levels in kinds.items():
            part[name] = pd.Categorical(part[name], categories=levels)
        parts.append(part)
    return pd.concat(parts, ignore_index=True)


# `printed`: reported in the other unit in which limits are printed (mg/dL, for the ratio mg/g).
labs = read(
    "SELECT visit_id, analyte, value, status, unit IN ('mg/dL', 'g/L') OR analyte = 'uacr' AND factor <> 1 AS printed"
    " FROM lab_result", analyte="SELECT DISTINCT analyte FROM lab_result")
asked_of = (
    " FROM attribute WHERE name IN ('age', 'sex', 'ethnicity', 'diabetes', 'hypertension', 'dialysis', 'transplant',"
    " 'fasting', 'smoking', 'drug_insulin', 'drug_glucose', 'drug_lipid', 'drug_bp', 'drug_statin', 'drug_metformin',"
    " 'drug_glitazone', 'egfr_equation')")
facts = read(
    "SELECT visit_id, name, value" + asked_of, name="SELECT DISTINCT name" + asked_of,
    value="SELECT DISTINCT value" + asked_of)
n, index = len(visits), pd.Index(visits["id"])
patient, day = visits["patient_id"].to_numpy(), visits["day"].to_numpy(float)

# Units in which limits are printed besides; per canonical unit.
milligrams = {"glucose": 18.0156, "glucose_2h": 18.0156, "triglyceride": 88.57, "hdl": 38.67, "uacr": 8.8402}


def spread(names, visit, *columns):
    """From long to an array of all visits for each name, of every column with what stands where there is none."""
    (codes, kinds), rows = pd.factorize(names), index.get_indexer(visit)
    for values, absent in columns:
        table = np.full((len(kinds), n), absent)
        table[codes, rows] = values
        yield dict(zip(kinds, table))


value, status, printed = spread(
    labs["analyte"], labs["visit_id"], (labs["value"], np.nan), (labs["status"], np.int8(0)), (labs["printed"], False))
del labs
words, levels = pd.factorize(facts["value"])
fact = next(spread(facts["name"], facts["visit_id"], (words, -1)))
nothing, nowhere, out = np.full(n, np.nan), np.full(n, -1), {}
# What is of a person holds for the visits that lack it.
for name in ("sex", "ethnicity"):
    known = pd.Series(fact.get(name, nowhere)).where(lambda code: code >= 0)
    fact[name] = known.fillna(known.groupby(patient).transform("first")).fillna(-1).to_numpy(int)


def lab(name):
    return value.get(name, nothing)


def is_(name, *words):
    return np.array([level in words for level in levels] + [False])[fact.get(name, nowhere)]


# Three values: 1 yes, -1 no, 0 unknown. `Or` is the maximum, `not` the sign.
def three(yes, no):
    return np.asarray(yes, np.int8) - np.asarray(no, np.int8)


def asked(name):
    return three(is_(name, "yes"), is_(name, "no"))


def limit(x, kind, cutoff, above=False):
    """Whether x is at least the cut-off, or above it, where x may itself be a limit: kind 2 is <x, 3 is >x."""
    least, beyond = x >= cutoff * (1 - 1e-9), x > cutoff * (1 + 1e-9)
    point = beyond if above else least
    return three(((kind == 1) & point) | ((kind == 3) & least), ((kind == 1) & ~point) | ((kind == 2) & ~beyond))


def reaches(name, cutoff, other=None, above=False):
    """The same of a lab, in the unit in which it was reported."""
    kind = status.get(name, np.zeros(n, int))
    x = np.where(kind == 2, 2 * lab(name), lab(name))
    if other is not None and name in printed:
        x, cutoff = np.where(printed[name], x * milligrams[name], x), np.where(printed[name], other, cutoff)
    return limit(x, kind, cutoff, above)


def put(name, values, where=True):
    out[name] = np.where(where & np.isfinite(values), values, np.nan)
    return out[name]


def any_of(*tests):
    """Met where one is; not met only where all are known and none is."""
    return np.where(np.max(tests, axis=0) == 1, 1, np.where(np.min(np.abs(tests), axis=0) == 0, 0, -1))


def write_back():
    """A row a visit into a table of the database named second, the seconds in print, and the values where a file is named."""
    back = sqlite3.connect(sys.argv[2])
    back.execute("DROP TABLE IF EXISTS peer")
    back.execute(f"CREATE TABLE peer (visit_id INTEGER PRIMARY KEY, {', '.join(out)})")
    columns = [visits["id"].to_numpy(), *out.values()]
    for start in range(0, n, 100_000):
        rows = zip(*(column[start:start + 100_000].tolist() for column in columns))
        back.executemany(f"INSERT INTO peer VALUES ({', '.join('?' * len(columns))})", rows)
    back.commit()
    print(f"{time.perf_counter() - begin:.2f}")
    if len(sys.argv) > 3:
        keys = {"patient_key": [f"P{number:05d}" for number in patient], "visit": visits["ordinal"]}
        pd.DataFrame({**keys, **out}).to_csv(sys.argv[3], index=False)

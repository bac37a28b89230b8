"""The indices by pandas and numpy, from the store and back into it: the peer of Benchmarks/indices.sh.

Reads results and attributes of every visit from the database of Rheostat, computes 37 of its indices and the harmonised
criteria, and writes a row a visit into a table of its own database. It does less than Rheostat: no statuses, no reasons,
no lists of what is missing, no other 36 indices, no other six definitions. Prints the seconds.

Usage: indices.py DATABASE OUTPUT [values.csv]: with the third argument the values, for a comparison.
"""

import sqlite3
import sys
import time

import numpy as np
import pandas as pd

begin = time.perf_counter()
con = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
labs = pd.read_sql_query("SELECT visit_id, analyte, value FROM lab_result", con)
labs = labs.astype({"analyte": "category"})
w = labs.pivot(index="visit_id", columns="analyte", values="value")
w.columns = w.columns.astype(str)
facts = pd.read_sql_query(
    "SELECT visit_id, name, value FROM attribute WHERE name IN ('age', 'sex', 'dialysis', 'fasting', 'drug_insulin')", con)
facts = facts.pivot(index="visit_id", columns="name", values="value").reindex(w.index)
visits = pd.read_sql_query("SELECT id, patient_id, ordinal FROM visit", con).set_index("id").reindex(w.index)


def lab(name):
    return w[name].to_numpy(float) if name in w else np.full(len(w), np.nan)


age = pd.to_numeric(facts["age"], errors="coerce").to_numpy(float) if "age" in facts else np.full(len(w), np.nan)
female = (facts["sex"] == "female").to_numpy()
male = (facts["sex"] == "male").to_numpy()
dialysis = facts["dialysis"].isin(["haemodialysis", "peritoneal"]).to_numpy()
fasting = ~(facts["fasting"] == "no").to_numpy() if "fasting" in facts else np.full(len(w), True)
own = ~(facts["drug_insulin"] == "yes").to_numpy() if "drug_insulin" in facts else np.full(len(w), True)
glucose, insulin = lab("glucose"), lab("insulin") / 6
mg_glucose, mg_tg, mg_hdl = glucose * 18.016, lab("triglyceride") * 88.57, lab("hdl") * 38.67
height, weight, waist, hip = lab("height"), lab("weight"), lab("waist"), lab("hip")
bmi = np.where(np.isnan(lab("bmi")), weight / (height / 100) ** 2, lab("bmi"))
scr, cys = lab("creatinine") / 88.4, lab("cystatin_c")
acr = lab("uacr")
out = {"bmi": bmi}
with np.errstate(all="ignore"):
    k, a = np.where(female, 0.7, 0.9), np.where(female, -0.241, -0.302)
    valid = ~dialysis & (female | male) & (age >= 18)
    out["egfr_ckdepi_2021"] = np.where(
        valid, 142 * np.minimum(scr / k, 1) ** a * np.maximum(scr / k, 1) ** -1.2 * 0.9938**age * np.where(female, 1.012, 1), np.nan)
    egfr = np.where(dialysis, np.nan, np.where(np.isnan(lab("egfr")), out["egfr_ckdepi_2021"], lab("egfr")))
    out["egfr"] = egfr
    a9 = np.where(female, -0.329, -0.411)
    out["egfr_ckdepi_2009"] = np.where(
        valid, 141 * np.minimum(scr / k, 1) ** a9 * np.maximum(scr / k, 1) ** -1.209 * 0.993**age * np.where(female, 1.018, 1), np.nan)
    out["egfr_mdrd"] = np.where(valid, 175 * scr**-1.154 * age**-0.203 * np.where(female, 0.742, 1), np.nan)
    out["egfr_cmdrd"] = np.where(valid, 175 * scr**-1.234 * age**-0.179 * np.where(female, 0.79, 1), np.nan)
    # Adults above 25 years: the younger ones have a curve.
    q = np.where(age > 25, np.where(female, 62, 80), np.nan)
    ratio = scr * 88.4 / q
    out["egfr_ekfc"] = 107.3 * ratio ** np.where(ratio < 1, -0.322, -1.132) * np.where(age > 40, 0.990 ** (age - 40), 1)
    c = cys / 0.8
    out["egfr_ckdepi_2012_cys"] = 133 * np.minimum(c, 1) ** -0.499 * np.maximum(c, 1) ** -1.328 * 0.996**age * np.where(female, 0.932, 1)
    a21 = np.where(female, -0.219, -0.144)
    out["egfr_ckdepi_2021_crcys"] = (
        135 * np.minimum(scr / k, 1) ** a21 * np.maximum(scr / k, 1) ** -0.544 * np.minimum(c, 1) ** -0.323
        * np.maximum(c, 1) ** -0.778 * 0.9961**age * np.where(female, 0.963, 1))
    out["ckd_g"] = np.digitize(-egfr, [-90, -60, -45, -30, -15])
    out["ckd_a"] = np.digitize(acr, [3, 30])
    f = fasting & own
    out["homa_ir"] = np.where(f, glucose * insulin / 22.5, np.nan)
    out["homa_b"] = np.where(f, 20 * insulin / (glucose - 3.5), np.nan)
    out["quicki"] = np.where(f, 1 / (np.log10(insulin) + np.log10(mg_glucose)), np.nan)
    out["revised_quicki"] = np.where(f, 1 / (np.log10(insulin) + np.log10(mg_glucose) + np.log10(lab("ffa"))), np.nan)
    out["firi"] = np.where(f, glucose * insulin / 25, np.nan)
    out["tyg"] = np.where(fasting, np.log(mg_tg * mg_glucose / 2), np.nan)
    out["tyg_bmi"] = out["tyg"] * bmi
    out["tyg_wc"] = out["tyg"] * waist
    out["tg_hdl"] = mg_tg / mg_hdl
    out["mets_ir"] = np.log(2 * mg_glucose + mg_tg) * bmi / np.log(mg_hdl)
    out["mcauley"] = np.exp(2.63 - 0.28 * np.log(insulin) - 0.31 * np.log(lab("triglyceride")))
    out["adipo_ir"] = lab("ffa") * insulin
    out["lep_adipo"] = lab("leptin") / lab("adiponectin")
    out["homa_ad"] = glucose * insulin / (22.5 * lab("adiponectin"))
    out["spise"] = 600 * mg_hdl**0.185 / (mg_tg**0.2 * bmi**1.338)
    out["aip"] = np.log10(lab("triglyceride") / lab("hdl"))
    out["lap"] = (waist - np.where(female, 58, 65)) * lab("triglyceride")
    out["vai"] = np.where(
        female, waist / (36.58 + 1.89 * bmi) * (lab("triglyceride") / 0.81) * (1.52 / lab("hdl")),
        waist / (39.68 + 1.88 * bmi) * (lab("triglyceride") / 1.03) * (1.31 / lab("hdl")))
    y = 0.953 * np.log(mg_tg) + 0.139 * bmi + 0.718 * np.log(lab("ggt")) + 0.053 * waist - 15.745
    out["fli"] = 100 / (1 + np.exp(-y))
    out["fib4"] = age * lab("ast") / (lab("platelets") * np.sqrt(lab("alt")))
    out["gnri"] = 1.489 * lab("albumin") + 41.7 * np.minimum(bmi / 22, 1)
    out["pni"] = lab("albumin") + 5 * lab("lymphocytes")
    logit = -0.2201 * (age / 10 - 7.036) + 0.2467 * (male - 0.5642) - 0.5567 * (egfr / 5 - 7.222) + 0.4510 * (np.log(acr * 8.84) - 5.137)
    for years, base in ((2, 0.9832), (5, 0.9365)):
        out[f"kfre4_{years}y_other"] = 1 - base ** np.exp(logit)
    for years, base in ((2, 0.9750), (5, 0.9240)):
        out[f"kfre4_{years}y_na"] = 1 - base ** np.exp(logit)
    criteria = [
        waist >= np.where(female, 80, 94), lab("triglyceride") >= 1.7, lab("hdl") < np.where(female, 1.3, 1.0),
        (lab("sbp") >= 130) | (lab("dbp") >= 85), glucose >= 5.6]
    out["mets_harmonized_2009"] = np.sum(criteria, axis=0) >= 3
result = pd.DataFrame(out, index=w.index)
back = sqlite3.connect(sys.argv[2])
result.to_sql("peer", back, if_exists="replace", index=True, chunksize=50_000)
back.commit()
print(f"{time.perf_counter() - begin:.2f}")
if len(sys.argv) > 3:
    result.insert(0, "visit", visits["ordinal"].to_numpy())
    result.insert(0, "patient_key", [f"P{n:05d}" for n in visits["patient_id"]])
    result.to_csv(sys.argv[3], index=False)

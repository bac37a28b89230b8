"""The indices by pandas and numpy, from the store and back into it: the peer of Benchmarks/indices.sh.

Reads results and attributes of every visit from the database of Rheostat, computes its 85 indices and seven metabolic
syndromes by two readings, and writes a row a visit into a table of its own database. It does less than Rheostat: no
statuses, no reasons, no lists of what is missing. Syndromes are 0 undetermined, 1 absent, 2 present; categories count
from 1 in the order of their levels. Prints the seconds.

Usage: indices.py DATABASE OUTPUT [values.csv]: with the third argument the values, for a comparison.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from indices_store import (
    any_of, asked, day, fact, is_, lab, levels, limit, n, nothing, nowhere, out, patient, put, reaches, status, three,
    write_back)
from indices_wasting import broken_down, wasting

prevent = pd.read_csv(Path(__file__).parent.parent / "Sources/Indices/Data/prevent.csv").set_index(["model", "term"])
# What many of them read.
age = pd.to_numeric(pd.Series([*levels, None]), errors="coerce").to_numpy(float)[fact.get("age", nowhere)]
female, male = is_("sex", "female"), is_("sex", "male")
sexed, adult = female | male, ~(age < 18)
dialysis, transplant = is_("dialysis", "haemodialysis", "peritoneal"), is_("transplant", "yes")
fed, injected = is_("fasting", "no"), is_("drug_insulin", "yes")
diabetes = three(is_("diabetes", "type1", "type2", "unspecified"), is_("diabetes", "none"))
glucose, tg, hdl, ffa, albumin = lab("glucose"), lab("triglyceride"), lab("hdl"), lab("ffa"), lab("albumin")
height, weight, waist, sbp, dbp = lab("height"), lab("weight"), lab("waist"), lab("sbp"), lab("dbp")
insulin, scr, cys, lymphocytes = lab("insulin") / 6, lab("creatinine") / 88.4, lab("cystatin_c"), lab("lymphocytes")
mg_glucose, mg_tg, mg_hdl, mg_chol = glucose * 18.0156, tg * 88.57, hdl * 38.67, lab("cholesterol") * 38.67
hba1c, acr = lab("hba1c") * 0.09148 + 2.152, lab("uacr") * 8.8402
bp_drug, recorded = asked("drug_bp"), asked("hypertension")
high = (bp_drug == 1) | (sbp >= 140) | (dbp >= 90)
hypertension = np.where(recorded != 0, recorded, three(high, ~high & (bp_drug == -1) & ~np.isnan(sbp + dbp)))
from_size = weight / (height / 100) ** 2
bmi = put("bmi", np.where(np.isnan(lab("bmi")), from_size, lab("bmi")))


def has_bmi(kilograms, above=False):
    """Whether BMI is at least so much, or above it: from weight and height it may miss a limit by its last bit."""
    return limit(bmi, ~np.isnan(bmi), kilograms, above)


# Filtration.
def ckd_epi(creatinine, constant, low, above, yearly, woman):
    ratio = creatinine / np.where(female, 0.7, 0.9)
    years = yearly**age * np.where(female, woman, 1)
    return constant * np.minimum(ratio, 1) ** np.where(female, *low) * np.maximum(ratio, 1) ** above * years


grown = ~dialysis & (age >= 18)
valid = grown & sexed
ckd_epi_2021 = 142, (-0.241, -0.302), -1.2, 0.9938, 1.012
put("egfr_ckdepi_2021", ckd_epi(scr, *ckd_epi_2021), valid)
put("egfr_ckdepi_2009", ckd_epi(scr, 141, (-0.329, -0.411), -1.209, 0.993, 1.018), valid)
put("egfr_mdrd", 175 * scr**-1.154 * age**-0.203 * np.where(female, 0.742, 1), valid)
put("egfr_cmdrd", 175 * scr**-1.234 * age**-0.179 * np.where(female, 0.79, 1), valid)
c, over = np.minimum(cys / 0.8, 1), np.maximum(cys / 0.8, 1)
put("egfr_ckdepi_2012_cys", 133 * c**-0.499 * over**-1.328 * 0.996**age * np.where(female, 0.932, 1), valid)
both = ckd_epi(scr, 135, (-0.219, -0.144), -0.544, 0.9961, 0.963)
put("egfr_ckdepi_2021_crcys", both * c**-0.323 * over**-0.778, valid)
child = np.exp(np.where(
    female, 3.080 + 0.177 * age - 0.223 * np.log(age) - 0.00596 * age**2 + 0.0000686 * age**3,
    3.200 + 0.259 * age - 0.543 * np.log(age) - 0.00763 * age**2 + 0.0000790 * age**3))
cys_q = 0.83 + 0.005 * np.maximum(age - 50, 0)
q = np.where(age > 25, np.where(female, 62, 80), child)
for name, ratio, where in (
    ("egfr_ekfc", scr * 88.4 / q, ~dialysis & sexed & (age >= 2)), ("egfr_ekfc_cys", cys / cys_q, grown)):
    put(name, 107.3 * ratio ** np.where(ratio < 1, -0.322, -1.132) * 0.990 ** np.maximum(age - 40, 0), where)
put("egfr_schwartz", 0.413 * height / scr, ~dialysis & (age >= 1) & (age < 18))
reported = ~np.isnan(lab("egfr"))
egfr = put("egfr", np.where(reported, lab("egfr"), out["egfr_ckdepi_2021"]), ~dialysis)
# The true value may lie on one side of a limit, and a creatinine below one is a filtration above one.
kind, of_creatinine = status.get("egfr", nowhere), status.get("creatinine", nowhere)
edge = np.where(of_creatinine == 2, ckd_epi(2 * scr, *ckd_epi_2021), egfr)
edge = np.where(reported, np.where(kind == 2, 2 * egfr, egfr), edge)
kind = np.where(reported, kind, np.where(of_creatinine > 1, 5 - of_creatinine, of_creatinine)) * ~np.isnan(egfr)
steps = np.stack([limit(edge, kind, step) for step in (90, 60, 45, 30, 15)])
stage, below_60 = np.where((steps != 0).all(axis=0), (steps == -1).sum(axis=0), np.nan), -steps[1]
put("ckd_g", np.where(dialysis, 7, stage + 1 + 7 * transplant), dialysis | ~(age < 2))
low, high = -reaches("uacr", 3, 30), reaches("uacr", 30, 300, above=True)
ckd_a = put("ckd_a", np.select([low == 1, high == 1, (low == -1) & (high == -1)], [1.0, 3.0, 2.0], np.nan))
heat = np.array([[1, 2, 3], [1, 2, 3], [2, 3, 4], [3, 4, 4], [4, 4, 4], [4, 4, 4]])
# What a limit leaves open may all have one risk: G4 and G5 have one whatever the albuminuria.
mildest = heat[(steps == -1).sum(axis=0), (low == -1) * 1 + (high == 1)]
gravest = heat[(steps != 1).sum(axis=0), (low != 1) * 1 + (high != -1)]
put("ckd_risk", mildest, ~dialysis & ~np.isnan(egfr) & ~(age < 18) & (mildest == gravest))
damage = np.where(age < 2, 0, np.maximum(below_60, -low))
first = pd.Series(np.where(damage == 1, day, np.nan)).groupby(patient).cummin().to_numpy()
grafted = pd.Series(transplant).groupby(patient).cummax().to_numpy()
put("ckd_chronic", np.select(
    [dialysis | grafted, age < 2, damage == -1, (damage == 1) & (day - first >= 90), damage == 1], [3.0, np.nan, 1.0, 3.0, 2.0], np.nan))
# Least squares over the visits so far whose eGFR came about in the same way, by running sums.
way = np.where(reported, fact.get("egfr_equation", nowhere), -2)
d = pd.DataFrame({"patient": patient, "way": way, "day": day, "y": egfr}).dropna()
group = d.groupby(["patient", "way"])
count, d["day"], d["y"] = group.cumcount() + 1, d["day"] - group["day"].transform("first"), d["y"] - 50
d["tt"], d["ty"] = d["day"] ** 2, d["day"] * d["y"]
sums = d.groupby(["patient", "way"])[["day", "y", "tt", "ty"]].cumsum()
slope = (count * sums["ty"] - sums["day"] * sums["y"]) / (count * sums["tt"] - sums["day"] ** 2) * 365.25
put("egfr_slope", slope.where((count >= 3) & (d["day"] >= 90)).reindex(range(n)).to_numpy())

# Insulin, lipids, fat, liver.
mine = ~fed & ~injected & ~is_("diabetes", "type1")
own, sober = mine & adult, ~fed & adult
put("homa_ir", glucose * insulin / 22.5, own)
put("homa_b", 20 * insulin / (glucose - 3.5), own & (glucose > 3.5))
logs = np.log10(insulin) + np.log10(mg_glucose)
put("quicki", 1 / logs, own & (logs > 0))
put("revised_quicki", 1 / (logs + np.log10(ffa)), own & (logs + np.log10(ffa) > 0))
put("firi", glucose * insulin / 25, own)
tyg = put("tyg", np.log(mg_tg * mg_glucose / 2), sober)
put("tyg_bmi", tyg * bmi)
put("tyg_wc", tyg * waist)
put("tg_hdl", mg_tg / mg_hdl, sober)
mets_ir = put("mets_ir", np.log(2 * mg_glucose + mg_tg) * bmi / np.log(mg_hdl), sober & (mg_hdl > 1))
central = 0.011 * np.log(mets_ir) ** 3 + 3.239 * np.log(waist / height) ** 3
put("mets_vf", 4.466 + central + 0.319 * male + 0.594 * np.log(age), sexed)
put("mcauley", np.exp(2.63 - 0.28 * np.log(insulin) - 0.31 * np.log(tg)), own)
put("adipo_ir", ffa * insulin, mine)
put("lep_adipo", lab("leptin") / lab("adiponectin"), adult)
put("homa_ad", glucose * insulin / (22.5 * lab("adiponectin")), own)
put("spise", 600 * mg_hdl**0.185 / (mg_tg**0.2 * bmi**1.338), sober)
put("egdr", 21.158 - 0.09 * waist - 3.407 * (hypertension == 1) - 0.551 * hba1c, adult & (hypertension != 0))
put("aip", np.log10(tg / hdl), sober)
spare = waist - np.where(female, 58, 65)
put("lap", spare * tg, sober & sexed & (spare > 0))
build = np.where(female, (36.58 + 1.89 * bmi) * 0.81 / 1.52, (39.68 + 1.88 * bmi) * 1.03 / 1.31)
put("vai", waist / build * tg / hdl, sober & sexed)
y = 0.953 * np.log(mg_tg) + 0.139 * bmi + 0.718 * np.log(lab("ggt")) + 0.053 * waist - 15.745
put("fli", 100 / (1 + np.exp(-y)), sober)
put("fib4", age * lab("ast") / (lab("platelets") * np.sqrt(lab("alt"))), adult)
# Severity: white, black, Hispanic women, then men; intercept, fat, HDL, systolic pressure, ln triglycerides, glucose.
white, black = is_("ethnicity", "us_white", "europid"), is_("ethnicity", "us_black", "sub_saharan_african")
people = np.select([white, black, is_("ethnicity", "us_hispanic", "central_south_american")], [0, 1, 2], -1)
predictors = np.stack([np.ones(n), nothing, mg_hdl, sbp, np.log(mg_tg), mg_glucose])
for name, fat, aged, numbers in (
    ("wc", waist, age >= 20, """
 -7.2591 .0254 -.012 .0075 .58 .0203 -7.1913 .0304 -.0095 .0054 .4455 .0225 -7.7641 .0162 -.0157 .0084 .8872 .0206
 -5.4559 .0125 -.0251 .0047 .8244 .0106 -6.3767 .0232 -.0175 .004 .54 .0203 -5.5541 .0135 -.0278 .0054 .834 .0105"""),
    ("bmi", bmi, age >= 20, """
 -6.5231 .0523 -.0138 .0081 .6125 .0208 -6.7982 .0484 -.0108 .0073 .5278 .0281 -7.1844 .0333 -.0166 .0085 .8625 .0221
 -4.8316 .0315 -.0272 .0044 .8018 .0101 -4.8134 .046 -.0233 .002 .5983 .0166 -4.8198 .0355 -.0303 .0051 .7835 .0104"""),
    ("adolescent", lab("bmi_z"), (age >= 12) & (age < 20), """
 -4.3757 .4849 -.0176 .0257 .3172 .0083 -3.7145 .5136 -.019 .0131 .4442 .0108 -4.7637 .352 -.0263 .0152 .691 .0133
 -4.931 .2804 -.0257 .0189 .624 .014 -4.7544 .2401 -.0284 .0134 .6773 .0179 -3.2971 .293 -.0315 .0109 .6137 .0095""")):
    b = np.array(numbers.split(), float).reshape(6, 6).T[:, np.maximum(people, 0) + 3 * male]
    predictors[1] = fat
    put(f"mets_z_{name}", (b * predictors).sum(axis=0), aged & ~fed & sexed & (people >= 0))

# Nutrition.
put("gnri", 1.489 * albumin + 41.7 * np.minimum(np.where(np.isnan(from_size), bmi, from_size) / 22, 1), adult)
ideal = height - 100 - (height - 150) / np.where(female, 2.5, 4)
put("gnri_lorentz", 1.489 * albumin + 41.7 * np.minimum(weight / ideal, 1), adult & sexed & (ideal > 0))
put("pni", albumin + 5 * lymphocytes, adult)
points = [sum((x < step * (1 - 1e-9)) * 1.0 for step in marks) for x, marks in (
    (albumin, (35, 30, 25)), (lymphocytes, (1.6, 1.2, 0.8)), (mg_chol, (180, 140, 100)))]
put("conut", 2 * points[0] + points[1] + points[2], adult & ~np.isnan(albumin + lymphocytes + mg_chol))
chemistry = any_of(-reaches("albumin", 38), -reaches("cholesterol", 100 / 38.67),
                   np.where(dialysis, -reaches("prealbumin", 300), -1))
doubtful = ~dialysis & ~is_("dialysis", "none") & (reaches("prealbumin", 300) == -1) & (chemistry == -1)
chemistry = np.where(doubtful, 0, chemistry)
lost = np.zeros(n)
for lag in range(1, n):
    same = patient[lag:] == patient[:-lag]
    if not same.any():
        break
    span, loss = day[lag:] - day[:-lag], 1 - weight[lag:] / weight[:-lag]
    seen = same & (span > 0) & (span <= 183) & ~np.isnan(loss)
    now = np.where((span <= 92) & (loss >= 0.05) | (loss >= 0.10), 1, np.where(span <= 92, -1, lost[lag:]))
    lost[lag:] = np.where(seen & (lost[lag:] != 1), now, lost[lag:])
mass = np.where(reaches("body_fat", 10) == -1, 1, any_of(-has_bmi(23), lost))

# Risks.
four = [age / 10 - 7.036, male - 0.5642, egfr / 5 - 7.222, np.log(acr) - 5.137]
six = [*four, (diabetes == 1) - 0.5106, (hypertension == 1) - 0.8501]
eight = [*four, albumin / 10 - 3.997, lab("phosphate") * 3.0974 - 3.916, lab("bicarbonate") - 25.57,
         lab("calcium") * 4.008 - 9.355]
failing = adult & ~dialysis & ~transplant & sexed & (egfr < 60) & (egfr > 0)
for terms, b, where, survival in (
    (four, (-0.2201, 0.2467, -0.5567, 0.4510), True, (0.9750, 0.9240, 0.9832, 0.9365)),
    (six, (-0.2218, 0.2553, -0.5541, 0.4562, -0.1475, 0.1426), (diabetes != 0) & (hypertension != 0),
     (0.9750, 0.9240, 0.9830, 0.9370)),
    (eight, (-0.1992, 0.1602, -0.4919, 0.3364, -0.3441, 0.2604, -0.07354, -0.2228), True,
     (0.9780, 0.9301, 0.9827, 0.9245))):
    hazard = np.exp(sum(x * y for x, y in zip(b, terms)))
    for name, baseline in zip(("2y_na", "5y_na", "2y_other", "5y_other"), survival):
        put(f"kfre{len(b)}_{name}", 1 - baseline**hazard, failing & where)
smoking, statin, shape = asked("smoking"), asked("drug_statin"), np.where(np.isnan(bmi), 25, bmi)
within = adult & ~dialysis & sexed & (diabetes != 0) & (smoking != 0) & (bp_drug != 0) & (statin != 0) & (shape < 40)
for x, least, most in ((mg_chol, 130, 320), (mg_hdl, 20, 100), (sbp, 90, 200), (egfr, 15, 140), (shape, 18.5, 40)):
    within &= (x >= least - 1e-9) & (x <= most + 1e-9)
t, sugar, smokes, treated, lowered = (age - 55) / 10, *((x == 1) * 1.0 for x in (diabetes, smoking, bp_drug, statin))
rest, h, high = (mg_chol - mg_hdl) * 0.02586 - 3.5, (mg_hdl * 0.02586 - 1.3) / 0.3, (np.maximum(sbp, 110) - 130) / 20
heavy, lean = (np.maximum(shape, 30) - 30) / 5, (np.minimum(shape, 30) - 25) / 5
worn = (np.minimum(egfr, 60) - 60) / -15
x = {
    "constant": np.ones(n), "sdi_missing": np.ones(n), "age": t, "age2": t**2, "nonhdl": rest, "hdl": h,
    "sbp_low": (np.minimum(sbp, 110) - 110) / 20, "sbp_high": high, "diabetes": sugar, "smoking": smokes,
    "bmi_low": lean, "bmi_high": heavy, "egfr_low": worn, "egfr_high": (np.maximum(egfr, 60) - 90) / -15,
    "bp_drug": treated, "statin": lowered, "treated_sbp": treated * high, "treated_nonhdl": lowered * rest,
    "age_nonhdl": t * rest, "age_hdl": t * h, "age_sbp": t * high, "age_diabetes": t * sugar, "age_smoking": t * smokes,
    "age_bmi": t * heavy, "age_egfr": t * worn, "ln_acr": np.log(acr), "hba1c_diabetes": sugar * (hba1c - 5.3),
    "hba1c_none": (1 - sugar) * (hba1c - 5.3)}
albuminuric, glycated = (acr >= 0.1) & (acr <= 25_000), (hba1c >= 3) & (hba1c <= 15 + 1e-9)
for model, suffix, oldest, where in (
    ("base_10", "10y", 80, True), ("base_30", "30y", 60, True), ("acr_10", "10y_acr", 80, albuminuric),
    ("hba1c_10", "10y_hba1c", 80, glycated), ("full_10", "10y_full", 80, albuminuric & glycated),
    ("acr_30", "30y_acr", 60, albuminuric), ("hba1c_30", "30y_hba1c", 60, glycated),
    ("full_30", "30y_full", 60, albuminuric & glycated)):
    b = prevent.loc[model].query("index in @x")
    logit = pd.DataFrame(np.stack([x[term] for term in b.index], axis=1) @ b.to_numpy(), columns=b.columns)
    for name in ("cvd", "ascvd", "hf"):
        y = np.where(female, logit[f"female_{name}"], logit[f"male_{name}"])
        put(f"prevent_{name}_{suffix}", 1 / (1 + np.exp(-y)),
            within & where & (age >= 30) & (age < oldest) & ((name != "hf") | ~np.isnan(bmi)))


# Syndromes: a criterion is what was measured, or a pair: with the clauses of drugs and diagnoses, and without.
def by_sex(test, women, men):
    """A test with the limit of the sex; where it is unknown, what both agree on."""
    a, b = test(*women), test(*men)
    return np.where(female, a, np.where(male, b, a * (a == b)))


def girth(*groups):
    """Waist by population (limits of women and men, who has them); where it is unknown, what all agree on."""
    women, men = (np.array([[group[i]] for group in groups], float) for i in (0, 1))
    here = np.stack([is_("ethnicity", *group[2]) for group in groups])
    here |= ~here.any(axis=0)
    least, most = (np.where(female, women, np.where(male, men, f(women, men))) for f in (np.minimum, np.maximum))
    a = reaches("waist", np.where(here, least, np.inf).min(axis=0))
    return a * (a == reaches("waist", np.where(here, most, 0).max(axis=0)))


def settle(name, *criteria, obligatory=False):
    for reading, end in enumerate(("", "_measured")):
        c = np.stack([x[reading] if isinstance(x, tuple) else x for x in criteria])
        need = c[0] if obligatory else 1
        absent = (need == -1) | ((c >= 0).sum(axis=0) < 3)
        out[f"mets_{name}{end}"] = np.select([~adult, absent, (need == 1) & ((c == 1).sum(axis=0) >= 3)], [0, 1, 2], 0)


def clause(measured, drug):
    return np.maximum(measured, drug), measured


old_world, asian = ("europid", "middle_eastern", "sub_saharan_african"), ("south_asian", "other_asian")
states, latin = ("us_white", "us_black", "us_hispanic"), "central_south_american"
named = is_("drug_metformin", "yes") | is_("drug_glitazone", "yes")
lipid, pill = asked("drug_lipid"), np.maximum(np.where(named, 1, asked("drug_glucose")), asked("drug_insulin"))
bp_drug = np.where(recorded == -1, -1, bp_drug)
bp_130 = clause(np.maximum(reaches("sbp", 130), reaches("dbp", 85)), bp_drug)
bp_140 = clause(np.maximum(reaches("sbp", 140), reaches("dbp", 90)), bp_drug)
fat = reaches("triglyceride", 1.7, 150) * ~fed
fats = clause(fat, lipid)
sweet, sweet_6 = reaches("glucose", 5.6, 100) * ~fed, reaches("glucose", 6.1, 110) * ~fed
hdl_ncep, hdl_idf, hdl_joint, hdl_old = (
    by_sex(lambda mmol, mg: -reaches("hdl", mmol, mg), *limits) for limits in (
        ((1.3, 50), (1.03, 40)), ((1.29, 50), (1.03, 40)), ((1.3, 50), (1.0, 40)), ((1.0, 39), (0.9, 35))))
obese = girth((80, 90, (*asian, "chinese", "japanese")), (88, 102, (*old_world, *states, latin, "other")))
settle("ncep_2005", obese, fats, clause(hdl_ncep, lipid), bp_130, clause(sweet, pill))
obese = girth((80, 94, (*old_world, "us_white", "us_black")), (90, 85, ("japanese",)),
              (80, 90, (*asian, "chinese", latin, "us_hispanic")))
settle("idf_2005", np.where((obese == 0) & (has_bmi(30, above=True) == 1), 1, obese), fats, clause(hdl_idf, lipid), bp_130,
       clause(sweet, three(is_("diabetes", "type2"), is_("diabetes", "none", "type1"))), obligatory=True)
obese = girth((80, 94, old_world), (80, 90, (*asian, latin)), (88, 102, states), (80, 85, ("chinese",)),
              (90, 85, ("japanese",)))
settle("harmonized_2009", obese, fats, clause(hdl_joint, lipid), bp_130, clause(sweet, pill))
loaded = np.where(np.isnan(lab("glucose_2h")), -1, reaches("glucose_2h", 7.8, 140))
raised = clause(np.maximum(sweet_6, loaded), np.where(diabetes == 0, pill, diabetes))
ratio = waist / lab("hip")
# 99 over 110 is 0.9, whatever the last bit says.
hips = by_sex(lambda x: limit(ratio, ~np.isnan(ratio), x, above=True), (0.85,), (0.90,))
# Insulin resistance by clamp is nobody's lab: the first criterion is never absent.
settle("who_1999", tuple(np.maximum(x, 0) for x in raised), np.maximum(hips, has_bmi(30, above=True)),
       np.maximum(fat, hdl_old), bp_140, reaches("uacr", 3, 30), obligatory=True)
top = reaches("insulin", 72) * ~(fed | injected | dialysis | (below_60 == 1))
top = np.where((diabetes == 1) | (diabetes == 0) & injected, -1, np.where(diabetes == 0, np.minimum(top, 0), top))
lipids = np.maximum(reaches("triglyceride", 2.0, 178, above=True) * ~fed, -reaches("hdl", 1.0, 39))
settle("egir_1999", top, girth((80, 94, ())), clause(lipids, lipid), bp_140, sweet_6, obligatory=True)
# Diabetes counts where it is treated.
raised = clause(np.maximum(sweet_6, loaded), np.where(diabetes == -1, -1, pill))
settle("cds_2004", has_bmi(25), raised, bp_140, np.maximum(fat, hdl_old))
settle("cds_2020", girth((85, 90, ())), raised, bp_130, fat, -reaches("hdl", 1.04, 40))

hd = is_("dialysis", "haemodialysis")
npcr, npna, may_be_more = broken_down()
out["npcr"], out["npna"] = np.where(adult & hd, npcr, np.nan), np.where(adult & ~dialysis, npna, np.nan)
spent = np.where(hd, out["npcr"], out["npna"])
put("pew", wasting(chemistry, mass, spent, may_be_more, hd, dialysis), adult)
items = sum(lab(f"mis_{x}") for x in ("weight", "intake", "symptoms", "function", "comorbidity", "fat", "muscle"))
for values, limits in ((bmi, (20, 18, 16)), (albumin / 10, (4.0, 3.5, 3.0)),
                       (lab("iron_binding_capacity") * 5.5845, (250, 200, 150))):
    items = items + np.where(np.isnan(values), np.nan, sum((values < x * (1 - 1e-9)) * 1.0 for x in limits))
out["mis"] = np.where(adult & dialysis, items, np.nan)

write_back()

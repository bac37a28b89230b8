"""Protein-energy wasting for indices.py: three of four categories, each 1 met, -1 excluded or 0 unknown."""

import numpy as np

from indices_store import any_of, day, is_, lab, n, patient, reaches, three


def broken_down():
    """Protein by urea, g/kg/d: on haemodialysis, without dialysis, and whether the first is only the least that it can be."""
    nitrogen, weight = lab("urine_urea_nitrogen"), lab("weight")
    rise = (lab("urea_nitrogen") - lab("urea_nitrogen_post")) * 2.801
    rate = 0.22 + 0.036 * rise * 24 / lab("interdialytic_hours")
    rate += np.where(np.isnan(nitrogen), 0, 6.25 * nitrogen / weight)
    before = 6.25 * (nitrogen + 0.031 * weight) / weight
    return np.where(rise > 0, rate, np.nan), before, np.isnan(nitrogen) & ~(lab("residual_clearance") == 0)


def wasting(chemistry, mass, spent, may_be_more, hd, dialysis):
    """The level of every visit. `spent` is the protein broken down, g/kg/d, on haemodialysis (`hd`) perhaps more."""
    undialysed = is_("dialysis", "none")

    def choose(on, before):
        return np.where(dialysis, on, np.where(undialysed | (on == before), before, 0))

    now = choose(three(spent < 0.8, spent >= 0.8), three(spent < 0.6, spent >= 0.6))
    now = np.where((now == 1) & (hd & may_be_more | ~dialysis & ~undialysed), 0, now)
    is_told = ~np.isnan(lab("protein_intake"))
    told = choose(-reaches("protein_intake", 0.8), -reaches("protein_intake", 0.6))
    now = np.where(is_told, told, now)
    eaten = np.where(is_told, told, lasting(now))
    arm = np.where(reaches("arm_muscle_area", 90) == -1, 1, 0)
    categories = np.stack([chemistry, mass, arm, any_of(eaten, -reaches("energy_intake", 25))])
    met, excluded = (categories == 1).sum(axis=0), (categories == -1).sum(axis=0)
    return np.select([met >= 3, excluded >= 2, met == 2, (met == 1) & (excluded == 1)], [4.0, 1.0, 3.0, 2.0], np.nan)


def lasting(now):
    """Little protein at this visit and at one two to six months before, never enough between."""
    lasted, is_open = np.where(now == 1, 0, now), now == 1
    for lag in range(1, n):
        same = patient[lag:] == patient[:-lag]
        if not same.any():
            break
        span = day[lag:] - day[:-lag]
        told = same & is_open[lag:] & (span <= 183) & ((now[:-lag] == -1) | (now[:-lag] == 1) & (span >= 60))
        answer = np.where(now[:-lag] == 1, 1, np.where(span < 60, -1, 0))
        lasted[lag:] = np.where(told, answer, lasted[lag:])
        is_open[lag:] &= ~told
    return lasted

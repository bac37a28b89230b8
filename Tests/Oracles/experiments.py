"""Writes Tests/MechanismTests/Fixtures/experiments.csv: the experiments on the review's claims, with the shipped file's own
parameter values, by libRoadRunner.

Run from the top of the repository, with python3 and the packages libroadrunner, python-libsbml and numpy, after any change
of the model, the experiments, the clamps, the backgrounds or the mapping: python3 Tests/Oracles/experiments.py

An experiment compares two states. In each, first everything settles under habitual inputs; then, where there is a clamp or
a test, plasma and the slow states are held where they have come to, the inputs of the test are changed, and signalling
settles anew. Both are integrated by CVODE until nothing moves.
"""
import csv
import functools
import math

import libsbml
import numpy
import roadrunner

DATA = "Sources/Mechanism/"
MODEL = DATA + "Model/mtorc1.xml"
FIXTURE = "Tests/MechanismTests/Fixtures/experiments.csv"
TISSUES = ["a", "m", "l"]
PLASMA = ["glucose", "ffa", "leptin", "adiponectin", "insulin"]
INSULIN = [f"insulin_{t}" for t in TISSUES]
SLOW = ("grb10", "irs1_loss_feedback", "irs1_loss_stress", "capacity", "ectopic_lipid")
SWEEP = 15
AT_REST = 1e-12  # a minute, of fractions and levels; the slowest turnover is 0.00035 a minute


def table(path):
    with open(DATA + path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


CONSTANT = {row["name"]: float(row["value"]) for row in table("Model/mapping.csv")}
MAN = {row["quantity"]: float(row["male"]) for row in table("Model/reference_person.csv")}
CLAMPS = {row["clamp"]: row["changes"] for row in table("Experiments/clamps.csv")}


# From a background to the model's inputs.


def share(amount, full):
    """How much of a full deficit or excess an amount is."""
    return float(numpy.clip(amount / full, 0, 1))


def habitual(quantities):
    """Habitual inputs of a man by the ids of the model: what is not given is the reference man's."""
    labs = MAN | quantities
    c = CONSTANT
    fed, fasting = c["fed_share"], 1 - c["fed_share"]
    on_dialysis = labs.get("dialysis", 0) == 1
    # A solute made at a constant rate rests at a level in proportion to 1/clearance.
    dialysed = c["haemodialysis_clearance_base"] + c["haemodialysis_clearance_kt_v"] * c["haemodialysis_kt_v"]
    clearance = dialysed + c["haemodialysis_residual"] if on_dialysis else labs["egfr"]
    healthy, full = c["load_gfr_from"], c["load_clearance_full"]
    load = (1 / float(numpy.clip(clearance, full, healthy)) - 1 / healthy) / (1 / full - 1 / healthy)
    # Two signs of wasting: both count as far as they agree, and a low BMI alone counts a little.
    thin = share(c["bmi_deficit_from"] - labs["bmi"], c["bmi_deficit_range"])
    inflamed = c["albumin_crp_half"] / (c["albumin_crp_half"] + labs["crp"])
    hypoalbuminaemic = inflamed * share(c["albumin_deficit_from"] - labs["albumin"], c["albumin_deficit_range"])
    deficit = min(thin, hypoalbuminaemic) + c["bmi_lone_weight"] * max(thin - hypoalbuminaemic, 0)
    excess = float(numpy.clip((labs["bmi"] - c["bmi_excess_from"]) / c["bmi_excess_range"], 0, 1.5))
    amino_acids = c["amino_acids_fasting"] * (1 - c["amino_acids_deficit"] * deficit + c["amino_acids_excess"] * excess)
    day = {name: fasting + fed * c[f"fed_{name}_ratio"] for name in ("insulin", "glucose", "amino_acid", "ffa")}
    return {
        **dict.fromkeys(INSULIN, labs["insulin"] * day["insulin"]),
        "glucose": labs["glucose"] * day["glucose"],
        "ffa": labs["ffa"] * day["ffa"],
        "amino_acids": amino_acids * day["amino_acid"],
        **{name: labs[name] for name in ("leptin", "adiponectin", "tnf_alpha", "il6")},
        "leptin_sex_reference": MAN["leptin"],
        "adiponectin_sex_reference": MAN["adiponectin"],
        "gfr": c["dialysis_gfr"] if on_dialysis else labs["egfr"],
        "uraemic_load": load,
        "acidosis": share(c["bicarbonate_from"] - labs["bicarbonate"], c["bicarbonate_range"]),
        "vitamin_d_deficit": share(c["vitamin_d_from"] - labs["vitamin_d"], c["vitamin_d_range"]),
        "igf1_drive": 1 - c["igf1_fall"] * load,
        "energy_supply": 1 - c["energy_deficit"] * deficit + c["energy_excess"] * excess,
        **{name: labs[name] for name in ("fat_mass", "meal_glucose") if name in labs},
    }


def backgrounds():
    people = {}
    for row in table("Experiments/backgrounds.csv"):
        people.setdefault(row["background"], {})[row["quantity"]] = float(row["value"])
    return {name: habitual(quantities) for name, quantities in people.items()}


BACKGROUNDS = backgrounds()


# The model with plasma moving (free), plasma held (held), and the slow states held besides (acute).


def document(context):
    read = libsbml.readSBMLFromFile(MODEL)
    model = read.getModel()
    species = [one.getId() for one in model.getListOfSpecies()]
    fixed = [] if context == "free" else PLASMA
    if context == "acute":
        fixed = fixed + [name for name in species if name.rsplit("_", 1)[0] in SLOW]
    for name in fixed:
        model.removeRuleByVariable(name)
        model.getSpecies(name).setBoundaryCondition(True)
    for name in INSULIN if fixed else []:
        model.removeRuleByVariable(name)
        model.getParameter(name).setConstant(True)
        model.getParameter(name).setValue(1)
    return read


class Solver:
    """One of the three forms of the model."""

    def __init__(self, context):
        read = document(context)
        model = read.getModel()
        rules = {rule.getVariable() for rule in model.getListOfRules() if rule.isAssignment()}
        parameters = [one for one in model.getListOfParameters() if one.getId() not in rules]
        self.inputs = {one.getId(): one.getValue() for one in parameters
                       if one.getName().startswith(("Input", "Switch", "Experiment"))}
        # A parameter that holds what a rule's variable is in the reference state.
        self.references = [one.getId() for one in parameters if one.getId().removesuffix("_reference") in rules]
        self.runner = roadrunner.RoadRunner(libsbml.writeSBMLToString(read))
        self.species = [*self.runner.model.getFloatingSpeciesIds(), *self.runner.model.getBoundarySpeciesIds()]
        self.variables = [*self.species, *rules]
        for setting, value in (("relative_tolerance", 1e-10), ("absolute_tolerance", 1e-14), ("maximum_num_steps", 100000)):
            self.runner.setIntegratorSetting("cvode", setting, value)

    def value(self, name):
        return float(self.runner.getValue(f"[{name}]" if name in self.species else name))

    def settle(self, given):
        """All variables where the model comes to rest under what is given, from there on if it gives states."""
        self.runner.resetAll()
        for name, value in given.items():
            self.runner.setValue(f"[{name}]" if name in self.species else name, value)
        for minutes in (200_000, 2_000_000):
            self.runner.simulate(0, minutes, 2)
            if numpy.abs(self.runner.getRatesOfChange()).max() <= AT_REST:
                break
        else:
            return dict.fromkeys(self.variables, math.nan)
        return {name: self.value(name) for name in self.variables} | {name: given[name] for name in INSULIN if name in given}


SOLVERS = {context: Solver(context) for context in ("free", "held", "acute")}


def changed(values, changes):
    """Values after changes such as `amino_acids*1.5` or `insulin_m=430`."""
    values = dict(values)
    for name, operation, amount in changes:
        if name not in values:
            raise SystemExit(f"{name} is not an input that can be changed here")
        values[name] = amount if operation == "=" else values[name] * amount
    return values


@functools.cache
def fluxes(variant):
    """What the `..._reference` parameters hold: the reference man's own habitual fluxes in this variant."""
    solver = SOLVERS["held"]
    found = solver.settle(solver.inputs | habitual({}) | {"variant_b": variant})
    return {name: found[name.removesuffix("_reference")] for name in solver.references}


@functools.cache
def settled(context, background, changes, variant):
    """(inputs, variables) of the habitual state."""
    solver = SOLVERS[context]
    own = {name: value for name, value in BACKGROUNDS[background].items()
           if name in solver.inputs or (context == "held" and name in PLASMA + INSULIN)}
    inputs = changed(solver.inputs | own, changes) | {"variant_b": variant}
    return inputs, solver.settle(inputs | fluxes(variant))


@functools.cache
def state(context, background, habit, test, variant):
    """Variables of a state; `test` is None where the settled state itself is read."""
    inputs, found = settled(context, background, habit, variant)
    if test is None:
        return found
    solver = SOLVERS["acute"]
    held = {name: found[name] for name in solver.species + INSULIN}
    return solver.settle(changed(inputs | held, test) | fluxes(variant))


# The table of experiments.


def expanded(name):
    """`insulin` is the insulin of all tissues, `akt_x` stands for `akt_a akt_m akt_l`."""
    if name == "insulin":
        return INSULIN
    return [f"{name[:-1]}{t}" for t in TISSUES] if name.endswith("_x") else [name]


def changes(text):
    words = " ".join(CLAMPS.get(word, word) for word in text.split()).split()
    parts = [(*word.partition("*" if "*" in word else "="),) for word in words]
    return tuple((name, operation, float(amount)) for left, operation, amount in parts for name in expanded(left))


def log2(new, old):
    return math.log2(new / old) if new > 0 and old > 0 else math.nan


def sweep_outcome(metric, doses, values):
    """(value, shape) of a sweep."""
    if any(math.isnan(value) for value in values):
        return math.nan, math.nan
    if metric == "monotone":
        total = log2(values[-1], values[0])
        return total, min(0.0, *(math.copysign(1, total) * log2(b, a) for a, b in zip(values, values[1:])))
    top = int(numpy.argmax(values))
    if metric == "interior optimum":
        return math.log2(doses[top]), min(log2(values[top], values[0]), log2(values[top], values[-1]))
    raise SystemExit(f"{metric} of a sweep is not known here")


def outcome(row, readout, variant):
    """(value, shape); shape is not a number but for sweeps."""
    clamp, both, habit, test = (changes(row[column]) for column in ("clamp", "both", "habit", "test"))
    against = row["against"] or row["background"]

    def read(background, is_changed, extra_habit=(), extra_test=()):
        acute = clamp + (test if is_changed else ()) + extra_test
        return state(row["context"], background, both + (habit if is_changed else ()) + extra_habit,
                     acute if clamp or test or extra_test else None, variant)[readout]

    if row["sweep"]:
        sign = "*" if "*" in row["sweep"] else "="
        names, _, bounds = row["sweep"].partition(sign)
        doses = numpy.geomspace(*(float(bound) for bound in bounds.split("..")), SWEEP)
        steps = [tuple((one, sign, float(dose)) for name in names.split() for one in expanded(name)) for dose in doses]
        values = [read(row["background"], True, *((step, ()) if sign == "*" else ((), step))) for step in steps]
        return sweep_outcome(row["metric"], doses, values)
    if row["metric"] == "interaction":
        rises = [read(name, True) - read(name, False) for name in (row["background"], against)]
        return log2(*rises), math.nan
    new, old = read(row["background"], True), read(against, False)
    return (new - old if row["metric"] == "difference" else log2(new, old)), math.nan


def main():
    lines = []
    for row in table("Experiments/experiments.csv"):
        for readout in expanded(row["readout"]):
            for variant in (0, 1):
                value, shape = outcome(row, readout, variant)
                lines.append(f"{row['experiment']},{readout},{'AB'[variant]},{row['metric']},{float(value)!r},{float(shape)!r}\n")
    with open(FIXTURE, "w", encoding="utf-8") as file:
        file.write("# Made by Tests/Oracles/experiments.py; do not edit. Experiments with the shipped file's own parameter values by "
                   f"libRoadRunner {roadrunner.__version__} (libSBML {libsbml.getLibSBMLDottedVersion()}).\n")
        file.write("experiment,readout,variant,metric,value,shape\n" + "".join(lines))
    unsolved = sum(line.split(",")[4] == "nan" for line in lines)
    print(f"{len(lines)} outcomes, {unsolved} of them without a value")


main()

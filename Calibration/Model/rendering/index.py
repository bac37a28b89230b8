"""index.md: what the model is and how to open it."""
import math

from .document import TISSUES, link, number, table
from .mathematics import names_of

ROADRUNNER = '''import roadrunner  # in Tellurium: tellurium.loadSBMLModel gives the same object

def solved(inputs, plasma):
    model = roadrunner.RoadRunner("Sources/Mechanism/Model/mtorc1.xml")
    for name, value in plasma.items():  # held: the patient context
        model.removeRules(name, False)
        model.setBoundary(name, True, False)
    model.regenerateModel()
    for name, value in plasma.items():
        model[f"init([{name}])"] = value
    model.reset()
    for name, value in inputs.items():
        model[name] = value
    model.simulate(0, 100000, 2)  # ten weeks: from there its Newton steps converge
    model.steadyState()
    return model

overfed = {"fat_mass": 2.5, "meal_glucose": 0.5, "energy_supply": 1.2, "amino_acids": 2.7}
patient = {"glucose": 6.1, "insulin": 150, "ffa": 0.4, "leptin": 8, "adiponectin": 12}
for model in solved(overfed, {}), solved({"gfr": 20, "uraemic_load": 0.6}, patient):
    print(f"{model['[glucose]']:.6f} {model['mtorc1_m']:.6f} {model['akt_m']:.6f}")
'''

COPASI = '''import basico

def solved(inputs, plasma):
    basico.load_model("Sources/Mechanism/Model/mtorc1.xml")
    names = {row.sbml_id: name for table in (basico.get_species(), basico.get_parameters())
             for name, row in table.iterrows()}  # COPASI goes by names
    for id, value in plasma.items():  # held: the patient context
        basico.set_species(names[id], exact=True, status="fixed", initial_concentration=value)
    for id, value in inputs.items():
        basico.set_parameters(names[id], exact=True, initial_value=value)
    basico.set_task_settings("Steady-State", {"method": {"Resolution": 1e-12}})
    if basico.run_steadystate() == 0:
        raise SystemExit("no steady state found")
    found = basico.get_species()["concentration"]
    return [found[names[id]] for id in ("glucose", "mtorc1_m", "akt_m")]

overfed = {"fat_mass": 2.5, "meal_glucose": 0.5, "energy_supply": 1.2, "amino_acids": 2.7}
patient = {"glucose": 6.1, "insulin": 150, "ffa": 0.4, "leptin": 8, "adiponectin": 12}
for values in solved(overfed, {}), solved({"gfr": 20, "uraemic_load": 0.6}, patient):
    print(" ".join(f"{value:.6f}" for value in values))
'''


def time_scales(document):
    rows = []
    for one in document.constants:
        moved = [state.base for state in document.species
                 if names_of(document.gains.get(state.id) or document.rates[state.id])[0] == one.id]
        if moved:
            half = math.log(2) / one.value
            text = f"{half:.2g} min" if half < 120 else f"{half / 60:.2g} h"
            rows.append([f"`{one.id}`", one.name, f"{number(one.value)} {one.unit}", text, ", ".join(f"`{name}`" for name in dict.fromkeys(moved))])
    return table(["rate", "what", "value", "half-time", "states"], rows)


def counted(document):
    states = sum(bool(one.tissue) for one in document.species)
    calibrated = sum(one.source.startswith("calibrated") for one in document.constants)
    return table(["what", "number"], [
        ["states of the tissues", f"{states}: {states // len(TISSUES)} in each of {len(TISSUES)}"],
        ["species of plasma, moved by rate rules", str(len(document.rates))],
        ["reactions, one gain and one loss of each state", str(len(document.gains) + len(document.losses))],
        ["assignment rules", str(len(document.rules))],
        ["parameters with a value", f"{len(document.constants)}, of them {calibrated} with a prior for the calibration"]])


def render(document):
    compartments = ", ".join(f"{one.getName()} ({link(one.getCVTerm(0).getResourceURI(0))})" for one in document.model.getListOfCompartments())
    switch = next(one for one in document.constants if one.id == "variant_b")
    treatments = ", ".join(f"`{name}`" for name in dict.fromkeys(one.base for one in document.constants if one.prior.startswith("none: set by an experiment")))
    body = ", ".join(f"`{one.id}`" for one in document.constants if one.name.startswith("Input of the experiment context"))
    return f"""# The mechanistic model

Written from [mtorc1.xml](../../Sources/Mechanism/Model/mtorc1.xml) by `Calibration/Model/render_model.py`; not edited by hand.

{document.model.getName()}: ordinary differential equations in SBML Level {document.model.getLevel()} Version {document.model.getVersion()} core. It puts into equations one review's hypothesis: that mTORC1 is overactive in the insulin resistance of overnutrition and starved in that of chronic kidney disease. It is a research model, not a medical device, and has not been validated against measured mTORC1 or glucose clamps; what speaks for and against it stands in the [model card](card.md).

![One tissue from insulin to its response, and plasma between the organs](diagram.svg)

- [Model card](card.md): intended use, evidence for and against, limits, credibility
- [Equations](equations.md), [species](species.md), [parameters](parameters.md) with values, sources and priors; the [priors held against publications](priors.md)
- [How patients are mapped onto it](../model.md), [how it came about](../decisions/0006-calibrated-model.md), [calibration](../calibration.md), [the engine that solves it](../engine.md)

## What is in it

{counted(document)}
Compartments: {compartments}. All have size 1. States are fractions or levels relative to full activity; plasma is in clinical units; time is in minutes. Every element has a unit, species and parameters an SBO term, annotations and a note with source and prior.

## Two contexts

*Patient context.* The {len(document.rates)} species of plasma ({", ".join(f"`{name}`" for name in document.rates)}) are held at what the laboratory says; a measured FFA overrides predicted lipolysis. Tissues do not talk. Insulin can be given to each tissue apart (`insulin_a`, `insulin_m`, `insulin_l`), as a clamp needs.

*Experiment context.* The file as it stands: plasma moves by its rate rules. Liver and meals bring glucose, muscle, adipose tissue and the rest take it up, a lumped pancreas answers with insulin, adipose tissue gives FFA, leptin and adiponectin. Inputs of this context alone: {body}. TNF-alpha, IL-6, GFR, amino acids and what else is named "Input" stay given.

## Two time scales

{time_scales(document)}
The half-time is ln 2 over the rate, that of a state whose loss has no further factor. The slow states let chronic exposure act otherwise than acute: Grb10 and lost IRS1 carry feedback and stress that last, `capacity` what chronic mTORC1 below or above its optimum does to a tissue, `ectopic_lipid` the habitual FFA.

## Two structural variants

`variant_b` = 0 is variant A, 1 is variant B. {switch.name.removeprefix("Switch: ")[0].upper()}{switch.name.removeprefix("Switch: ")[1:]}. Only adipose tissue differs. The sign of its feedback is an open question, so answers carry both variants and say when they disagree.

## Experiments

Treatments and knockouts are parameters: {treatments}. Drug doses are relative; amounts are relative to normal, so that 0 is a knockout. Values and meaning: [parameters](parameters.md#experiments).

## Opening the file

Both examples solve the same two steady states from the top of the repository, overnutrition in the experiment context and a patient with plasma held, and print the same lines: plasma glucose, mTORC1 and AKT of muscle. `make check` runs both and compares.

libRoadRunner or Tellurium (`pip install libroadrunner`):

```python
{ROADRUNNER}```

COPASI from Python (`pip install copasi-basico`); in the graphical COPASI open the file with *File, Import SBML*, set the plasma species to *fixed* for the patient context, and run *Tasks, Steady-State*:

```python
{COPASI}```

With Rheostat itself: `rheostat sbml steady Sources/Mechanism/Model/mtorc1.xml`.
"""

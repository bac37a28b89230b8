"""species.md and parameters.md."""
from .document import TISSUES, cell, link, number, table

WRITTEN = "Written from [mtorc1.xml](../../Sources/Mechanism/Model/mtorc1.xml) by `Calibration/Model/render_model.py`; not edited by hand."


def annotations(one):
    return ", ".join(link(address) for address in one.about)


def term(one):
    return f"[{one.sbo}](https://identifiers.org/{one.sbo})"


def species(document):
    page = f"""# Species

{WRITTEN}

{len(document.species)} species. States of the tissues are fractions or levels relative to full activity, without a dimension; the initial value is only where a solver sets out. Plasma is in concentrations. Annotations say what a species is a version of. Equations: [equations.md](equations.md).
"""
    compartments = {one.getId(): one.getName() for one in document.model.getListOfCompartments()}
    for identifier, name in compartments.items():
        rows = [[f"`{one.id}`", cell(one.name), one.compartment, term(one), annotations(one), f"{number(one.value)} {one.unit}", cell(one.note)]
                for one in document.species if one.compartment == identifier]
        page += f"\n## {name[0].upper()}{name[1:]}\n\n" + table(["id", "name", "compartment", "SBO", "annotations", "initial value", "note"], rows)
    return page


def parameters(document):
    kinds = [
        ("Inputs", "Set for each person and state. What is given stands in the file's name and in `Sources/Mechanism/Model/mapping.csv` of the tool.",
         lambda one: one.prior.startswith("none: an input")),
        ("Experiments", "At these values nothing is done. Amounts, expression and activity are relative: 0 is a knockout.",
         lambda one: one.prior.startswith("none: set by an experiment")),
        ("Held", "Not calibrated: conventions, scales, turnover, and what is left out of a tissue by structure.",
         lambda one: one.prior.startswith("none: held")),
        ("Values of the reference state", "The model's own, so that plasma of the reference person stays where it is.",
         lambda one: one.prior.startswith("none: computed from the reference state")),
        ("Whole body, calibrated", "", lambda one: calibrated(one) and not one.tissue),
        *((f"{name[0].upper()}{name[1:]}, calibrated", "", lambda one, t=suffix: calibrated(one) and one.tissue == t) for suffix, name in TISSUES.items()),
    ]
    calibrated = lambda one: one.source.startswith("calibrated")
    page = f"""# Parameters

{WRITTEN}

{len(document.constants)} parameters with a value, {sum(map(calibrated, document.constants))} of them with a prior for the calibration, and {len(document.variables)} that follow from rules. Priors of positive quantities are log-normal, of shares logit-normal. "Assumed" and "recalled" are what they say: no source was found when the prior was chosen. What publications say of the priors: [priors](priors.md). What the calibration makes of the priors: [calibration](../calibration.md).

"""
    shown = 0
    sections = []
    for title, text, chosen in kinds:
        rows = [[f"`{one.id}`", cell(one.name), number(one.value), one.unit, cell(one.source.removeprefix("calibrated; prior from: ")), cell(one.prior),
                 annotations(one)] for one in document.constants if chosen(one)]
        shown += len(rows)
        sections.append((title, len(rows), (f"{text}\n\n" if text else "") + table(["id", "name", "value", "unit", "source", "prior", "annotations"], rows)))
    if shown != len(document.constants):
        raise SystemExit(f"{shown} of {len(document.constants)} parameters have a place on the page")
    rows = [[f"`{one.id}`", cell(one.name), one.unit, annotations(one), cell(one.note)] for one in document.variables]
    sections.append(("Computed from rules", len(rows), "The rules: [equations.md](equations.md).\n\n" + table(["id", "name", "unit", "annotations", "note"], rows)))
    for title, count, _ in sections:
        page += f"- [{title}](#{title.lower().replace(',', '').replace(' ', '-')}): {count}\n"
    return page + "".join(f"\n## {title}\n\n{text}" for title, _, text in sections)

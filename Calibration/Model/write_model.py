"""Writes Sources/Mechanism/Model/mtorc1.xml (SBML Level 3 Version 2 core) from the tables beside this script.

Run from the top of the repository with python3 and the package python-libsbml:

    python3 Calibration/Model/write_model.py [--values VALUES.csv]

`@` in an id or expression stands for the tissue: a (adipose), m (muscle), l (liver). VALUES.csv (id, value) takes the
place of the medians of the priors: the shipped file carries the central set of the calibrated ensemble.
"""
import argparse
import csv
import os
import re
import sys

import libsbml

from rendering import priors
from sbml_notes import (IS, IS_PROPERTY_OF, IS_VERSION_OF, XHTML, check, describe, formula_notes, in_tissue, number,
                        parameter_sbo, prior_text, qualified, species_qualifiers)

HERE = os.path.dirname(os.path.abspath(__file__))
TISSUES = {"a": ("adipose", "adipose tissue", "UBERON:0001013"), "m": ("muscle", "skeletal muscle", "UBERON:0001134"),
           "l": ("liver", "liver", "UBERON:0002107")}
UNITS = {  # id: (name, [(kind, exponent, scale, multiplier)])
    "minute": ("minute", [(libsbml.UNIT_KIND_SECOND, 1, 0, 60)]),
    "per_minute": ("1/min", [(libsbml.UNIT_KIND_SECOND, -1, 0, 60)]),
    "mmol": ("mmol", [(libsbml.UNIT_KIND_MOLE, 1, -3, 1)]),
    "pmol": ("pmol", [(libsbml.UNIT_KIND_MOLE, 1, -12, 1)]),
    "ug": ("ug", [(libsbml.UNIT_KIND_GRAM, 1, -6, 1)]),
    "mg": ("mg", [(libsbml.UNIT_KIND_GRAM, 1, -3, 1)]),
    "pmol_per_L": ("pmol/L", [(libsbml.UNIT_KIND_MOLE, 1, -12, 1), (libsbml.UNIT_KIND_LITRE, -1, 0, 1)]),
    "mmol_per_L": ("mmol/L", [(libsbml.UNIT_KIND_MOLE, 1, -3, 1), (libsbml.UNIT_KIND_LITRE, -1, 0, 1)]),
    "ng_per_mL": ("ng/mL", [(libsbml.UNIT_KIND_GRAM, 1, -9, 1), (libsbml.UNIT_KIND_LITRE, -1, -3, 1)]),
    "ug_per_mL": ("ug/mL", [(libsbml.UNIT_KIND_GRAM, 1, -6, 1), (libsbml.UNIT_KIND_LITRE, -1, -3, 1)]),
    "pg_per_mL": ("pg/mL", [(libsbml.UNIT_KIND_GRAM, 1, -12, 1), (libsbml.UNIT_KIND_LITRE, -1, -3, 1)]),
    "mL_per_min_173": ("mL/min/1.73 m2", [(libsbml.UNIT_KIND_LITRE, 1, -3, 1), (libsbml.UNIT_KIND_SECOND, -1, 0, 60),
                                          (libsbml.UNIT_KIND_METRE, -2, 0, 1.31529464379659)]),
}
# Amounts of which plasma concentrations are made; the amount unit times 1/litre is the concentration's unit.
SUBSTANCE = {"mmol_per_L": "mmol", "pmol_per_L": "pmol", "ng_per_mL": "ug", "ug_per_mL": "mg"}


def table(name):
    with open(os.path.join(HERE, name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def each_tissue(row):
    """(suffix, id, name) for each tissue of a row; one without tissues stands for itself."""
    if not row["tissues"]:
        return [("", row["id"], row["name"])]
    return [(t, f"{row['id']}_{t}", f"{row['name']}, {TISSUES[t][0]}") for t in "aml" if t in row["tissues"]]


def mathematics(text, suffix, what):
    settings = libsbml.L3ParserSettings()
    settings.setParseUnits(libsbml.L3P_PARSE_UNITS)
    node = libsbml.parseL3FormulaWithSettings(text.replace("@", suffix), settings)
    if node is None:
        sys.exit(f"{what}: {libsbml.getLastParseL3Error()}")
    stack = [node]
    while stack:  # a bare number is dimensionless
        one = stack.pop()
        if one.isNumber() and not one.isSetUnits():
            one.setUnits("dimensionless")
        stack += [one.getChild(i) for i in range(one.getNumChildren())]
    return node


def names_in(node):
    found = [node.getName()] if node.isName() else []
    for i in range(node.getNumChildren()):
        found += names_in(node.getChild(i))
    return found


def create_document():
    document = libsbml.SBMLDocument(3, 2)
    model = document.createModel()
    model.setId("mtorc1")
    model.setName("mTORC1 and insulin signalling in adipose tissue, muscle and liver, with the inputs of chronic kidney disease")
    # Only a default, and every species states its own. With a dimensionless one COPASI 4.48 takes some parameter that is 1
    # for its factor from amounts to particles, and changing that parameter changes every tissue.
    model.setSubstanceUnits("mmol")
    model.setExtentUnits("dimensionless")
    model.setTimeUnits("minute")
    model.setVolumeUnits("litre")
    model.setNotes(f'<p xmlns="{XHTML}">Species of the tissues are fractions or levels relative to full activity (dimensionless); plasma is in concentrations; time is in minutes. '
                   "Fast signalling settles within minutes to hours; the slow states (grb10, irs1_loss_feedback, irs1_loss_stress, capacity, ectopic_lipid) over days. "
                   "In each tissue four rules (link_upstream, link_lipid, link_feedback, link_capacity) are the only ways in which anything but insulin and IGF-1 reaches the insulin response. "
                   "In the experiment context the five species of plasma move; in the patient context they are held at the patient's values. "
                   "variant_b switches the structural variant of the adipose feedback. Values are the central set of the calibrated ensemble. "
                   "A research model and a hypothesis; not a medical device.</p>")
    for identifier, (name, parts) in UNITS.items():
        unit = model.createUnitDefinition()
        unit.setId(identifier)
        unit.setName(name)
        for kind, exponent, scale, multiplier in parts:
            one = unit.createUnit()
            one.setKind(kind)
            one.setExponent(exponent)
            one.setScale(scale)
            one.setMultiplier(multiplier)
    for identifier, name, about in [*TISSUES.values(), ("plasma", "blood plasma", "UBERON:0001969")]:
        compartment = model.createCompartment()
        compartment.setId(identifier)
        compartment.setName(name)
        compartment.setConstant(True)
        compartment.setSpatialDimensions(3)
        compartment.setSize(1)
        compartment.setUnits("litre")
        describe(compartment, identifier, "SBO:0000290",
                 f"{name}: size 1 by convention, since species are relative amounts or concentrations.", qualified(about, IS))
    return document, model


def add_parameters(model, values):
    _, found = priors.matched()
    for row in table("parameters.csv"):
        for suffix, identifier, name in each_tissue(row):
            value = float(values.get(identifier, row["median"]))
            parameter = model.createParameter()
            parameter.setId(identifier)
            parameter.setName(name)
            parameter.setConstant(True)
            parameter.setValue(value)
            parameter.setUnits(row["unit"])
            calibrated = row["role"] in ("lognormal", "logitnormal")
            source = ("calibrated; prior from: " if calibrated else "") + (row["source"] or "by definition")
            said = priors.tally(row, found)
            source += f". Publications on it: {said} (docs/model/priors.md)" if said else ""
            describe(parameter, identifier, parameter_sbo(row),
                     f"{name}: {number(value)} {row['unit']}. Source: {source}. Prior: {prior_text(row)}.",
                     qualified(row["about"], IS_PROPERTY_OF))
    for row in table("rules.csv"):
        for suffix, identifier, name in each_tissue(row):
            parameter = model.createParameter()
            parameter.setId(identifier)
            parameter.setName(name)
            parameter.setConstant(False)
            parameter.setUnits(row["unit"])
            describe(parameter, identifier, "SBO:0000002",
                     formula_notes(f"{name} = {in_tissue(row['expression'], suffix)}", row["note"]),
                     qualified(row["about"], IS_PROPERTY_OF))


def add_plasma(model):
    defaults = {row["id"]: row["median"] for row in table("parameters.csv")}
    for row in table("plasma.csv"):
        species = model.createSpecies()
        species.setId(row["id"])
        species.setName(row["name"])
        species.setCompartment("plasma")
        species.setInitialConcentration(float(defaults[row["initial"]]))
        species.setSubstanceUnits(SUBSTANCE[row["unit"]])
        species.setHasOnlySubstanceUnits(False)
        species.setBoundaryCondition(False)
        species.setConstant(False)
        describe(species, row["id"], "SBO:0000247" if row["about"].startswith("CHEBI") else "SBO:0000252",
                 f"{row['name']}. {row['note']} Source of the initial value: the reference person's habitual state. Prior: none: a state.",
                 species_qualifiers(row["about"]))


def add_tissues(model):
    for t in "aml":
        for row in table("states.csv"):
            if t not in row["tissues"]:
                continue
            species = model.createSpecies()
            identifier, name = f"{row['id']}_{t}", f"{row['name']}, {TISSUES[t][0]}"
            species.setId(identifier)
            species.setName(name)
            species.setCompartment(TISSUES[t][0])
            species.setInitialAmount(float(row["initial"]))
            species.setSubstanceUnits("dimensionless")
            species.setHasOnlySubstanceUnits(True)
            species.setBoundaryCondition(False)
            species.setConstant(False)
            describe(species, identifier, row["sbo"],
                     f"{name}. {row['note']} Source of the initial value: a start for the solver, near the reference state. Prior: none: a state.".replace(".  ", ". "),
                     species_qualifiers(row["about"]))


def add_rules(model):
    for row in table("rules.csv"):
        for suffix, identifier, name in each_tissue(row):
            rule = model.createAssignmentRule()
            rule.setVariable(identifier)
            check(rule.setMath(mathematics(row["expression"], suffix, identifier)), identifier)
            check(rule.setMetaId(f"meta_rule_{identifier}"), identifier)
            rule.setSBOTerm("SBO:0000064")
    for row in table("plasma.csv"):
        rule = model.createRateRule()
        rule.setVariable(row["id"])
        check(rule.setMath(mathematics(row["rate"], "", row["id"])), row["id"])
        check(rule.setMetaId(f"meta_rule_{row['id']}"), row["id"])
        rule.setSBOTerm("SBO:0000064")


def add_reactions(model):
    species = {model.getSpecies(i).getId() for i in range(model.getNumSpecies())}
    for t in "aml":
        for row in table("states.csv"):
            if t not in row["tissues"]:
                continue
            state = f"{row['id']}_{t}"
            for kind, expression, verb in (("gain", row["gain"], "Gain"), ("loss", row["loss"], "Loss")):
                reaction = model.createReaction()
                identifier = f"{row['id']}_{kind}_{t}"
                reaction.setId(identifier)
                reaction.setName(f"{verb} of {row['name']}, {TISSUES[t][0]}")
                reaction.setReversible(False)
                law = mathematics(f"{row['rate']} * ({expression})", t, identifier)
                reference = reaction.createProduct() if kind == "gain" else reaction.createReactant()
                reference.setSpecies(state)
                reference.setStoichiometry(1)
                reference.setConstant(True)
                for name in dict.fromkeys(names_in(law)):
                    if name in species and not (kind == "loss" and name == state):
                        reaction.createModifier().setSpecies(name)
                check(reaction.createKineticLaw().setMath(law), identifier)
                describe(reaction, identifier, "SBO:0000176",
                         formula_notes(f"{reaction.getName()}: rate {row['rate']} * ({in_tissue(expression, t)}) per minute", row["note"]),
                         qualified(row[f"{kind}_about"], IS_VERSION_OF))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--values")
    parser.add_argument("--out", default=os.path.join(HERE, "../../Sources/Mechanism/Model/mtorc1.xml"))
    arguments = parser.parse_args()
    values = {}
    if arguments.values:
        with open(arguments.values, newline="", encoding="utf-8") as file:
            values = {row["id"]: row["value"] for row in csv.DictReader(file)}
    document, model = create_document()
    add_plasma(model)
    add_tissues(model)
    add_parameters(model, values)
    add_rules(model)
    add_reactions(model)
    found = document.checkConsistency()
    for i in range(found):
        print(document.getError(i).getMessage(), file=sys.stderr)
    if found:
        sys.exit(f"libSBML's consistency check finds {found} things")
    text = libsbml.writeSBMLToString(document)
    text = re.sub(r"<!-- Created by libSBML.*?-->\n", "", text)
    with open(arguments.out, "w", encoding="utf-8") as file:
        file.write(text)


main()

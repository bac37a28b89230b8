"""What an element of the model's SBML file says of itself: its term, its notes, and what it is in public databases."""
import html
import sys

import libsbml

XHTML = "http://www.w3.org/1999/xhtml"
# How an element stands to a resource (biomodels.net qualifiers).
IS, HAS_VERSION, HAS_PART = libsbml.BQB_IS, libsbml.BQB_HAS_VERSION, libsbml.BQB_HAS_PART
IS_VERSION_OF, IS_PROPERTY_OF = libsbml.BQB_IS_VERSION_OF, libsbml.BQB_IS_PROPERTY_OF


def check(code, what):
    if code is None or (isinstance(code, int) and code != libsbml.LIBSBML_OPERATION_SUCCESS):
        sys.exit(f"libSBML refused {what}: {code}")


def species_qualifier(about):
    """A species is the general form of its one protein, has several as parts, and is a kind of its chemical class."""
    if not about.startswith("uniprot:"):
        return IS_VERSION_OF
    return HAS_PART if about.count("uniprot:") > 1 else HAS_VERSION


def describe(element, identifier, sbo, about, notes, qualifier):
    """SBO term, notes, and the resources (MIRIAM, identifiers.org) to which the element stands as the qualifier says."""
    check(element.setMetaId("meta_" + identifier), identifier)
    if sbo:
        check(element.setSBOTerm(sbo), sbo)
    check(element.setNotes(f'<p xmlns="{XHTML}">{html.escape(notes, quote=False)}</p>'), "notes")
    if about:
        term = libsbml.CVTerm(libsbml.BIOLOGICAL_QUALIFIER)
        term.setBiologicalQualifierType(qualifier)
        for resource in about.split():
            term.addResource("https://identifiers.org/" + resource)
        check(element.addCVTerm(term), about)


def formula_notes(formula, note):
    """Notes of what has a formula and no value: where the note names no source, its form has none but this model."""
    source = "Source: the form was chosen for this model; its parameters have sources and priors of their own. Prior: none."
    return " ".join(part for part in (f"{formula}.", note, source) if part)


def in_tissue(expression, suffix):
    return expression.replace("_@", f"_{suffix}") if suffix else expression


def number(value):
    return f"{float(value):g}"


def prior_text(row):
    role = row["role"]
    if role == "input":
        return "none: an input, set for each person and state"
    if role == "experiment":
        return "none: set by an experiment"
    if role == "fixed":
        return "none: held at this value"
    if role == "derived":
        return "none: computed from the reference state of the same set and variant"
    kind = {"lognormal": "log-normal, median", "logitnormal": "logit-normal, median"}[role]
    scale = {"lognormal": "ln", "logitnormal": "logit"}[role]
    return f"{kind} {number(row['median'])}, standard deviation of {scale} {number(row['sigma'])}"


def parameter_sbo(row):
    if row["role"] == "input" and row["unit"] not in ("dimensionless", "mL_per_min_173"):
        return "SBO:0000196"  # concentration
    if row["id"].startswith("K_") and " half " in row["name"]:
        return "SBO:0000027"  # half-effect constant
    return "SBO:0000009" if row["id"].startswith("k_") else "SBO:0000002"

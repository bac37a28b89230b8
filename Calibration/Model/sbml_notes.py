"""What an element of the model's SBML file says of itself: its term, its notes, and what it is in public databases."""
import html
import sys

import libsbml

XHTML = "http://www.w3.org/1999/xhtml"
# How an element stands to a resource (biomodels.net qualifiers).
IS, HAS_VERSION, HAS_PART = libsbml.BQB_IS, libsbml.BQB_HAS_VERSION, libsbml.BQB_HAS_PART
IS_VERSION_OF, IS_PROPERTY_OF = libsbml.BQB_IS_VERSION_OF, libsbml.BQB_IS_PROPERTY_OF
# The Gene Ontology terms that species carry beside their proteins, by what kind of term each is.
ONTOLOGY = {
    "GO:0005942": IS_VERSION_OF,  # phosphatidylinositol 3-kinase complex
    "GO:0031931": IS_VERSION_OF,  # TORC1 complex
    "GO:0004674": libsbml.BQB_HAS_PROPERTY,  # protein serine/threonine kinase activity
    "GO:0045333": IS_PROPERTY_OF,  # cellular respiration
}


def check(code, what):
    if code is None or (isinstance(code, int) and code != libsbml.LIBSBML_OPERATION_SUCCESS):
        sys.exit(f"libSBML refused {what}: {code}")


def species_qualifiers(about):
    """Each resource of a species with how it stands to it.

    A species is the general form of its one protein and a kind of its one chemical class; of several it is the pool.
    """
    resources = about.split()
    alone = len(resources) == 1
    one = HAS_VERSION if about.startswith("uniprot:") else IS_VERSION_OF
    return [(ONTOLOGY[r] if r.startswith("GO:") else one if alone else HAS_PART, r) for r in resources]


def qualified(about, qualifier):
    """Each resource with one and the same qualifier."""
    return [(qualifier, resource) for resource in about.split()]


def describe(element, identifier, sbo, notes, resources):
    """SBO term, notes, and the resources (MIRIAM, identifiers.org), each with the qualifier that says how it stands to it."""
    if not sbo or not resources:
        sys.exit(f"{identifier} needs a term of SBO and a resource: every element says what it is")
    check(element.setMetaId("meta_" + identifier), identifier)
    check(element.setSBOTerm(sbo), sbo)
    check(element.setNotes(f'<p xmlns="{XHTML}">{html.escape(notes, quote=False)}</p>'), "notes")
    for qualifier in dict.fromkeys(qualifier for qualifier, _ in resources):
        term = libsbml.CVTerm(libsbml.BIOLOGICAL_QUALIFIER)
        term.setBiologicalQualifierType(qualifier)
        for other, resource in resources:
            if other == qualifier:
                term.addResource("https://identifiers.org/" + resource)
        check(element.addCVTerm(term), identifier)


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

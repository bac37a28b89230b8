"""What the pages need of the SBML file: elements with their notes and annotations, mathematics as text."""
import re
from dataclasses import dataclass

import libsbml

TISSUES = {"a": "adipose", "m": "muscle", "l": "liver"}


@dataclass
class Element:
    """A species or a parameter."""
    id: str
    name: str
    unit: str
    sbo: str
    about: list  # what it is a version of, as addresses
    note: str
    compartment: str = ""
    value: float | None = None
    source: str = ""
    prior: str = ""

    @property
    def tissue(self):
        """Suffix of the tissue that the element belongs to; empty for plasma and the whole body."""
        return self.id[-1] if self.id[-2:-1] == "_" and self.id[-1] in TISSUES else ""

    @property
    def base(self):
        """The id that is the same in every tissue."""
        return self.id[:-1] + "@" if self.tissue else self.id

    @property
    def base_name(self):
        return self.name.removesuffix(f", {TISSUES[self.tissue]}") if self.tissue else self.name


class Document:
    """The model in the order of the file."""

    def __init__(self, path):
        document = libsbml.readSBMLFromFile(path)
        if document.checkConsistency():
            raise SystemExit(f"{path}: libSBML's consistency check finds something:\n{document.getErrorLog().toString()}")
        self.keep = document  # libSBML's elements live as long as their document
        model = self.model = document.getModel()
        self.units = {one.getId(): one.getName() for one in model.getListOfUnitDefinitions()}
        self.species = [self.read_species(one) for one in model.getListOfSpecies()]
        parameters = list(model.getListOfParameters())
        self.constants = [self.read_constant(one) for one in parameters if one.getConstant()]
        self.variables = [self.read_variable(one) for one in parameters if not one.getConstant()]
        self.rules = {one.getVariable(): one.getMath() for one in model.getListOfRules() if one.isAssignment()}
        self.rates = {one.getVariable(): one.getMath() for one in model.getListOfRules() if one.isRate()}
        self.gains, self.losses = {}, {}
        for reaction in model.getListOfReactions():
            law = reaction.getKineticLaw().getMath()
            for side, where in ((reaction.getListOfProducts(), self.gains), (reaction.getListOfReactants(), self.losses)):
                for reference in side:
                    if reference.getStoichiometry() != 1 or reference.getSpecies() in where:
                        raise SystemExit(f"{reaction.getId()}: the pages know one gain and one loss of each species, of stoichiometry 1")
                    where[reference.getSpecies()] = law
        if len(self.rules) != len(self.variables) or len(self.rates) + len(self.gains) != len(self.species):
            raise SystemExit(f"{path}: a variable without a rule, or a species without a rate")

    def element(self, one, unit):
        note = " ".join(re.sub(r"<[^>]+>", " ", one.getNotesString()).split())
        note = note.replace("&apos;", "'").replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        about = [term.getResourceURI(i) for term in one.getCVTerms() for i in range(term.getNumResources())]
        return Element(one.getId(), one.getName(), self.units.get(unit, unit), one.getSBOTermID(), about, note)

    def read_species(self, one):
        concentration = not one.getHasOnlySubstanceUnits()
        amount = self.units.get(one.getSubstanceUnits(), one.getSubstanceUnits())
        element = self.element(one, f"{amount}/L" if concentration else amount)
        element.compartment = one.getCompartment()
        element.value = one.getInitialConcentration() if concentration else one.getInitialAmount()
        parts = re.fullmatch(re.escape(one.getName()) + r"\. (.*?) ?Source of the initial value: (.*?)\. Prior: .*", element.note)
        element.note, element.source = self.parts(parts, element)
        return element

    def read_constant(self, one):
        element = self.element(one, one.getUnits())
        element.value = one.getValue()
        parts = re.fullmatch(re.escape(one.getName()) + r": \S+ \S+\. Source: (.*)\. Prior: (.*)\.", element.note)
        element.source, element.prior = self.parts(parts, element)
        return element

    def read_variable(self, one):
        element = self.element(one, one.getUnits())
        parts = re.fullmatch(re.escape(one.getName()) + r" = .+?\. (?:(.*) )?Source: the form .* Prior: none\.", element.note)
        element.note = self.parts(parts, element)[0] or ""
        return element

    @staticmethod
    def parts(found, element):
        if not found:
            raise SystemExit(f"{element.id}: the note is not in the form that write_model.py gives it: {element.note}")
        return found.groups()


def number(value):
    return f"{value:.6g}"


def link(address):
    """An identifiers.org address as a link that shows the compact identifier."""
    return f"[{address.removeprefix('https://identifiers.org/')}]({address})"


def cell(text):
    """Text for a Markdown table, with what it cites as links."""
    text = text.replace("|", "\\|").replace("<", "&lt;")
    text = re.sub(r"\bdoi (10\.\d+/[^\s,;)]+)", r"[doi \1](https://doi.org/\1)", text)
    return re.sub(r"\b(PMC\d+)", r"[\1](https://www.ncbi.nlm.nih.gov/pmc/articles/\1)", text)


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)

"""The model in the patient context: plasma is held. Its species become parameters, which every program sets alike.

Usage: patient_context.py MODEL OUTPUT
"""
import sys

import libsbml


def hold_plasma(path, output):
    document = libsbml.readSBMLFromFile(path)
    model = document.getModel()
    for species in [one.clone() for one in model.getListOfSpecies() if one.getCompartment() == "plasma"]:
        name = species.getId()
        model.removeRuleByVariable(name)
        model.removeSpecies(name)
        for reaction in model.getListOfReactions():
            reaction.removeModifier(name)
        parameter = model.createParameter()
        parameter.setId(name)
        parameter.setConstant(True)
        parameter.setUnits("dimensionless")
        parameter.setValue(species.getInitialConcentration())
    for name in ("insulin_a", "insulin_m", "insulin_l"):
        model.removeRuleByVariable(name)
        model.getParameter(name).setConstant(True)
        model.getParameter(name).setValue(100)
    libsbml.writeSBMLToFile(document, output)


if __name__ == "__main__":
    hold_plasma(sys.argv[1], sys.argv[2])

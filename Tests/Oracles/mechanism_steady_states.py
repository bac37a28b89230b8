"""Writes Tests/MechanismTests/Fixtures/libroadrunner.csv: steady states of Sources/Mechanism/Model/mtorc1.xml by libRoadRunner.

Run from the top of the repository with python3 and the packages libroadrunner and python-libsbml.
"""
import libsbml
import roadrunner

MODEL = "Sources/Mechanism/Model/mtorc1.xml"
SLOW = [f"{name}_{t}" for t in "mla" for name in ("grb10", "irs1_loss_feedback", "irs1_loss_stress", "capacity", "ectopic_lipid")]
PLASMA = ["glucose", "insulin", "ffa", "leptin", "adiponectin"]
CASES = [
    ("habitual", {}),
    ("habitual", {"variant_b": 1, "insulin_m": 300, "insulin_l": 300, "insulin_a": 300, "glucose": 9, "amino_acids": 2.7, "ffa": 0.45, "leptin": 20}),
    ("habitual", {"insulin_m": 140, "insulin_l": 140, "insulin_a": 140, "amino_acids": 1.7, "gfr": 8, "uraemic_load": 0.65, "acidosis": 0.4,
                  "tnf_alpha": 6, "il6": 6, "adiponectin": 16, "energy_supply": 0.7, "igf1_drive": 0.8, "vitamin_d_deficit": 0.5}),
    ("probe", {"insulin_m": 430, "insulin_l": 100, "insulin_a": 100, "glucose": 5, "amino_acids": 2, "ffa": 0.15} | {s: 0.7 for s in SLOW}),
    ("probe", {"insulin_m": 430, "insulin_l": 100, "insulin_a": 100, "glucose": 5, "amino_acids": 2, "ffa": 0.2, "uraemic_load": 0.5,
               "variant_b": 1, "tnf_alpha": 4} | {s: 0.2 + 0.05 * i for i, s in enumerate(SLOW)}),
]

lines = []
for number, (kind, inputs) in enumerate(CASES):
    document = libsbml.readSBMLFromFile(MODEL)
    model = document.getModel()
    held = dict.fromkeys(PLASMA) | inputs
    for name, value in held.items():
        species = model.getSpecies(name)
        rule = model.removeRuleByVariable(name)  # what is given takes the rule's place
        if species is None:
            model.getParameter(name).setValue(value)
            if rule is not None:
                model.getParameter(name).setConstant(True)
        else:
            if value is not None and species.getHasOnlySubstanceUnits():
                species.setInitialAmount(value)
            elif value is not None:
                species.setInitialConcentration(value)
            species.setBoundaryCondition(True)  # clamped
    solver = roadrunner.RoadRunner(libsbml.writeSBMLToString(document))
    solver.setIntegratorSetting("cvode", "relative_tolerance", 1e-10)
    solver.simulate(0, 100000, 2)
    solver.steadyState()
    names = list(solver.model.getFloatingSpeciesIds()) + list(solver.getAssignmentRuleIds())
    for name in dict.fromkeys([*inputs, *PLASMA, "insulin_m", "insulin_l", "insulin_a"]):
        value = inputs.get(name, solver.getValue(f"[{name}]" if name in PLASMA else name))
        lines.append(f"{number},{kind},input,{name},{float(value)!r}")
    for name in names:
        lines.append(f"{number},{kind},output,{name},{float(solver.getValue(name))!r}")

with open("Tests/MechanismTests/Fixtures/libroadrunner.csv", "w") as file:
    file.write("# Made by Tests/Oracles/mechanism_steady_states.py; do not edit. Steady states of the shipped model by "
               f"libRoadRunner {roadrunner.__version__} (libSBML {libsbml.getLibSBMLDottedVersion()}).\n")
    file.write("case,kind,role,id,value\n" + "".join(f"{line}\n" for line in lines))

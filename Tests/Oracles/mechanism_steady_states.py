"""Writes Tests/MechanismTests/Fixtures/peers.csv: steady states of Sources/Mechanism/Model/mtorc1.xml by libRoadRunner and
COPASI, in both contexts.

Run from the top of the repository with python3 and the packages libroadrunner, copasi-basico and python-libsbml. It ends
with an error when the two differ by more than a millionth, and then writes nothing.
"""
import basico
import libsbml
import roadrunner

MODEL = "Sources/Mechanism/Model/mtorc1.xml"
FIXTURE = "Tests/MechanismTests/Fixtures/peers.csv"
TOLERANCE = 1e-6  # relative, of values of at least 1e-3
SLOW = [f"{name}_{t}" for t in "mla" for name in ("grb10", "irs1_loss_feedback", "irs1_loss_stress", "capacity", "ectopic_lipid")]
PLASMA = ["glucose", "insulin", "ffa", "leptin", "adiponectin"]
CASES = [
    # Patient context: plasma is held, at the file's own value where none is given. At the probe the slow states are too.
    ("habitual", {}),
    ("habitual", {"variant_b": 1, "insulin_m": 300, "insulin_l": 300, "insulin_a": 300, "glucose": 9, "amino_acids": 2.7, "ffa": 0.45, "leptin": 20}),
    ("habitual", {"insulin_m": 140, "insulin_l": 140, "insulin_a": 140, "amino_acids": 1.7, "gfr": 8, "uraemic_load": 0.65, "acidosis": 0.4,
                  "tnf_alpha": 6, "il6": 6, "adiponectin": 16, "energy_supply": 0.7, "igf1_drive": 0.8, "vitamin_d_deficit": 0.5}),
    ("probe", {"insulin_m": 430, "insulin_l": 100, "insulin_a": 100, "glucose": 5, "amino_acids": 2, "ffa": 0.15} | {s: 0.7 for s in SLOW}),
    ("probe", {"insulin_m": 430, "insulin_l": 100, "insulin_a": 100, "glucose": 5, "amino_acids": 2, "ffa": 0.2, "uraemic_load": 0.5,
               "variant_b": 1, "tnf_alpha": 4} | {s: 0.2 + 0.05 * i for i, s in enumerate(SLOW)}),
    # Experiment context: plasma moves.
    ("experiment", {}),
    ("experiment", {"variant_b": 1}),
    ("experiment", {"fat_mass": 2.5, "meal_glucose": 0.5, "energy_supply": 1.2, "amino_acids": 2.7}),
    ("experiment", {"gfr": 15, "uraemic_load": 0.7, "acidosis": 0.3, "tnf_alpha": 4, "il6": 4}),
    ("experiment", {"raptor_a": 0.1}),
]


def prepared(kind, inputs):
    """The document with what is given in the place of rules and rates."""
    document = libsbml.readSBMLFromFile(MODEL)
    model = document.getModel()
    for name, value in ({} if kind == "experiment" else dict.fromkeys(PLASMA) | inputs).items():
        species = model.getSpecies(name)
        rule = model.removeRuleByVariable(name)
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
    return document


def by_roadrunner(kind, inputs):
    """(values given, values found). What an experiment gives is set in the running program, as a user would."""
    solver = roadrunner.RoadRunner(libsbml.writeSBMLToString(prepared(kind, inputs)))
    if kind == "experiment":
        for name, value in inputs.items():
            solver[name] = value
    solver.setIntegratorSetting("cvode", "relative_tolerance", 1e-10)
    solver.simulate(0, 100000, 2)
    solver.steadyState()

    def value(name):
        return float(solver.getValue(f"[{name}]" if name in PLASMA else name))

    held = [] if kind == "experiment" else [*PLASMA, "insulin_m", "insulin_l", "insulin_a"]
    given = {name: inputs[name] if name in inputs else value(name) for name in dict.fromkeys([*inputs, *held])}
    names = [*solver.model.getFloatingSpeciesIds(), *solver.getAssignmentRuleIds()]
    return given, {name: value(name) for name in names}


def by_copasi(kind, inputs):
    """The same; COPASI goes by names and shows the file's ids beside them."""
    basico.load_model_from_string(libsbml.writeSBMLToString(prepared(kind, inputs)))
    if kind == "experiment":
        labels = {row["sbml_id"]: name for name, row in basico.get_parameters().iterrows()}
        for name, value in inputs.items():
            basico.set_parameters(labels[name], exact=True, initial_value=value)
    basico.set_task_settings("Steady-State", {"method": {"Resolution": 1e-12}})
    if basico.run_steadystate() == 0:
        raise SystemExit(f"COPASI finds no steady state of {kind} {inputs}")
    found = {row["sbml_id"]: float(row["concentration"]) for _, row in basico.get_species().iterrows()}  # volumes are 1
    return found | {row["sbml_id"]: float(row["value"]) for _, row in basico.get_parameters().iterrows()}


def main():
    lines = []
    worst = 0.0
    for number, (kind, inputs) in enumerate(CASES):
        given, first = by_roadrunner(kind, inputs)
        second = by_copasi(kind, inputs)
        for name, value in given.items():
            lines.append(f"{number},{kind},input,{name},{float(value)!r},{float(value)!r}")
        for name, value in first.items():
            difference = abs(second[name] - value) / max(abs(value), 1e-3)
            worst = max(worst, difference)
            if not difference <= TOLERANCE:
                raise SystemExit(f"case {number} ({kind}): {name} is {value!r} by libRoadRunner, {second[name]!r} by COPASI")
            lines.append(f"{number},{kind},output,{name},{value!r},{second[name]!r}")
    with open(FIXTURE, "w") as file:
        file.write("# Made by Tests/Oracles/mechanism_steady_states.py; do not edit. Steady states of the shipped model by libRoadRunner "
                   f"{roadrunner.__version__} (libSBML {libsbml.getLibSBMLDottedVersion()}) and COPASI {basico.COPASI.__version__}.\n")
        file.write("case,kind,role,id,libroadrunner,copasi\n" + "".join(f"{line}\n" for line in lines))
    print(f"{len(CASES)} cases; largest difference between the two: {worst:.1e}")


main()

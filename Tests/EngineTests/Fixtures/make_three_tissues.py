"""Writes three-tissues.xml, a test model of 40 species in three feedback blocks, and its steady states by libRoadRunner.

The model is invented: it has the shape of insulin signalling (a ligand, a cascade of cycles, a steep negative feedback
and a slow abundance in each tissue) and no claim to its numbers. Run: python3 make_three_tissues.py
"""

import json
import random
import re

import roadrunner

HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">\n'
        '<model id="three_tissues">\n')


def mathml(text):
    """Infix to MathML, for + - * / ^ and parentheses and hill(x, k, n)."""
    tokens = re.findall(r"[A-Za-z_]\w*|\d+\.?\d*(?:e-?\d+)?|[-+*/^(),]", text)
    place = 0

    def take(token):
        nonlocal place
        if place < len(tokens) and tokens[place] == token:
            place += 1
            return True
        return False

    def apply(tag, *operands):
        return f"<apply>{tag}{''.join(operands)}</apply>"

    def total():
        left = product()
        while True:
            if take("+"):
                left = apply("<plus/>", left, product())
            elif take("-"):
                left = apply("<minus/>", left, product())
            else:
                return left

    def product():
        left = power()
        while True:
            if take("*"):
                left = apply("<times/>", left, power())
            elif take("/"):
                left = apply("<divide/>", left, power())
            else:
                return left

    def power():
        base = primary()
        return apply("<power/>", base, power()) if take("^") else base

    def primary():
        nonlocal place
        if take("("):
            inner = total()
            take(")")
            return inner
        token = tokens[place]
        place += 1
        if token[0].isdigit():
            if "e" in token:
                mantissa, exponent = token.split("e")
                return f'<cn type="e-notation">{mantissa}<sep/>{exponent}</cn>'
            return f"<cn>{token}</cn>"
        if take("("):
            operands = [total()]
            while take(","):
                operands.append(total())
            take(")")
            return apply(f"<ci>{token}</ci>", *operands)
        return f"<ci>{token}</ci>"

    return f'<math xmlns="http://www.w3.org/1998/Math/MathML">{total()}</math>'


def build():
    species, parameters, reactions, rules = [], {}, [], []
    parameters |= {"insulin": 100.0, "tnf": 1.0, "ffa": 0.5, "amino": 1.0}

    def state(name, start, make, lose):
        species.append((name, start))
        reactions.append((f"make_{name}", [], [name], make))
        reactions.append((f"lose_{name}", [name], [], lose))

    state("pool", 0.5, "0.1 + 0.4 * ffa", "1 * pool")
    for tissue, scale in (("a", 1.0), ("m", 1.7), ("l", 0.6)):
        for name, value in {"Kins": 80.0 * scale, "Kfb": 0.35, "kser": 0.8 * scale, "kirs": 0.02, "vakt": 4.0,
                            "Ktsc": 0.3 * scale, "kcap": 0.01}.items():
            parameters[f"{name}_{tissue}"] = value
        add = lambda name, start, make, lose: state(f"{name}_{tissue}", start, p2(make), p2(lose))
        names = ["IR", "IRSt", "IRSy", "PI", "AKT", "TSC", "RH", "MT", "SK", "GR", "FX", "CAP", "DAG"]
        own = {n: f"{n}_{tissue}" for n in names}
        pars = ["Kins", "Kfb", "kser", "kirs", "vakt", "Ktsc", "kcap"]
        own |= {n: f"{n}_{tissue}" for n in pars}
        p2 = lambda text: re.sub(r"[A-Za-z_]\w*", lambda m: own.get(m.group(0), m.group(0)), text)
        add("IR", 0.1, "(1 - IR) * insulin / (Kins + insulin)", "(0.5 + GR) * IR")
        add("IRSt", 1.0, "kirs", "kirs * IRSt * (0.5 + 0.5 * tnf + 1.5 * hill(SK, Kfb, 4))")
        add("IRSy", 0.1, "2 * IR * (IRSt - IRSy)", "IRSy * (1 + kser * tnf + 3 * hill(SK, Kfb, 4) + DAG)")
        add("PI", 0.1, "1.5 * IRSy * (1 - PI)", "PI")
        add("AKT", 0.1, "vakt * PI * (1 - AKT) / (0.3 + 1 - AKT)", "AKT / (0.2 + AKT)")
        add("TSC", 0.9, "1 - TSC", "5 * AKT * TSC")
        add("RH", 0.1, "1 - RH", "RH * TSC / Ktsc")
        add("MT", 0.1, "3 * RH * amino * (1 - MT)", "MT")
        add("SK", 0.1, "2 * MT * (1 - SK)", "SK")
        add("GR", 0.1, "0.05 * SK", "0.05 * GR")
        add("FX", 0.5, "1 - FX", "4 * AKT * FX")
        add("CAP", 1.0, "kcap * 2 * hill(MT, 0.3, 2)", "kcap * CAP")
        add("DAG", 0.3, "pool", "DAG * (0.5 + CAP)")
        rules.append((f"glut_{tissue}", p2("AKT * CAP / (0.2 + AKT)")))
    return species, parameters, reactions, rules


def write(path):
    species, parameters, reactions, rules = build()
    names = {name for name, _ in species}
    out = [HEAD]
    out.append('<listOfFunctionDefinitions><functionDefinition id="hill"><math xmlns="http://www.w3.org/1998/Math/MathML">'
               "<lambda><bvar><ci>x</ci></bvar><bvar><ci>k</ci></bvar><bvar><ci>n</ci></bvar>"
               + re.sub(r"^<math[^>]*>|</math>$", "", mathml("x ^ n / (k ^ n + x ^ n)"))
               + "</lambda></math></functionDefinition></listOfFunctionDefinitions>\n")
    out.append('<listOfCompartments><compartment id="body" size="1" spatialDimensions="3" constant="true"/>'
               "</listOfCompartments>\n<listOfSpecies>\n")
    for name, start in species:
        out.append(f'<species id="{name}" compartment="body" initialConcentration="{start}" '
                   'hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>\n')
    out.append("</listOfSpecies>\n<listOfParameters>\n")
    for name, value in parameters.items():
        out.append(f'<parameter id="{name}" value="{value}" constant="true"/>\n')
    for name, _ in rules:
        out.append(f'<parameter id="{name}" constant="false"/>\n')
    out.append("</listOfParameters>\n<listOfRules>\n")
    for name, text in rules:
        out.append(f'<assignmentRule variable="{name}">{mathml(text)}</assignmentRule>\n')
    out.append("</listOfRules>\n<listOfReactions>\n")
    for name, source, product, law in reactions:
        used = [n for n in dict.fromkeys(re.findall(r"[A-Za-z_]\w*", law)) if n in names and n not in source + product]
        refs = lambda tag, ids: (f"<{tag}>" + "".join(
            f'<speciesReference species="{i}" stoichiometry="1" constant="true"/>' for i in ids) + f"</{tag}>") if ids else ""
        mods = "<listOfModifiers>" + "".join(f'<modifierSpeciesReference species="{i}"/>' for i in used) \
            + "</listOfModifiers>" if used else ""
        out.append(f'<reaction id="{name}" reversible="false">{refs("listOfReactants", source)}'
                   f'{refs("listOfProducts", product)}{mods}<kineticLaw>{mathml(law)}</kineticLaw></reaction>\n')
    out.append("</listOfReactions>\n</model></sbml>\n")
    with open(path, "w") as file:
        file.write("".join(out))


def main():
    write("three-tissues.xml")
    rr = roadrunner.RoadRunner("three-tissues.xml")
    rr.integrator.setValue("absolute_tolerance", 1e-13)
    rr.integrator.setValue("relative_tolerance", 1e-11)
    rr.integrator.setValue("maximum_num_steps", 1000000)
    generator = random.Random(20)
    names = ["insulin", "tnf", "ffa", "amino"]
    outputs = rr.model.getFloatingSpeciesIds() + ["glut_a", "glut_m", "glut_l"]
    cases = []
    for _ in range(60):
        inputs = [round(10 ** generator.uniform(1, 3), 3), round(generator.uniform(0, 4), 3),
                  round(generator.uniform(0.1, 2), 3), round(generator.uniform(0.2, 2), 3)]
        rr.resetAll()
        for name, value in zip(names, inputs):
            rr[name] = value
        # By integration to rest: where it matters that the state is the one the model goes to, Newton is no witness.
        rr.simulate(0, 100000, 2)
        rates = max(abs(v) for v in rr.getRatesOfChange())
        cases.append({"inputs": inputs, "largestRate": rates, "values": [rr[n] for n in outputs]})
    result = {"madeBy": f"libRoadRunner {roadrunner.__version__}, CVODE to t = 1e5, relative tolerance 1e-11",
              "inputs": names, "outputs": outputs, "cases": cases}
    with open("three-tissues.json", "w") as file:
        json.dump(result, file, indent=0)
    print(max(c["largestRate"] for c in cases))


main()

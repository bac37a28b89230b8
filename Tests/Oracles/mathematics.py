"""Writes Tests/EngineTests/Fixtures/mathematics.tsv: MathML expressions of x and y with their values by libRoadRunner.

Run from the top of the repository with python3 and the package libroadrunner. Left out, because libRoadRunner does not
follow the text of MathML there: factorials of what is no natural number, quotients by zero, relations of one operand.
"""
import roadrunner

MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML">'
POINTS = [(0.3, 2.0), (0.9, -0.4), (-0.7, 3.0), (2.5, 1.5), (-3.5, -2.0), (7.0, 0.5), (0.0, 0.0), (0.0, -1.0), (1.0, 1.0)]
X, Y = "<ci>x</ci>", "<ci>y</ci>"


def apply(operator, *operands):
    return f"<apply><{operator}/>" + "".join(operands) + "</apply>"


def number(text, kind=""):
    return f"<cn{kind}>{text}</cn>"


UNARY = ("exp ln abs floor ceiling sin cos tan sec csc cot arcsin arccos arctan arcsec arccsc arccot sinh cosh tanh sech csch coth "
         "arcsinh arccosh arctanh arcsech arccsch arccoth minus not log root").split()
NARY = "plus times and or xor max min".split()
RELATIONS = "eq lt leq gt geq".split()

rows = [apply(op, X) for op in UNARY] + [apply(op, X, Y) for op in ["minus", "divide", "power", "neq", "implies"]]
rows += [apply(op, *operands) for op in NARY for operands in [(), (X,), (X, Y), (X, Y, X), (X, Y, number(1), number(0))] if operands or op not in ("max", "min")]
rows += [apply(op, *operands) for op in RELATIONS for operands in [(X, Y), (X, number(2), Y), (X, X, X), (Y, X, Y)]]
rows += [apply(op, X, number(b)) for op in ("quotient", "rem") for b in (2, -2, 0.75)]
rows += [apply("log", f"<logbase>{b}</logbase>", X) for b in (number(2), number(3), number(0.5), Y)]
rows += [apply("root", f"<degree>{d}</degree>", X) for d in (number(2), number(3), number(5), number(-2), number(0.5), number(4))]
rows += [apply("power", X, number(n)) for n in (0, 1, 2, 3, -1, -3, 0.5, 1.5, 100)]
rows += [apply("factorial", number(n)) for n in (0, 1, 2, 10, 20, 23, 60, 170, 171)]
rows += [f"<{name}/>" for name in "pi exponentiale infinity notanumber true false".split()]
rows += ['<csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/avogadro">n</csymbol>',
         number("1<sep/>3", ' type="rational"'), number("-1.5<sep/>-3", ' type="e-notation"'), number(" 7 ", ' type="integer"'),
         number("2.5", ' sbml:units="mole" xmlns:sbml="http://www.sbml.org/sbml/level3/version2/core"'), number("1e-3")]
POSITIVE = apply("gt", X, number(0))
rows += [f"<piecewise><piece>{Y}{POSITIVE}</piece></piecewise>",
         f"<piecewise><otherwise>{Y}</otherwise></piecewise>",
         f"<piecewise><piece>{Y}{POSITIVE}</piece><otherwise>{X}</otherwise></piecewise>",
         f"<piecewise><piece>{number(1)}{apply('gt', X, number(2))}</piece><piece>{number(2)}{POSITIVE}</piece><otherwise>{number(3)}</otherwise></piecewise>",
         f"<piecewise><piece>{number(1)}{X}</piece><otherwise>{number(3)}</otherwise></piecewise>",
         apply("plus", POSITIVE, POSITIVE, number(1)), apply("not", POSITIVE), apply("not", apply("and", POSITIVE, apply("lt", Y, number(1))))]


def value(math, x, y):
    solver = roadrunner.RoadRunner(
        '<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="m"><listOfParameters>'
        f'<parameter id="x" value="{x}" constant="true"/><parameter id="y" value="{y}" constant="true"/><parameter id="p" constant="false"/>'
        f'</listOfParameters><listOfRules><assignmentRule variable="p">{MATH}{math}</math></assignmentRule></listOfRules></model></sbml>')
    return solver.getValue("p")


with open("Tests/EngineTests/Fixtures/mathematics.tsv", "w") as file:
    file.write(f"# Made by Tests/Oracles/mathematics.py with libRoadRunner {roadrunner.__version__}; do not edit.\nexpression\tx\ty\tvalue\n")
    for math in rows:
        for x, y in POINTS if "<ci>" in math else POINTS[:1]:
            file.write(f"{math}\t{x}\t{y}\t{float(value(math, x, y))!r}\n")

"""Writes Tests/EngineTests/Fixtures/derivatives.csv: derivatives of MathML's functions of one operand by mpmath.

Run from the top of the repository with python3 and the package mpmath.
"""
import mpmath
from mpmath import mp, mpf

mp.prec = 300
ALL, UNIT, BEYOND = [-2.3, -0.6, 0.35, 1.7], [-0.99, -0.4, 0.3, 0.999999], [-3.5, -1.01, 1.000001, 2.5]
POSITIVE = [0.01, 0.4, 1.7, 30.0]

FUNCTIONS = {
    "exp": (mpmath.exp, ALL), "ln": (mpmath.ln, POSITIVE), "log10": (mpmath.log10, POSITIVE), "sqrt": (mpmath.sqrt, POSITIVE),
    "abs": (abs, ALL), "sin": (mpmath.sin, ALL), "cos": (mpmath.cos, ALL), "tan": (mpmath.tan, ALL),
    "sec": (mpmath.sec, ALL), "csc": (mpmath.csc, ALL), "cot": (mpmath.cot, ALL),
    "arcsin": (mpmath.asin, UNIT), "arccos": (mpmath.acos, UNIT), "arctan": (mpmath.atan, ALL),
    "arcsec": (mpmath.asec, BEYOND), "arccsc": (mpmath.acsc, BEYOND), "arccot": (mpmath.acot, ALL),
    "sinh": (mpmath.sinh, ALL), "cosh": (mpmath.cosh, ALL), "tanh": (mpmath.tanh, ALL),
    "sech": (mpmath.sech, ALL), "csch": (mpmath.csch, ALL), "coth": (mpmath.coth, ALL),
    "arcsinh": (mpmath.asinh, ALL), "arccosh": (mpmath.acosh, [x for x in BEYOND if x > 0]), "arctanh": (mpmath.atanh, UNIT),
    "arcsech": (mpmath.asech, [x for x in UNIT if x > 0]), "arccsch": (mpmath.acsch, ALL), "arccoth": (mpmath.acoth, BEYOND),
}

with open("Tests/EngineTests/Fixtures/derivatives.csv", "w") as file:
    file.write(f"# Made by Tests/Oracles/derivatives.py with mpmath {mpmath.__version__}; do not edit.\nfunction,argument,derivative\n")
    for name, (function, arguments) in FUNCTIONS.items():
        for x in arguments:
            file.write(f"{name},{x!r},{float(mpmath.diff(function, mpf(x)))!r}\n")

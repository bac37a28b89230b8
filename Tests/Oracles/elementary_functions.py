"""Writes Tests/EngineTests/Fixtures/elementary.csv: values of elementary functions by mpmath.

Run from the top of the repository with python3 and the package mpmath; `python3 elementary_functions.py 20000 FILE` makes
a file with more arguments for each function. A row holds the function, the bits of the argument, the bits of the double
nearest to the value, and how far the value is from that double in thousandths of a unit in the last place.
"""
import math
import random
import struct
import sys

import mpmath
from mpmath import mp, mpf

mp.prec = 1300  # more than the 1,074 bits that an argument's distance from a multiple of pi can need

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 220
FILE = sys.argv[2] if len(sys.argv) > 2 else "Tests/EngineTests/Fixtures/elementary.csv"
random.seed(20)

TINY = [5e-324, 1e-310, 2.2250738585072014e-308, 1e-200, 1e-20, 2.0**-27, 1e-8, 1e-4]
HUGE = [2.0**27, 1e10, 2.0**53, 1e22, 1e100, 1e200, 8.98846567431158e307, sys.float_info.max]


def near(x, steps=3):
    """The doubles around a number."""
    result = [x]
    below = above = x
    for _ in range(steps):
        below, above = math.nextafter(below, -math.inf), math.nextafter(above, math.inf)
        result += [below, above]
    return result


def uniform(low, high, n=COUNT // 2):
    return [random.uniform(low, high) for _ in range(n)]


def logarithmic(low, high, n=COUNT // 2):
    return [random.choice((-1, 1)) * 2.0 ** random.uniform(low, high) * (1 + random.random()) / 2 for _ in range(n)]


# The double nearest to a multiple of pi/2 of all (Muller, doi:10.1007/978-1-4899-7983-4, table 11.1), and multiples.
angles = [6381956970095103 * 2.0**797] + [x for k in (1, 2, 3, 4, 7, 100, 10**6, 10**15) for x in near(float(k * mp.pi / 4))]
angles += uniform(-10, 10) + logarithmic(-40, 1024) + TINY + HUGE
unit = uniform(-1, 1) + logarithmic(-60, 0) + TINY + near(0.5) + [1, -1] + [1 - 2.0**-k for k in range(2, 54, 3)]
beyond = [x for x in logarithmic(0, 60) + logarithmic(0, 0.5) + HUGE if abs(x) >= 1] + [1 + 2.0**-k for k in range(1, 53, 3)] + [1, -1]
whole = uniform(-5, 5) + logarithmic(-60, 1024) + TINY + HUGE + near(1.0) + near(2.0**28)
exponents = uniform(-3, 3) + uniform(-711, 711) + logarithmic(-60, 3) + TINY + near(40.0) + near(22.0) + near(710.4758600739439) + near(0.34657359027997264)

FUNCTIONS = {
    "sine": (mpmath.sin, angles), "cosine": (mpmath.cos, angles), "tangent": (mpmath.tan, angles),
    "arcsine": (mpmath.asin, unit), "arccosine": (mpmath.acos, unit), "arctangent": (mpmath.atan, whole),
    "arcsecant": (mpmath.asec, beyond), "arccosecant": (mpmath.acsc, beyond),
    "hyperbolicSine": (mpmath.sinh, exponents), "hyperbolicCosine": (mpmath.cosh, exponents),
    "hyperbolicTangent": (mpmath.tanh, exponents), "inverseHyperbolicSine": (mpmath.asinh, whole),
    "inverseHyperbolicCosine": (mpmath.acosh, [abs(x) for x in beyond]),
    "inverseHyperbolicTangent": (mpmath.atanh, [x for x in unit if abs(x) < 1]),
    "inverseHyperbolicSecant": (mpmath.asech, [abs(x) for x in unit]),
    "inverseHyperbolicCotangent": (mpmath.acoth, [x for x in beyond if abs(x) > 1]),
    "factorial": (mpmath.factorial, [float(n) for n in range(171)]),
}


def bits(x):
    return struct.pack(">d", x).hex()


def nearest(value):
    """The nearest double (infinite beyond the last) and the rest in units of its last place."""
    try:
        rounded = float(value)
    except OverflowError:
        rounded = math.inf
    if math.isinf(rounded):
        return rounded, 0
    return rounded, (value - mpf(rounded)) / mpf(math.ulp(rounded))


with open(FILE, "w") as file:
    file.write(f"# Made by Tests/Oracles/elementary_functions.py with mpmath {mpmath.__version__}; do not edit.\n")
    file.write("function,argument,nearest,rest\n")
    for name, (function, arguments) in FUNCTIONS.items():
        for x in sorted(x for x in set(arguments) if math.isfinite(x)):
            rounded, rest = nearest(function(mpf(x)))
            file.write(f"{name},{bits(x)},{bits(rounded)},{int(mpmath.nint(1000 * rest))}\n")

"""Prints the end values of three stiff test problems by scipy's Radau at tight tolerances, beside the published ones that
Tests/EngineTests/StiffProblemTests.swift holds.

The published values are those of the Test Set for Initial Value Problem Solvers (Mazzia and Magherini, release 2.4) for
ROBER, VDPOL and HIRES. Run with python3 and the package scipy.
"""
import numpy
from scipy.integrate import solve_ivp


def robertson(_, y):
    return [-0.04 * y[0] + 1e4 * y[1] * y[2], 0.04 * y[0] - 1e4 * y[1] * y[2] - 3e7 * y[1] ** 2, 3e7 * y[1] ** 2]


def robertson_jacobian(_, y):
    return [[-0.04, 1e4 * y[2], 1e4 * y[1]], [0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1]], [0, 6e7 * y[1], 0]]


def van_der_pol(_, y):
    return [y[1], ((1 - y[0] ** 2) * y[1] - y[0]) / 1e-6]


def hires(_, y):
    return [
        -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007,
        1.71 * y[0] - 8.75 * y[1],
        -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4],
        8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3],
        -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6],
        -280 * y[5] * y[7] + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6],
        280 * y[5] * y[7] - 1.81 * y[6],
        -280 * y[5] * y[7] + 1.81 * y[6],
    ]


PROBLEMS = [
    ("ROBER, t = 1e11", robertson, robertson_jacobian, [1, 0, 0], 1e11, 1e-20,
     [0.2083340149701255e-07, 0.8333360770334713e-13, 0.9999999791665050]),
    ("VDPOL, t = 2", van_der_pol, None, [2, 0], 2, 1e-13, [1.706167732170483, -0.8928097010247975]),
    ("HIRES, t = 321.8122", hires, None, [1, 0, 0, 0, 0, 0, 0, 0.0057], 321.8122, 1e-15,
     [0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
      0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2]),
]
for name, rates, jacobian, start, end, absolute, published in PROBLEMS:
    end_values = solve_ivp(rates, (0, end), start, method="Radau", rtol=1e-12, atol=absolute, jac=jacobian).y[:, -1]
    share = numpy.abs(end_values / numpy.array(published) - 1).max()
    print(name, list(end_values), "largest relative difference from the published values:", share)

"""Random inputs of the three-tissue model over physiological ranges, plasma held, from a seed, as the table both sides read."""
import random
import sys

RANGES = {  # low, high: drawn evenly on a logarithmic scale
    "insulin_a": (20, 600), "insulin_m": (20, 600), "insulin_l": (20, 600), "glucose": (3.5, 12), "ffa": (0.1, 1.2),
    "leptin": (1, 80), "adiponectin": (2, 40), "amino_acids": (1, 4), "tnf_alpha": (0.8, 10), "il6": (0.5, 15),
    "gfr": (5, 120), "igf1_drive": (0.5, 1.5), "energy_supply": (0.6, 1.2),
}
SHARES = {"uraemic_load": 0.8, "acidosis": 0.6, "vitamin_d_deficit": 1.0}  # evenly from 0
CHOICES = {"leptin_sex_reference": (2.2, 12.3), "adiponectin_sex_reference": (5.5, 9.2), "variant_b": (0, 1)}


def write(path, cases, seed):
    draw = random.Random(seed)
    names = [*RANGES, *SHARES, *CHOICES]
    with open(path, "w") as file:
        file.write(",".join(names) + "\n")
        for _ in range(cases):
            row = [low * (high / low) ** draw.random() for low, high in RANGES.values()]
            row += [high * draw.random() for high in SHARES.values()]
            row += [draw.choice(values) for values in CHOICES.values()]
            file.write(",".join(repr(float(value)) for value in row) + "\n")


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))

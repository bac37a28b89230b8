"""Writes docs/model: the model as pages and a diagram, from Sources/Mechanism/Model/mtorc1.xml, which is
what ships, and a page of what publications say of the priors, from the tables beside this file.

Run from anywhere with python3 and the package python-libsbml:

    python3 Calibration/Model/render_model.py [--out FOLDER]
"""
import argparse
import os

from rendering import diagram, equations, index, priors, tables
from rendering.document import Document

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default=os.path.join(TOP, "docs/model"))
    arguments = parser.parse_args()
    document = Document(os.path.join(TOP, "Sources/Mechanism/Model/mtorc1.xml"))
    pages = {"index.md": index.render(document), "equations.md": equations.render(document),
             "parameters.md": tables.parameters(document), "species.md": tables.species(document),
             "priors.md": priors.render(), "diagram.svg": diagram.render(document)}
    os.makedirs(arguments.out, exist_ok=True)
    for name, text in pages.items():
        with open(os.path.join(arguments.out, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


main()

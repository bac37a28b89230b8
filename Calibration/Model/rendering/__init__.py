"""The pages of docs/model, each made from the SBML file alone."""

import ArgumentParser

struct SBML: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sbml",
    abstract: "Solve a model of your own, given in SBML.",
    discussion: """
      SBML Level 3 Versions 1 and 2 and Level 2 Versions 4 and 5, core. Events, delays, algebraic rules, fast reactions, \
      constraints and packages are refused, the element and its line named (exit code 65).
      """,
    subcommands: [Course.self, Steady.self])
}

import ArgumentParser
import Pipeline

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain the answer of one patient: inputs with their source, arms, what would change it.",
    discussion: """
      Inputs with the cell they come from and what the draws take as usual, tissue states against the reference, arms, \
      probabilities and guards; the answer had one driver been at the reference, without each lab, and what measuring a missing \
      one would tell. The source cells are private: do not share the output with a raw value you would not share.

      Examples:
        rheostat explain P00017 --db cohort.sqlite
        rheostat explain P00017 --db cohort.sqlite --visit 1 --json
      """)

  @Argument(help: "The patient (study number or identifier).") var patient: String
  @Option(help: "The database.") var db: String
  @Option(help: "The number of the visit (default: the last).") var visit: Int?
  @Flag(help: "JSON instead of text.") var json = false
  @OptionGroup var scoring: ScoringOptions

  func run() throws {
    let explanation = try Commands.explain(patient, visit: visit, database: db, given: scoring.given)
    Console.line(json ? try explanation.json() : Console.safe(explanation.text))
  }
}

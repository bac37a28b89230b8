import ArgumentParser
import Pipeline

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compute indices, syndromes and the phenotype of every visit whose data or settings changed.",
    discussion: """
      Examples:
        rheostat score --db cohort.sqlite
        rheostat score --db cohort.sqlite --only indices
      """)

  /// A part of scoring.
  enum Stage: String, ExpressibleByArgument, CaseIterable { case indices, mechanism }

  @Option(help: "The database.") var db: String
  @Option(help: "Only this part.") var only: Stage?
  @OptionGroup var scoring: ScoringOptions
  @OptionGroup var verbosity: Verbosity

  func run() throws {
    let progress = ProgressLine(quiet: verbosity.quiet)
    try Commands.score(
      database: db, stages: Set(only.map { [$0.rawValue] } ?? Stage.allCases.map(\.rawValue)),
      settings: scoring.settings, progress: progress.handler)
  }
}

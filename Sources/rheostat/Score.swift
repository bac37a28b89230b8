import ArgumentParser
import Pipeline

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compute indices, syndromes and the phenotype of every visit whose data or settings changed.",
    discussion: """
      Examples:
        rheostat score --db cohort.sqlite
        rheostat score --db cohort.sqlite --only indices
        rheostat score --stream < visits.csv > scored.csv

      With --stream there is no database: a CSV header and one visit a line come in, and each line goes out with its \
      result columns, in order, as soon as the input pauses. row_status is ok, partial (row_problems says which cells were \
      rejected) or rejected.
      """)

  /// A part of scoring.
  enum Stage: String, ExpressibleByArgument, CaseIterable { case indices, mechanism }

  @Option(help: "The database.") var db: String?
  @Flag(help: "Score standard input, line by line, to standard output.") var stream = false
  @Option(help: "Only this part.") var only: Stage?
  @OptionGroup var scoring: ScoringOptions
  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    guard (db != nil) != stream else { throw ValidationError("Give --db FILE, or --stream.") }
    guard !stream || only == nil else { throw ValidationError("--only does not go with --stream.") }
  }

  func run() throws {
    guard let db else {
      return try Commands.stream(
        input: 0, settings: scoring.settings, write: { Console.write($0, to: 1) }, note: { verbosity.notice($0) })
    }
    let progress = ProgressLine(quiet: verbosity.quiet)
    try Commands.score(
      database: db, stages: Set(only.map { [$0.rawValue] } ?? Stage.allCases.map(\.rawValue)),
      settings: scoring.settings, progress: progress.handler)
  }
}

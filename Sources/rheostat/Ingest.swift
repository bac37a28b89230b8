import ArgumentParser
import Pipeline

struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take files into a database: each whole or not at all, never twice.",
    discussion: """
      Examples:
        rheostat ingest labs.csv --db cohort.sqlite
        rheostat ingest labs.csv --db cohort.sqlite --map mapping.toml --dry-run
      """)

  @Argument(help: ArgumentHelp("CSV files, or folders of them.", valueName: "input")) var inputs: [String]
  @Option(help: "The database; made if it is not there.") var db: String
  @Option(help: "The format of the files.") var format: InputFormat = .csv
  @Option(help: "A mapping of columns (TOML); see: rheostat map.") var map: String?
  @Flag(help: "End with exit code 1 if anything was rejected.") var strict = false
  @Flag(help: "Do everything and keep nothing.") var dryRun = false
  @OptionGroup var verbosity: Verbosity

  func run() throws {
    let progress = ProgressLine(quiet: verbosity.quiet)
    let summary = try Commands.ingest(
      inputs: inputs, database: db, mapPath: map, dryRun: dryRun, notice: verbosity.notice, progress: progress.handler)
    if strict, summary.hasFailures { throw ExitCode(1) }
  }
}

/// Formats that can be taken in.
enum InputFormat: String, ExpressibleByArgument, CaseIterable { case csv }

import ArgumentParser
import Pipeline

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ingest, score, report and tables in one go.",
    discussion: """
      Writes DIR/reports (start at index.html), DIR/tables (patients.csv, codebook.csv, ...), DIR/private (the database, \
      identifiers, problems) and DIR/manifest.json. Run again it redoes only what changed.

      Examples:
        rheostat run cohort.csv --out results
        rheostat run labs/ --map mapping.toml --by ckd_g --by diabetes --out results
      """)

  @Argument(help: ArgumentHelp("CSV files, or folders of them.", valueName: "input")) var inputs: [String]
  @Option(help: "The folder for everything that is written.") var out: String
  @Option(help: "A mapping of columns (TOML); see: rheostat map.") var map: String?
  @Option(help: "A variable to stratify table 1 by; may be given several times.") var by: [String] = ["phenotype"]
  @Flag(help: "Throw away the results of other input that the folder holds.") var replace = false
  @Flag(help: "End with exit code 1 if anything was rejected or could not be solved.") var strict = false
  @Option(help: "The language of reports.") var lang: Language = .en
  @OptionGroup var scoring: ScoringOptions
  @OptionGroup var show: ShowOptions
  @OptionGroup var verbosity: Verbosity

  func run() throws {
    let progress = ProgressLine(quiet: verbosity.quiet)
    let summary = try Commands.run(
      inputs: inputs, mapPath: map, out: out, settings: scoring.settings, by: by, replace: replace,
      showIdentifiers: show.showIds, showDates: show.showDates, notice: verbosity.notice, progress: progress.handler)
    if !verbosity.quiet {
      Console.note("Reports: \(out)/reports/index.html")
      Console.note("Tables:  \(out)/tables/patients.csv, explained in \(out)/tables/codebook.csv")
      if summary.hasRejections { Console.note("Some data were rejected: see \(out)/private/problems.csv") }
      if summary.unsolved > 0 { Console.note("Patients whom the model could not be solved for: \(summary.unsolved)") }
      Console.note("Research use; not a medical device.")
    }
    if strict, summary.hasFailures { throw ExitCode(1) }
  }
}

import ArgumentParser
import Pipeline

struct Tables: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the tables for statistics programs.",
    discussion: """
      Examples:
        rheostat tables --db cohort.sqlite --out results
        rheostat tables --db cohort.sqlite --out results --by ckd_g --by sex
      """)

  @Option(help: "The database.") var db: String
  @Option(help: "The folder; tables go to its tables folder.") var out: String
  @Option(help: "A variable to stratify table 1 by; may be given several times.") var by: [String] = ["phenotype"]
  @OptionGroup var show: ShowOptions
  @OptionGroup var verbosity: Verbosity

  func run() throws {
    let progress = ProgressLine(quiet: verbosity.quiet)
    try Commands.tables(
      database: db, out: out, by: by, showIdentifiers: show.showIds, showDates: show.showDates,
      progress: progress.handler)
  }
}

import ArgumentParser
import Pipeline

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the HTML pages: one a patient, and the cohort's.",
    discussion: """
      Examples:
        rheostat report --db cohort.sqlite --out results
        rheostat report --db cohort.sqlite --out results --patient P00017
      """)

  @Option(help: "The database.") var db: String
  @Option(help: "The folder; pages go to its reports folder.") var out: String
  @Option(help: "Only this patient (study number or identifier); may be given several times.") var patient: [String] =
    []
  @Option(help: "The language of reports.") var lang: Language = .en
  @OptionGroup var verbosity: Verbosity

  func run() throws {
    let progress = ProgressLine(quiet: verbosity.quiet)
    try Commands.report(database: db, out: out, patients: patient, progress: progress.handler)
  }
}

import ArgumentParser
import Pipeline

struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the link between study numbers and identifiers. It identifies people: keep it private.",
    discussion: """
      Example:
        rheostat keys --db cohort.sqlite > keys.csv
      """)

  @Option(help: "The database.") var db: String

  func run() throws { try Commands.keys(database: db) { Console.line(Console.safe($0)) } }
}

struct Forget: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Remove a person wholly from the database.",
    discussion: """
      Reports and tables made before still hold the person: make them again. The file that was read is not touched.

      Example:
        rheostat forget P00017 --db cohort.sqlite
      """)

  @Argument(help: "Study number or identifier.") var patient: String
  @Option(help: "The database.") var db: String

  func run() throws {
    let key = try Commands.forget(patient, database: db)
    Console.note("\(key) was removed. Make tables and reports again: they may still hold old results.")
  }
}

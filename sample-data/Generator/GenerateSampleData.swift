import ArgumentParser

/// Writes a synthetic cohort: the same bytes for the same seed, and person n the same in a cohort of any size.
@main
struct GenerateSampleData: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-sample-data",
    abstract: "Writes a synthetic cohort as CSV. No real person's data are in it.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case wide, long }

  @Option(help: "Number of people, 1 to 10,000,000.") var people = 400
  @Option(help: "Seed of the random numbers.") var seed: UInt64 = 20
  @Option(help: "wide: a row a visit, with broken cells on purpose; long: a row a result, ten a person, none broken.")
  var format = Format.wide
  @Flag(help: "wide only: also everything else that indices ask for, without relations, for measuring time.")
  var allInputs = false
  @Option(help: "The file to write, or - for standard output.") var out: String

  func validate() throws {
    guard (1...10_000_000).contains(people) else { throw ValidationError("--people must be 1 to 10,000,000.") }
    guard !allInputs || format == .wide else { throw ValidationError("--all-inputs is for --format wide.") }
  }

  func run() throws {
    var output = try CSVOutput(path: out)
    switch format {
    case .wide:
      let table = WideTable(seed: seed, hasAllInputs: allInputs)
      try output.write(table.header)
      for number in 1...people {
        for row in table.rows(of: Person(number: number, seed: seed)) { try output.write(row) }
      }
    case .long:
      let table = LongTable(seed: seed)
      try output.write(LongTable.columns)
      for number in 1...people {
        for row in table.rows(of: Person(number: number, seed: seed)) { try output.write(row) }
      }
    }
    try output.flush()
  }
}

import ArgumentParser
import Pipeline

struct Steady: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find a model's steady state, with its certificate.",
    discussion: """
      Values are those that the ids mean in the model's mathematics: concentrations, or amounts where a species has only \
      substance units. A number is given only where its certificate holds; exit code 1 means that no state was found. A \
      certified state need not be the only one: --search looks for others.

      With --batch each row of a table is a case: its headers are ids to set, its result is every floating species and \
      a column status (certified, not_converged, negative, not_finite, singular, invalid_input), one row a case, in the \
      order of the input.

      Examples:
        rheostat sbml steady model.xml
        rheostat sbml steady model.xml --set k1=0.3 --clamp Glucose=5 --json
        rheostat sbml steady model.xml --search 1000
        rheostat sbml steady model.xml --batch inputs.csv --out states.csv
      """)

  @Argument(help: "An SBML file.") var model: String
  @OptionGroup var given: GivenValues
  @Flag(help: "Write JSON.") var json = false
  @Option(help: "Look for further steady states from this many starts (1 to 1000000).") var search: Int?
  @Option(help: "Seed of the starts.") var seed: UInt64 = 1
  @Option(help: "A CSV table of inputs, one case a row.") var batch: String?
  @Option(help: "Where to write the table of results.") var out: String?
  @Flag(help: "With --batch: a column largest_real_part, below zero where the state attracts.") var eigenvalues = false
  @Option(help: "Threads of --batch; the results are the same for any number (default: one a processor).")
  var threads: Int?
  @Flag(help: "With --batch: exit code 1 when a row has no certified state.") var strict = false
  @Flag(help: "Say nothing but errors.") var quiet = false

  func validate() throws {
    guard (batch == nil) == (out == nil) else { throw ValidationError("--batch and --out go together.") }
    if batch != nil, json || search != nil {
      throw ValidationError("--json and --search are for a single case; with --batch leave them out.")
    }
    if batch == nil, strict || eigenvalues || threads != nil {
      throw ValidationError("--strict, --eigenvalues and --threads go with --batch.")
    }
    if let search, !(1...1_000_000).contains(search) {
      throw ValidationError("--search takes a number from 1 to 1000000.")
    }
    try Threads.check(threads)
  }

  func run() throws {
    let request = given.request(model)
    if let batch, let out {
      try solve(request, batch, out)
      return
    }
    let report = try Commands.steadyState(request, starts: search, seed: seed)
    Console.line(Console.safe(json ? try report.json() : report.text))
    if !report.isCertified { throw ExitCode(1) }
  }

  private func solve(_ request: SBMLRequest, _ batch: String, _ out: String) throws {
    let progress = ProgressLine(quiet: quiet)
    let summary = try Commands.steadyStates(
      request, table: batch, out: out, eigenvalues: eigenvalues, threads: threads ?? Threads.standard,
      progress: progress.handler)
    if !quiet, !summary.failures.isEmpty {
      Console.note("The first rows without a certified state:")
      for failure in summary.failures { Console.note("  " + failure) }
    }
    if strict, !summary.isComplete { throw ExitCode(1) }
  }
}

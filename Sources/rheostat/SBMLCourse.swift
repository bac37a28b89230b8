import ArgumentParser
import Pipeline

struct Course: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Follow a model over time, as a settings file of the SBML Test Suite asks.",
    discussion: """
      The settings file has a line each for start, duration, steps, variables, amount and concentration (key: value; \
      lists separated by commas). Absolute and relative in it say how closely results are to agree and do not change \
      the computation. The result has a column time and one for each variable.

      Example:
        rheostat sbml run model.xml --settings model-settings.txt --out results.csv
      """)

  @Argument(help: "An SBML file.") var model: String
  @OptionGroup var given: GivenValues
  @Option(help: "A settings file in the layout of the SBML Test Suite.") var settings: String
  @Option(help: "Where to write the results.") var out: String
  @Option(help: "Error that one step may make, relative to a state's value (default: 1e-7).")
  var relativeTolerance: Double?
  @Option(help: "Error besides, relative to the largest value that the state has had (default: 1e-12).")
  var absoluteTolerance: Double?
  @Flag(help: "Say nothing but errors.") var quiet = false

  func validate() throws {
    for tolerance in [relativeTolerance, absoluteTolerance].compactMap(\.self) {
      guard tolerance > 0, tolerance < 1 else { throw ValidationError("Tolerances lie between 0 and 1.") }
    }
  }

  func run() throws {
    let summary = try Commands.timeCourse(
      given.request(model), settings: settings, out: out, relativeTolerance: relativeTolerance,
      absoluteTolerance: absoluteTolerance)
    if !quiet { Console.note("run: \(summary)") }
  }
}

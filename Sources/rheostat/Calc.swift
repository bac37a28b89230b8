import ArgumentParser
import Foundation
import Pipeline

struct Calc: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compute one index from values given by name, with its formula and source.",
    discussion: """
      Values are NAME=VALUE with the unit behind the number; any unit that can be converted is taken, so glucose=92mg/dL and \
      glucose=5.11mmol/L agree. Circumstances count too: diabetes=type1, dialysis=haemodialysis, fasting=no. Values are read as \
      those of a file are: 'uacr=<3mg/mmol' is a limit (in quotes, for the shell), and what cannot be in a person is refused. @DAY \
      behind a value makes a visit of its own, for what looks back: the eGFR slope, chronicity and wasting. Exit code 65: \
      an input is missing.

      Examples:
        rheostat calc homa_ir glucose=5.1mmol/L insulin=12uU/mL
        rheostat calc kfre4_5y_na age=60 sex=male egfr=30mL/min/1.73m2 uacr=300mg/g --json
        rheostat calc egfr_slope egfr=61mL/min/1.73m2@0 egfr=58mL/min/1.73m2@198 egfr=55mL/min/1.73m2@390
        rheostat calc --list
        rheostat calc --batch tyg cohort.csv > with-tyg.csv

      With --batch the headers of the CSV are NAME[UNIT], as glucose[mg/dL]; other columns pass through, and a column \
      result is appended, empty where there is no value. A row with a cell that cannot be read has no result and is \
      named on standard error, the others are computed; exit code 65 says so.
      """)

  @Argument(help: "The index, then NAME=VALUE[UNIT]...; with --batch, the index and the file.") var words: [String] = []
  @Flag(help: "List all indices with their inputs.") var list = false
  @Flag(help: "Compute each row of a CSV file.") var batch = false
  @Flag(help: "JSON instead of text.") var json = false

  func validate() throws {
    if list { return }
    guard !words.isEmpty else { throw ValidationError("Give an index, or --list.") }
    if batch, words.count != 2 { throw ValidationError("Give an index and a file: calc --batch INDEX FILE.csv.") }
  }

  func run() throws {
    if list { return Console.line(try Commands.listIndices(json: json)) }
    if batch {
      return try runBatch()
    }
    let found = try Commands.calculate(words[0], Array(words.dropFirst()))
    Console.line(json ? try found.json() : Console.safe(found.text))
    if found.lacksInput { throw ExitCode(65) }
  }

  /// Says what could not be read, of many the first twenty, and ends with 65 where something could not.
  private func runBatch() throws {
    var shown = 0
    let unreadable = try Commands.calculateBatch(words[0], path: words[1]) {
      Console.write($0, to: 1)
    } problem: { fault in
      shown += 1
      if shown <= 20 { Console.error("\(fault)") }
    }
    guard unreadable > 0 else { return }
    Console.error(
      "\(unreadable) \(unreadable == 1 ? "row has" : "rows have") a value that could not be read and no result"
        + (shown > 20 ? "; the first 20 of \(shown) values are named above." : "."))
    throw ExitCode(65)
  }
}

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold every index against values of other programs and papers that ship with the tool.",
    discussion: """
      Each line names the index, inputs, the value expected with its tolerance and where it comes from, and the value \
      computed. Exit code 1: one is missed.

      Examples:
        rheostat verify
        rheostat verify --json > vectors.json
      """)

  @Flag(help: "JSON instead of text.") var json = false

  func run() throws {
    let verification = try Verification()
    Console.line(json ? try verification.json() : Console.safe(verification.text))
    if verification.hasMismatch { throw ExitCode(1) }
  }
}

import ArgumentParser
import Foundation
import Pipeline

/// The version as printed.
enum ToolVersion {
  static let text = RheostatVersion.current
}

/// How much is said on standard error.
struct Verbosity: ParsableArguments {
  @Flag(help: "Say nothing but errors.") var quiet = false
  @Flag(help: "Also say what was detected in each file.") var verbose = false

  /// For what is detected in files.
  func notice(_ text: String) { if verbose, !quiet { Console.note(text) } }
}

/// What changes results, and the number of threads, which does not.
struct ScoringOptions: ParsableArguments {
  @Option(help: "Seed of all random streams (default: 1; to explain, that of the scoring).") var seed: UInt64?
  @Option(
    help:
      "Most draws a visit, over laboratory error, missing labs and both variants of the model (2 to 100000). Fewer are made where 64, 128 or 256 settle the answer (default: 500; to explain, those of the scoring)."
  )
  var draws: Int?
  @Flag(help: "Make all draws for every visit, whether they are needed or not.") var allDraws = false
  @OptionGroup var kits: KitOptions
  @Option(help: "Threads; the results are the same for any number (default: one a processor).") var threads: Int?

  var given: GivenSettings {
    GivenSettings(
      seed: seed, draws: draws, allDraws: allDraws, kits: kits.words, threads: threads ?? Threads.standard)
  }
  var settings: RunSettings { given.settings() }

  func validate() throws {
    guard (2...100_000).contains(draws ?? 2) else { throw ValidationError("--draws takes a number from 2 to 100000.") }
    try Threads.check(threads)
  }
}

/// How the kits of the laboratory stand to the model's.
struct KitOptions: ParsableArguments {
  @Option(
    name: .customLong("kit"),
    help: ArgumentHelp(
      "How many times as high your kit reads as the model's (leptin, adiponectin, tnf_alpha, il6); may be repeated.",
      discussion:
        "As adiponectin=2.5: the mechanism divides by it; tables and indices keep what was reported. The model's scale is that of the reference persons in the user guide.",
      valueName: "analyte=factor"))
  var words: [String] = []

  func validate() throws {
    if let problem = RunSettings.problem(kits: words) { throw ValidationError("--kit: \(problem)") }
  }
}

/// The number of threads, which never changes a result.
enum Threads {
  /// One a processor.
  static var standard: Int { ProcessInfo.processInfo.activeProcessorCount }

  static func check(_ threads: Int?) throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
  }
}

/// What tables may show besides study numbers and days.
struct ShowOptions: ParsableArguments {
  @Flag(help: "Show identifiers in tables. They then identify people: keep them private.") var showIds = false
  @Flag(help: "Show dates in tables instead of days since baseline only.") var showDates = false
}

/// The language of reports.
enum Language: String, ExpressibleByArgument, CaseIterable { case en }

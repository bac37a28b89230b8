import ArgumentParser
import Domain
import Foundation
import Mechanism
import Report
import Statistics

/// Whether fits from other seeds come to the same: what one run cannot tell of itself.
struct CompareRuns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "Sum up fits from several seeds, parameter by parameter and fact by fact.",
    discussion: """
      Run from the top of the repository. The first is the fit that ships.

      Example:
        calibrate fit --seed 11 --particles 300 --out /tmp/11
        calibrate runs Calibration/Result /tmp/11 --out Calibration/Result/runs.csv
      """)

  @Argument(help: "Folders that `calibrate fit` wrote.") var folders: [String]
  @Option(help: "Where the table is written.") var out = "Calibration/Result/runs.csv"

  mutating func run() throws {
    let priors = try PriorFile.priors(Folder.table("Model/parameters.csv"))
    var table = CSVWriter()
    for column in RunSummary.columns { table.text(column) }
    table.endRow()
    for (number, folder) in folders.enumerated() {
      let sample = try SampleFile.ensemble(folder + "/sample.csv")
      guard sample.parameters == priors.entries.map(\.name) else {
        throw Fault("\(folder)/sample.csv was drawn with other parameters than those of parameters.csv: fit again.")
      }
      let settings = RunFile.read(folder) ?? [:]
      for row in try RunSummary.rows(sample, priors) {
        table.integer(number + 1)
        table.text(settings["seed"] ?? "")
        table.integer(sample.count)
        row.write(&table)
      }
    }
    try Data(table.bytes).write(to: URL(filePath: out))
  }
}

/// A parameter or a fact in one run.
struct RunSummary {
  /// `parameter` or `fact`.
  let kind: String
  let identifier: String
  /// Over the sets: of a parameter in standard deviations of its prior, of a fact of the ln of what was found.
  let mean, deviation: Double
  /// Of a fact, the share of sets that agree.
  let share: Double

  static let columns = ["run", "seed", "sets", "kind", "id", "mean", "sd", "share_agree"]

  func write(_ table: inout CSVWriter) {
    table.text(kind)
    table.text(identifier)
    for number in [mean, deviation, share] { table.number((number * 1e4).rounded() / 1e4) }
    table.endRow()
  }

  /// All parameters, then all facts that were or may be held against the sample.
  static func rows(_ sample: ParameterEnsemble, _ priors: PriorTable) throws -> [RunSummary] {
    let parameters = priors.entries.enumerated().map { place, entry in
      let summary = NumericSummary(sample.sets.map { entry.prior.coordinate(of: $0[place]) })
      return RunSummary(
        kind: "parameter", identifier: entry.name, mean: summary.mean, deviation: summary.standardDeviation,
        share: .nan)
    }
    let facts = try FactResult.all(of: sample, Split(Folder.table("split.csv"))).map { result in
      let summary = NumericSummary(result.values.filter(\.isFinite))
      return RunSummary(
        kind: "fact", identifier: result.fact.identifier, mean: summary.mean, deviation: summary.standardDeviation,
        share: result.share)
    }
    return parameters + facts
  }
}

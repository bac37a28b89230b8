import ArgumentParser
import Domain
import Foundation
import Mechanism
import Report
import Statistics

/// How a table of parameter sets fares against facts and claims.
struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold parameter sets against facts and claims; the test part only when asked for.",
    discussion: """
      Example:
        calibrate assess --sets Calibration/Result/sample.csv --out training.csv
      """)

  @Option(help: "A table of parameter sets: sample.csv, or an ensemble.") var sets: String
  @Flag(help: "The test part and what is never fitted too. After the fit, not before.") var withTest = false
  @Option(help: "Where the table is written.") var out: String

  mutating func run() throws {
    let ensemble = try SampleFile.ensemble(sets)
    let target = try FitTarget(
      model: .shipped(parameters: ensemble.parameters), facts: Fact.all(Folder.table("facts.csv")),
      experiments: Experiment.shipped(), split: Split(Folder.table("split.csv")), trainingOnly: !withTest)
    let assessment = Assessment(target, ensemble)
    try Data(assessment.table(target)).write(to: URL(filePath: out))
  }
}

/// Outcomes of all sets.
struct Assessment {
  /// By fact, then set; by experiment, then set.
  var facts, claims: [[Comparison.Outcome]]

  init(_ target: FitTarget, _ ensemble: ParameterEnsemble) {
    facts = target.facts.map { _ in [] }
    claims = target.experiments.map { _ in [] }
    var evaluator = FitTarget.Evaluator(target)
    for set in ensemble.sets {
      let found = evaluator.outcomes(set)
      for place in facts.indices { facts[place].append(found.facts[place]) }
      for place in claims.indices { claims[place].append(found.claims[place]) }
    }
  }

  /// One row a fact or readout of a claim: expected, then median and 5th and 95th centile of what was found, as ratios,
  /// doses or differences, and the share of sets that agree.
  func table(_ target: FitTarget) -> [UInt8] {
    var writer = CSVWriter()
    for column in [
      "kind", "id", "part", "title", "readout", "expected", "deviation", "p5", "median", "p95", "share_agree",
      "share_failed",
    ] { writer.text(column) }
    writer.endRow()
    for (fact, outcomes) in zip(target.facts, facts) {
      let share: Double
      let expected: String
      var deviation = Double.nan
      switch fact.known {
      case .value(let value, let sd):
        expected = NumberText.significant(value, 4)
        deviation = sd
        share = Self.share(outcomes) {
          abs(Likelihood.logarithm($0, fact.comparison) - log(value)) <= 2 * sd
        }
      case .direction(let direction):
        expected = direction.rawValue
        share = Self.share(outcomes) { Experiment.margin($0, fact.comparison.measure, direction) >= 0 }
      }
      row(
        &writer, "fact", fact.identifier, target.split[fact.identifier], fact.title, fact.comparison,
        expected, deviation, outcomes, share)
    }
    for (experiment, outcomes) in zip(target.experiments, claims) {
      row(
        &writer, "claim", experiment.identifier, target.split[experiment.claim], experiment.title,
        experiment.comparison, experiment.expected.rawValue, .nan, outcomes,
        Self.share(outcomes) { experiment.agrees($0) })
    }
    return writer.bytes
  }

  private static func share(_ outcomes: [Comparison.Outcome], _ holds: (Comparison.Outcome) -> Bool) -> Double {
    Double(outcomes.count(where: holds)) / Double(max(1, outcomes.count))
  }

  private func row(
    _ writer: inout CSVWriter, _ kind: String, _ identifier: String, _ part: Split.Part?, _ title: String,
    _ comparison: Comparison, _ expected: String, _ deviation: Double, _ outcomes: [Comparison.Outcome], _ share: Double
  ) {
    let isRatio = comparison.measure == .log2Ratio || comparison.measure == .interaction
    let values = outcomes.map { isRatio ? exp2($0.value) : $0.value }.filter { !$0.isNaN }.sorted()
    func centile(_ p: Double) -> Double { values.isEmpty ? .nan : Quantile.type7(sorted: values, p: p) }
    for text in [kind, identifier, part?.rawValue ?? "", title, comparison.readout, expected] { writer.text(text) }
    for number in [
      deviation, centile(0.05), centile(0.5), centile(0.95), share,
      1 - Double(values.count) / Double(max(1, outcomes.count)),
    ] { writer.number((number * 1e4).rounded() / 1e4) }
    writer.endRow()
  }
}

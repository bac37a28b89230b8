import ArgumentParser
import Domain
import Foundation
import Mechanism
import Report
import Statistics

/// Chooses what ships from the sample: the sets that meet the training claims, and the central one for the model file.
struct ShipEnsemble: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ensemble", abstract: "Write the ensemble that ships, and the values of the model file.",
    discussion: """
      Kept are the sets in which no more training readouts disagree than --misses allows, in the random order of the \
      sample, an odd number of them: then a patient's draws meet each set in both structural variants. Reference states
      and healthy bands are computed for each. Run write_model.py --values Calibration/Model/values.csv afterwards.

      Example:
        calibrate ensemble --sample Calibration/Result/sample.csv --misses 2 --count 1000
      """)

  @Option(help: "The sample of `calibrate fit`.") var sample: String
  @Option(help: "Training readouts of claims that may disagree in a set.") var misses = 0
  @Option(help: "Sets to ship, at most.") var count = 999
  @Option(help: "Threads; they change no result.") var threads = 2
  @Option(help: "Where the ensemble is written.") var out = "Sources/Mechanism/Model/ensemble.csv"
  @Option(help: "Where reference states and healthy bands are written.")
  var reference = "Sources/Mechanism/Model/ensemble_reference.csv"
  @Option(help: "Where the values of the model file are written.") var values = "Calibration/Model/values.csv"

  mutating func run() throws {
    let drawn = try SampleFile.ensemble(sample)
    let target = try FitTarget(
      model: .shipped(parameters: drawn.parameters), facts: [], experiments: Experiment.shipped(),
      split: Split(Folder.table("split.csv")), trainingOnly: true)
    var evaluator = FitTarget.Evaluator(target)
    var kept: [[Double]] = []
    for set in Self.inRandomOrder(drawn.sets) where kept.count < count {
      let found = evaluator.outcomes(set).claims
      let missed = zip(target.experiments, found).count { !$0.agrees($1) }
      if missed <= misses { kept.append(set) }
    }
    if kept.count % 2 == 0 { kept = kept.dropLast() }
    guard kept.count >= 3 else { throw Fault("Only \(kept.count) sets meet the training claims.") }
    print("\(kept.count) of \(drawn.count) sets are kept")
    let rounded = ParameterEnsemble(
      parameters: drawn.parameters,
      sets: kept.map { $0.map { Double(NumberText.significant($0, Self.digits)) ?? $0 } })
    try Data(Self.table(rounded)).write(to: URL(filePath: out))
    try Data(try Self.central(rounded)).write(to: URL(filePath: values))
    let computation = try HealthyBandComputation(model: .shipped(parameters: rounded.parameters))
    let table = try computation.reference(of: rounded, threads: threads).table
    try Data(table.utf8).write(to: URL(filePath: reference))
  }

  /// Digits of a shipped value: far below what the facts can tell.
  private static let digits = 5

  /// Neighbours of a sample are often copies of one particle; mixed, the first n sets are a sample too.
  private static func inRandomOrder(_ sets: [[Double]]) -> [[Double]] {
    var stream = RandomStream(key: 1, purpose: 7, draw: 0)
    return sets.map { (stream.uniform(), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func table(_ ensemble: ParameterEnsemble) -> [UInt8] {
    var writer = CSVWriter()
    for name in ensemble.parameters { writer.text(name) }
    writer.endRow()
    for set in ensemble.sets {
      for value in set { writer.number(value) }
      writer.endRow()
    }
    return writer.bytes
  }

  /// The set nearest to the middle of all, each logarithm measured by its own spread: a set that was really drawn, while
  /// the medians of all parameters together need not fit anything.
  private static func central(_ ensemble: ParameterEnsemble) throws -> [UInt8] {
    let columns = ensemble.parameters.indices.map { place in ensemble.sets.map { log($0[place]) }.sorted() }
    let middle = columns.map { Quantile.type7(sorted: $0, p: 0.5) }
    let spread = columns.map { max(1e-9, Quantile.type7(sorted: $0, p: 0.84) - Quantile.type7(sorted: $0, p: 0.16)) }
    let distances = ensemble.sets.map { set in
      set.indices.reduce(0) { $0 + pow((log(set[$1]) - middle[$1]) / spread[$1], 2) }
    }
    let central = distances.indices.min { distances[$0] < distances[$1] } ?? 0
    var writer = CSVWriter()
    writer.text("id")
    writer.text("value")
    writer.endRow()
    var solver = try ConditionSolver(
      ConditionProblem(.shipped(parameters: ensemble.parameters), [], backgrounds: []))
    let fluxes = solver.referenceFluxes(ensemble.sets[central], variantB: false)
    for (name, value) in Array(zip(ensemble.parameters, ensemble.sets[central])) + fluxes.map({ ($0, $1) }) {
      writer.text(name)
      writer.number(value)
      writer.endRow()
    }
    return writer.bytes
  }
}

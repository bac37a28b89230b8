import ArgumentParser
import Domain
import Foundation
import Mechanism

/// Prints what the medians of the priors give for every training fact and claim.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Outcomes of one parameter set, training part only.")
  @Option(help: "A table of parameter sets.") var sets: String?
  @Option(help: "Which row of it.") var row = 0

  mutating func run() throws {
    var ensemble = ParameterEnsemble.shipped
    if let sets { ensemble = try ParameterEnsemble(Folder.table(sets)) }
    let target = try FitTarget(
      model: .shipped(parameters: ensemble.parameters), facts: Fact.all(Folder.table("facts.csv")),
      experiments: Experiment.shipped(), split: Split(Folder.table("split.csv")), trainingOnly: true)
    var evaluator = FitTarget.Evaluator(target)
    let found = evaluator.outcomes(ensemble.sets[row])
    for (fact, outcome) in zip(target.facts, found.facts) {
      let value = Likelihood.fact(fact.known, fact.comparison, outcome)
      let shown =
        fact.comparison.measure == .halfEffect ? outcome.value : exp2(outcome.value)
      print("\(fact.identifier)\t\(fact.known)\t\(shown)\t\(value)\t\(fact.title)")
    }
    for (experiment, outcome) in zip(target.experiments, found.claims) {
      print(
        "\(experiment.identifier)\t\(experiment.comparison.readout)\t\(experiment.expected)\t\(outcome.value)\t\(experiment.agrees(outcome) ? "" : "MISSED")\t\(experiment.title)"
      )
    }
    print(evaluator.logLikelihood(ensemble.sets[row]))
    let start = Date()
    for _ in 0..<200 { _ = evaluator.logLikelihood(ensemble.sets[row]) }
    print("seconds a set:", Date().timeIntervalSince(start) / 200)
  }
}

/// The files of the calibration.
enum Folder {
  static func table(_ path: String) throws -> DataFile {
    let name = path.contains("/") ? path : "Calibration/" + path
    guard let data = FileManager.default.contents(atPath: name) else {
      throw Fault("\(name) cannot be read: run from the top of the repository.")
    }
    return data.withUnsafeBytes { DataFile(bytes: $0) }
  }
}

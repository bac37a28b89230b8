import ArgumentParser
import Domain
import Foundation
import Mechanism
import Report

/// How often the priors alone agree with each readout of a claim: what the structure gives away is no prediction.
struct PriorAgreement: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prior", abstract: "Write the share of prior draws that agree with each experiment, variant A.",
    discussion: """
      Example:
        calibrate prior
      """)

  @Option(help: "Seed of the draws.") var seed: UInt64 = 20_261_124
  @Option(help: "Draws.") var draws = 2_000
  @Option(help: "Where the table is written.")
  var out = "Sources/Mechanism/Experiments/prior_agreement.csv"

  mutating func run() throws {
    let priors = try PriorFile.priors(Folder.table("Model/parameters.csv"))
    let points = LatinHypercube.points(
      count: draws, dimension: priors.count, stream: SamplerStream(seed: seed))
    let values = priors.values(at: points)
    let sets = (0..<draws).map { draw in (0..<priors.count).map { values[draw, $0] } }
    let run = try ExperimentRun(ensemble: ParameterEnsemble(parameters: priors.entries.map(\.name), sets: sets))
    var writer = CSVWriter()
    for column in ["experiment", "readout", "share_agree"] { writer.text(column) }
    writer.endRow()
    for (experiment, outcomes) in zip(run.experiments, run.outcomes(variantB: false)) {
      writer.text(experiment.identifier)
      writer.text(experiment.comparison.readout)
      writer.number(Double(outcomes.count { experiment.agrees($0) }) / Double(draws))
      writer.endRow()
    }
    try Data(writer.bytes).write(to: URL(filePath: out))
  }
}

import ArgumentParser
import Domain
import Foundation
import Mechanism

/// Fits the parameters: sequential Monte Carlo from the priors to the posterior.
struct Fit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw parameter sets from the posterior, given the training facts and claims.",
    discussion: """
      Run from the top of the repository. The same seed gives the same bytes, whatever the threads.

      Example:
        calibrate fit --out Calibration/Result
      """)

  @Option(help: "Seed of every random number.") var seed: UInt64 = 20_261_125
  @Option(help: "Particles of the sampler.") var particles = 1_000
  @Option(help: "Sweeps at each temperature.") var sweeps = 100
  @Option(help: "Sweeps at the end.") var finalSweeps = 220
  @Option(help: "Largest number of parameters that one move changes.") var subset = 8
  @Option(help: "Threads; they change no result.") var threads = 2
  @Option(help: "Where the sample is written.") var out: String
  @Option(help: "Facts to leave out, by id or by group.") var without: [String] = []

  mutating func run() throws {
    let priors = try PriorFile.priors(Folder.table("Model/parameters.csv"))
    let left = without
    let facts = try Fact.all(Folder.table("facts.csv")).filter {
      !left.contains($0.group) && !left.contains($0.identifier)
    }
    let target = try FitTarget(
      model: .shipped(parameters: priors.entries.map(\.name)), facts: facts, experiments: Experiment.shipped(),
      split: Split(Folder.table("split.csv")), trainingOnly: true)
    var settings = SamplerSettings(seed: seed)
    settings.particles = particles
    settings.sweeps = .fixed(sweeps)
    settings.finalSweeps = .fixed(finalSweeps)
    settings.largestSubset = subset
    settings.threads = threads
    let sampler = try SequentialMonteCarlo(
      likelihood: FitLikelihood(target: target, priors: priors), dimension: priors.count,
      blocks: PriorFile.blocks(priors), settings: settings)
    let sample = try sampler.run { stage in
      let line =
        "stage \(stage.stage) temperature \(stage.temperature) effective \(Int(stage.effectiveSampleSize)) "
        + "roots \(stage.roots) accepted \(stage.acceptance(of: .randomWalk)) \(stage.acceptance(of: .differential)) "
        + "correlation \(stage.meanCorrelation) evidence \(stage.logEvidence)\n"
      FileHandle.standardError.write(Data(line.utf8))
    }
    try SampleFile.write(sample, priors: priors, to: out)
    // What was conditioned came from another sample.
    for name in ["conditioned.csv", "condition.csv"] {
      let path = out + "/" + name
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    }
    try RunFile.write(settings, sample, without: without, to: out)
  }
}

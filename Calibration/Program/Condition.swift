import ArgumentParser
import Domain
import Foundation
import Mechanism

/// Goes on from the posterior to the sets in which every training readout of a claim agrees in variant A.
struct Condition: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw from the posterior given that no training readout of a claim disagrees in variant A.",
    discussion: """
      The posterior weighs claims against facts, and few of its sets meet every claim. From those that do, this draws as \
      many sets again and moves them within the condition. Run from the top of the repository, after `calibrate fit`. The \
      same seed gives the same bytes, whatever the threads.

      Example:
        calibrate condition --result Calibration/Result
      """)

  @Option(help: "The folder that `calibrate fit` wrote; conditioned.csv and condition.csv are written there.")
  var result = "Calibration/Result"
  @Option(help: "Seed of every random number.") var seed: UInt64 = 20_261_125
  @Option(help: "Sweeps.") var sweeps = 600
  @Option(help: "Largest number of parameters that one move changes.") var subset = 8
  @Option(help: "Threads; they change no result.") var threads = 2

  mutating func run() throws {
    let priors = try PriorFile.priors(Folder.table("Model/parameters.csv"))
    let drawn = try SampleFile.ensemble(result + "/sample.csv")
    guard drawn.parameters == priors.entries.map(\.name) else {
      throw Fault("\(result)/sample.csv was drawn with other parameters than those of parameters.csv: fit again.")
    }
    let target = try FitTarget(
      model: .shipped(parameters: drawn.parameters), facts: Fact.all(Folder.table("facts.csv")),
      experiments: Experiment.shipped(), split: Split(Folder.table("split.csv")), trainingOnly: true)
    var settings = SamplerSettings(seed: seed)
    settings.particles = drawn.count
    settings.finalSweeps = .fixed(sweeps)
    settings.largestSubset = subset
    settings.threads = threads
    let sampler = try SequentialMonteCarlo(
      likelihood: FitLikelihood(target: target, priors: priors, requiresClaims: true), dimension: priors.count,
      blocks: PriorFile.blocks(priors), settings: settings)
    let stages = try Folder.file(result + "/stages.csv").rows.count
    let sample = try sampler.conditioned(priors.points(at: drawn.sets), stage: stages + 1)
    try SampleFile.writeSets(sample, priors: priors, to: result + "/conditioned.csv")
    try write(sample)
  }

  private func write(_ sample: PosteriorSample) throws {
    let stage = sample.stages[0]
    let size = sample.effectiveSampleSize
    try RunFile.write(
      seed: seed,
      [
        ("particles", Double(sample.points.count)), ("met", Double(sample.finiteStarts)),
        ("sweeps", Double(stage.sweeps)), ("accepted_random_walk", stage.acceptance(of: .randomWalk)),
        ("accepted_differential", stage.acceptance(of: .differential)), ("mean_correlation", stage.meanCorrelation),
        ("greatest_correlation", stage.greatestCorrelation), ("effective_median", size.median),
        ("effective_least", size.least),
      ], to: result + "/condition.csv")
  }
}

/// A sample of the posterior, each particle with the same weight, and how it came about.
struct PosteriorSample: Sendable, Equatable {
  /// In the standardised space; `PriorTable.values(at:)` gives the parameters.
  let points: Points
  /// One a particle, all finite.
  let logLikelihoods: [Double]
  /// For each stage and particle the particle of the stage before that it was copied from.
  let sources: [[Int]]
  /// One a temperature, in ascending order.
  let stages: [StageReport]
  /// The logarithm of the likelihood's mean over the prior.
  let logEvidence: Double
  /// How many points the likelihood was computed at, the start included.
  let evaluations: Int
  /// How many of the starting points had a finite likelihood.
  let finiteStarts: Int

  /// How many independent draws the sample is worth.
  var effectiveSampleSize: EffectiveSampleSize {
    EffectiveSampleSize(points: points, sources: sources, correlations: stages.map(\.greatestCorrelation))
  }

  /// The standard error of the log evidence if the moves of each stage made the particles independent: the weights'
  /// squared coefficients of variation, over the number of particles, summed over the stages. The true error is greater
  /// where the moves leave the particles correlated: some twice as much at a mean correlation of 0.6 a stage.
  var logEvidenceError: Double {
    let count = Double(points.count)
    return stages.reduce(0) { $0 + (count / $1.effectiveSampleSize - 1) / count }.squareRoot()
  }
}

import Domain
import Engine
import Statistics

/// Sequential Monte Carlo with adaptive tempering: from a sample of the prior to one of the posterior by temperatures in
/// between, each reached by reweighting, resampling and Markov moves
/// (Del Moral, Doucet and Jasra 2006, doi 10.1111/j.1467-9868.2006.00553.x; the adaptive ladder: Jasra, Stephens, Doucet
/// and Tsagaris 2011, doi 10.1111/j.1467-9469.2010.00723.x).
struct SequentialMonteCarlo<Likelihood: LogLikelihood> {
  let likelihood: Likelihood
  let dimension: Int
  let blocks: [MoveBlock]
  let settings: SamplerSettings

  /// The least share of starting points with a finite likelihood, from which a population can be made.
  private static var leastStart: Double { 0.01 }

  /// - Parameters:
  ///   - likelihood: of points of the standardised space.
  ///   - dimension: the number of coordinates, at least 1.
  ///   - blocks: what is moved together; each coordinate in one block at least.
  ///   - settings: how the sampler works.
  /// - Throws: `SamplingError.setting` and `SamplingError.blocks`.
  init(likelihood: Likelihood, dimension: Int, blocks: [MoveBlock], settings: SamplerSettings) throws(SamplingError) {
    if dimension < 1 { throw .setting("\(dimension) coordinates, not at least 1") }
    try settings.check()
    try MoveBlock.check(blocks, dimension: dimension)
    self.likelihood = likelihood
    self.dimension = dimension
    self.blocks = blocks
    self.settings = settings
  }

  /// Draws from the posterior.
  /// - Parameter onStage: called after each temperature, for those who wait.
  /// - Throws: `SamplingError.start`, `.ladder`, `.likelihoodCount`; `.setting` where the ladder has too many stages.
  func run(onStage: (StageReport) -> Void = { _ in }) throws(SamplingError) -> PosteriorSample {
    let stream = SamplerStream(seed: settings.seed)
    let evaluation = Evaluation(likelihood: likelihood, settings: settings)
    var population = Population(
      points: LatinHypercube.points(count: settings.particles, dimension: dimension, stream: stream))
    population.logLikelihoods = try evaluation.logLikelihoods(of: population.points)
    let finiteStarts = population.logLikelihoods.count { $0.isFinite }
    guard Double(finiteStarts) >= max(2, Self.leastStart * Double(settings.particles)) else {
      throw .start(finite: finiteStarts, of: settings.particles)
    }

    var adaptation = MoveAdaptation(blocks: blocks)
    var stages: [StageReport] = []
    var ancestry: [[Int]] = []
    var temperature = 0.0
    var logEvidence = 0.0
    while temperature < 1 {
      let stage = stages.count + 1
      guard stage < SamplerStream.stages else { throw .setting("more than \(SamplerStream.stages - 1) temperatures") }
      let next = try Tempering.next(
        population.logLikelihoods, after: temperature, share: settings.effectiveShare)
      let weights = Tempering.weights(population.logLikelihoods, step: next - temperature)
      temperature = next
      logEvidence += weights.logMean
      var numbers = stream.resampling(stage: stage)
      let sources = Tempering.resample(weights.relative, uniform: numbers.uniform())
      population = population.chosen(sources)
      ancestry.append(sources)

      let start = population.points
      adaptation.startStage()
      let sweeps = try move(
        &population, at: temperature, stage: stage, adapting: &adaptation, stream: stream, evaluation: evaluation)
      let report = StageReport(
        stage: stage, temperature: temperature, effectiveSampleSize: weights.effectiveSampleSize,
        parents: Set(sources).count, roots: Set(population.roots).count, logEvidence: logEvidence, sweeps: sweeps,
        moves: adaptation.tallies, correlations: Correlation.byCoordinate(start, population.points))
      stages.append(report)
      onStage(report)
    }
    return PosteriorSample(
      points: population.points, logLikelihoods: population.logLikelihoods, sources: ancestry, stages: stages,
      logEvidence: logEvidence,
      evaluations: settings.particles * (1 + stages.reduce(0) { $0 + $1.sweeps }), finiteStarts: finiteStarts)
  }

  /// One more step at temperature 1: to the posterior under a condition, outside which the likelihood is not finite.
  /// Particles outside are replaced by those inside, and all are moved within it as often as at the end of a run.
  /// - Parameters:
  ///   - points: a sample of the posterior without the condition.
  ///   - stage: a number that no stage of that sample had, so that no random number is used twice.
  /// - Returns: the sample, with one stage and the evidence of the condition.
  /// - Throws: `SamplingError.start` where fewer than two points meet the condition; `.setting` for a stage out of range;
  ///   `.likelihoodCount`.
  func conditioned(_ points: Points, stage: Int) throws(SamplingError) -> PosteriorSample {
    guard (1..<SamplerStream.stages).contains(stage) else { throw .setting("stage \(stage)") }
    let stream = SamplerStream(seed: settings.seed)
    let evaluation = Evaluation(likelihood: likelihood, settings: settings)
    var population = Population(points: points)
    population.logLikelihoods = try evaluation.logLikelihoods(of: points)
    let inside = population.logLikelihoods.map { $0.isFinite ? 1.0 : 0 }
    let count = inside.reduce(0, +)
    guard count >= 2 else { throw .start(finite: Int(count), of: points.count) }
    var numbers = stream.resampling(stage: stage)
    let sources = Tempering.resample(inside, uniform: numbers.uniform())
    population = population.chosen(sources)
    let start = population.points
    var adaptation = MoveAdaptation(blocks: blocks)
    let sweeps = try move(
      &population, at: 1, stage: stage, adapting: &adaptation, stream: stream, evaluation: evaluation)
    let logEvidence = Elementary.logarithm(count / Double(points.count))
    let report = StageReport(
      stage: stage, temperature: 1, effectiveSampleSize: count, parents: Set(sources).count,
      roots: Set(population.roots).count, logEvidence: logEvidence, sweeps: sweeps, moves: adaptation.tallies,
      correlations: Correlation.byCoordinate(start, population.points))
    return PosteriorSample(
      points: population.points, logLikelihoods: population.logLikelihoods, sources: [sources], stages: [report],
      logEvidence: logEvidence, evaluations: points.count * (1 + sweeps), finiteStarts: Int(count))
  }

  /// Moves the particles at one temperature, so often as the settings say.
  /// - Returns: the number of sweeps.
  private func move(
    _ population: inout Population, at temperature: Double, stage: Int, adapting adaptation: inout MoveAdaptation,
    stream: SamplerStream, evaluation: Evaluation<Likelihood>
  ) throws(SamplingError) -> Int {
    let rule = temperature < 1 ? settings.sweeps : settings.finalSweeps
    let start = population.points
    let scales = (0..<dimension).map { NumericSummary(start.column($0)).standardDeviation }
    for sweep in 1...rule.most {
      let proposer = Proposer(
        blocks: blocks, largestSubset: settings.largestSubset, scales: scales, adaptation: adaptation)
      for half in 0...1 {
        let pieces = try evaluation.proposals(by: proposer, half: half, of: population) {
          stream.move(stage: stage, sweep: sweep, particle: $0)
        }
        for piece in pieces { population.decide(piece, temperature: temperature, counting: &adaptation) }
      }
      adaptation.adapt()
      if case .untilDecorrelated(let correlation, _) = rule,
        Correlation.byCoordinate(start, population.points).reduce(0, +) <= correlation * Double(dimension)
      {
        return sweep
      }
    }
    return rule.most
  }
}

/// What an experiment's sweep did in one structural variant: the readout at every factor, set by set.
public struct SweepResponse: Sendable {
  /// The experiment, whose comparison has a sweep.
  public let experiment: Experiment
  /// A or B.
  public let variant: String
  /// Factors on the habitual inputs, or doses of the test, ascending.
  public let factors: [Double]
  /// By set, then factor, in the unit of the readout; not a number where a state was not certified.
  public let readouts: [[Double]]

  /// A response.
  /// - Precondition: each set has a readout for each factor.
  public init(experiment: Experiment, variant: String, factors: [Double], readouts: [[Double]]) {
    precondition(readouts.allSatisfy { $0.count == factors.count })
    self.experiment = experiment
    self.variant = variant
    self.factors = factors
    self.readouts = readouts
  }
}

extension ExperimentRun {
  /// The responses of all experiments with a sweep, in their order, in both variants.
  public func sweepResponses() -> [SweepResponse] {
    let swept = experiments.indices.filter { experiments[$0].comparison.sweep != nil }
    guard !swept.isEmpty else { return [] }
    var solver = ConditionSolver(problem)
    var responses: [SweepResponse] = []
    for (variant, isB) in [("A", false), ("B", true)] {
      let found = ensemble.sets.map { set in
        let readouts = solver.readouts(set, variantB: isB)
        return swept.map { readouts[$0] }
      }
      for (place, experiment) in swept.enumerated() {
        responses.append(
          SweepResponse(
            experiment: experiments[experiment], variant: variant,
            factors: experiments[experiment].comparison.sweep?.factors ?? [], readouts: found.map { $0[place] }))
      }
    }
    return responses
  }
}

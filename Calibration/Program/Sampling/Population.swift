import Engine

/// The particles, all of the same weight.
struct Population: Sendable {
  var points: Points
  var logLikelihoods: [Double]
  /// The number of the starting point that each descends from.
  private(set) var roots: [Int]

  /// A start, whose likelihoods are not known yet.
  init(points: Points) {
    self.points = points
    logLikelihoods = [Double](repeating: -.infinity, count: points.count)
    roots = Array(0..<points.count)
  }

  /// The particles after a resampling.
  /// - Parameter sources: for each new particle the one it is copied from.
  func chosen(_ sources: [Int]) -> Population {
    var population = Population(points: points.chosen(sources))
    population.logLikelihoods = sources.map { logLikelihoods[$0] }
    population.roots = sources.map { roots[$0] }
    return population
  }

  /// Moves each particle of a piece to its proposal, or leaves it: Metropolis' rule at a temperature
  /// (Metropolis 1953, doi 10.1063/1.1699114).
  mutating func decide(_ piece: ProposedPiece, temperature: Double, counting adaptation: inout MoveAdaptation) {
    for (row, proposal) in piece.proposals.enumerated() {
      let particle = proposal.particle
      let logLikelihood = piece.logLikelihoods[row]
      let change = temperature * (logLikelihood - logLikelihoods[particle]) + proposal.logPriorChange
      // A proposal that is not a number fails the comparison.
      let isAccepted = logLikelihood.isFinite && Elementary.logarithm(proposal.uniform) < change
      if isAccepted {
        points.copy(row, of: piece.points, to: particle)
        logLikelihoods[particle] = logLikelihood
      }
      adaptation.count(block: proposal.block, kind: proposal.kind, isAccepted: isAccepted)
    }
  }
}

/// Proposals for some particles, with their likelihoods.
struct ProposedPiece: Sendable {
  let proposals: [Proposal]
  let points: Points
  let logLikelihoods: [Double]
}

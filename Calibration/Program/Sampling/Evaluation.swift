import Domain

/// Computes likelihoods by several threads, in batches that are the same for any number of threads.
struct Evaluation<Likelihood: LogLikelihood> {
  /// What a thread keeps: the likelihood's workspace, and room for the proposer.
  private struct Workspace {
    var likelihood: Likelihood.Workspace
    var chosen: [Int] = []
  }

  private let likelihood: Likelihood
  private let batch: Int
  private let pieces: ParallelMap<Workspace>

  init(likelihood: Likelihood, settings: SamplerSettings) {
    self.likelihood = likelihood
    batch = settings.batch
    pieces = ParallelMap(threads: settings.threads) { Workspace(likelihood: likelihood.makeWorkspace()) }
  }

  /// The log likelihoods of points.
  /// - Throws: `SamplingError.likelihoodCount`.
  func logLikelihoods(of points: Points) throws(SamplingError) -> [Double] {
    let likelihood = likelihood
    let batch = batch
    let found = pieces.map(count: pieceCount(points.count)) { workspace, piece in
      let range = piece * batch..<min((piece + 1) * batch, points.count)
      return likelihood.logLikelihoods(of: points.chosen(Array(range)), in: &workspace.likelihood)
    }
    for (piece, values) in found.enumerated() {
      try check(values, expected: min(batch, points.count - piece * batch))
    }
    return found.flatMap(\.self)
  }

  /// Proposes one move for each particle of a half of the population, and computes the likelihoods there.
  /// - Parameters:
  ///   - half: 0 for the particles of even numbers, 1 for those of odd ones.
  ///   - numbers: a particle's random numbers.
  /// - Throws: `SamplingError.likelihoodCount`.
  func proposals(
    by proposer: Proposer, half: Int, of population: Population, numbers: @Sendable (Int) -> RandomStream
  ) throws(SamplingError) -> [ProposedPiece] {
    let likelihood = likelihood
    let batch = batch
    let points = population.points
    let members = (points.count + 1 - half) / 2
    let found = pieces.map(count: pieceCount(members)) { workspace, piece in
      let range = piece * batch..<min((piece + 1) * batch, members)
      var proposed = Points(count: range.count, dimension: points.dimension)
      let proposals = range.map { member in
        let particle = half + 2 * member
        return proposer.propose(
          particle: particle, from: points, numbers: numbers(particle), into: &proposed,
          row: member - range.lowerBound, chosen: &workspace.chosen)
      }
      return ProposedPiece(
        proposals: proposals, points: proposed,
        logLikelihoods: likelihood.logLikelihoods(of: proposed, in: &workspace.likelihood))
    }
    for piece in found { try check(piece.logLikelihoods, expected: piece.proposals.count) }
    return found
  }

  private func pieceCount(_ points: Int) -> Int { (points + batch - 1) / batch }

  private func check(_ values: [Double], expected: Int) throws(SamplingError) {
    if values.count != expected { throw .likelihoodCount(expected: expected, actual: values.count) }
  }
}

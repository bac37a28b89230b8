import Domain
import Mechanism
import Testing

@testable import calibrate

/// The condition on the claims, on sets whose claims are known.
@Suite struct FitLikelihoodTests {
  private func likelihood(requiresClaims: Bool) throws -> FitLikelihood {
    let priors = try PriorFile.priors(Folder.table("Model/parameters.csv"))
    let target = try FitTarget(
      model: .shipped(parameters: priors.entries.map(\.name)), facts: Fact.all(Folder.table("facts.csv")),
      experiments: Experiment.shipped(), split: Split(Folder.table("split.csv")), trainingOnly: true)
    return FitLikelihood(target: target, priors: priors, requiresClaims: requiresClaims)
  }

  /// A shipped set meets every training claim; without the weights of feedback it cannot meet C07.
  @Test func aSetThatBreaksAClaimHasNoLikelihoodUnderTheCondition() throws {
    let shipped = ParameterEnsemble.shipped
    var broken = shipped.sets[0]
    for (place, name) in shipped.parameters.enumerated() where name.hasPrefix("w_s6k") { broken[place] = 1e-6 }
    let free = try likelihood(requiresClaims: false)
    let conditioned = try likelihood(requiresClaims: true)
    let points = free.priors.points(at: [shipped.sets[0], broken])
    var workspaces = (free.makeWorkspace(), conditioned.makeWorkspace())
    let without = free.logLikelihoods(of: points, in: &workspaces.0)
    let with = conditioned.logLikelihoods(of: points, in: &workspaces.1)
    let isFinite = without.allSatisfy { $0.isFinite }
    #expect(isFinite)
    #expect(with[0] == without[0])
    #expect(with[1] == -.infinity)
  }

  @Test func pointsAreThoseOfTheirValues() throws {
    let priors = try PriorFile.priors(Folder.table("Model/parameters.csv"))
    let points = LatinHypercube.points(count: 50, dimension: priors.count, stream: SamplerStream(seed: 3))
    let values = priors.values(at: points)
    let sets = (0..<points.count).map { point in (0..<priors.count).map { values[point, $0] } }
    let found = priors.points(at: sets)
    for (one, other) in zip(found.coordinates, points.coordinates) { #expect(abs(one - other) < 1e-9) }
  }
}

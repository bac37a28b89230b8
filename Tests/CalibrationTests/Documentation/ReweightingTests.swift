import Domain
import Engine
import Testing

@testable import calibrate

@Suite struct ReweightingTests {
  /// A standard normal prior and one measurement y with error s: the posterior is normal (mean y / (1 + s^2), variance
  /// s^2 / (1 + s^2)), and without the measurement it is the prior again. The share that the weights are worth follows
  /// from Gaussian integrals: with L = exp(-(x - y)^2 / (2 s^2)), Z the prior mean of L, I the prior mean of 1 / L and
  /// a = 1 - 1 / s^2, it is 1 / (Z I).
  @Test func withoutTheOnlyFactThePriorIsBack() {
    let (y, s) = (1.5, 2.0)
    let count = 200_000
    let (mean, deviation) = (y / (1 + s * s), s / (1 + s * s).squareRoot())
    let sample = (0..<count).map {
      mean + deviation * NormalDistribution.quantile((Double($0) + 0.5) / Double(count))
    }
    let reweighting = Reweighting(withoutLogLikelihoods: sample.map { -($0 - y) * ($0 - y) / (2 * s * s) })

    #expect(abs(reweighting.mean(sample)) < 2e-3)
    #expect(abs(reweighting.mean(sample.map { $0 * $0 }) - 1) < 5e-3)
    let interval = reweighting.interval(sample)
    #expect(abs(interval.low + 1.644854) < 5e-3)
    #expect(abs(interval.median) < 5e-3)
    #expect(abs(interval.high - 1.644854) < 5e-3)

    let a = 1 - 1 / (s * s)
    let z = s / (1 + s * s).squareRoot() * Elementary.exponential(-y * y / (2 * (1 + s * s)))
    let slope = y / (s * s)
    let i = Elementary.exponential(slope * slope / (2 * a) + y * y / (2 * s * s)) / a.squareRoot()
    #expect(abs(reweighting.effectiveSize / Double(count) * z * i - 1) < 1e-2)
    #expect(reweighting.canTell)
  }

  @Test func aFactThatAllSetsMeetAlikeChangesNothing() {
    let reweighting = Reweighting(withoutLogLikelihoods: [-3, -3, -3, -3])
    #expect(reweighting.weights == [0.25, 0.25, 0.25, 0.25])
    #expect(reweighting.effectiveSize == 4)
    #expect(reweighting.mean([1, .nan, 2, 3]) == 2)
    #expect(Reweighting(withoutLogLikelihoods: [-3, .nan, -3]).weights == [0.5, 0, 0.5])
  }

  /// Log likelihoods far apart: the largest weight is one over the least likelihood, and nothing overflows.
  @Test func oneSetMayCarryAllTheWeight() {
    let reweighting = Reweighting(withoutLogLikelihoods: Array(repeating: 0, count: 99) + [-2_000])
    #expect(abs(reweighting.effectiveSize - 1) < 1e-12)
    #expect(!reweighting.canTell)
    #expect(reweighting.interval((0..<100).map(Double.init)).low == 99)
  }
}

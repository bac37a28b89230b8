import Domain
import Statistics
import Testing

@testable import calibrate

@Suite struct EffectiveSampleSizeTests {
  /// Independent normals, `copies` times each.
  private func sample(families: Int, copies: Int) -> (points: Points, sources: [Int]) {
    var numbers = RandomStream(key: 1, purpose: 0, draw: 0)
    var points = Points(count: families * copies, dimension: 2)
    for family in 0..<families {
      for coordinate in 0..<2 {
        let value = numbers.normal()
        for copy in 0..<copies { points[family * copies + copy, coordinate] = value }
      }
    }
    return (points, (0..<families * copies).map { $0 / copies })
  }

  /// Four copies of each of 250 draws are worth 250, but for the factor (N / (N - 1))^(n + 1) and the degree of freedom
  /// that the common mean takes.
  @Test func copiesCountAsOne() {
    let (points, sources) = sample(families: 250, copies: 4)
    let size = EffectiveSampleSize(points: points, sources: [sources], correlations: [1])
    #expect(size.distinct == 250)
    #expect(size.ancestors == 250)
    #expect(size.families == 250)
    for value in size.coordinates { #expect(abs(value - 250) < 2) }
  }

  /// Draws that are independent, whatever their families: the estimate's own relative error is about
  /// sqrt(2 / families), here 0.09.
  @Test func particlesThatForgotTheirOriginCountEach() {
    let points = sample(families: 1_000, copies: 1).points
    let sources = (0..<1_000).map { $0 / 4 }
    let size = EffectiveSampleSize(points: points, sources: [sources], correlations: [1])
    #expect(size.families == 250)
    for value in size.coordinates { #expect(abs(value - 1_000) < 4 * 0.09 * 1_000) }
  }

  /// Two families tell nothing of the variance between families.
  @Test func fewFamiliesAreAllThereIs() {
    let (points, sources) = sample(families: 2, copies: 50)
    let size = EffectiveSampleSize(points: points, sources: [sources], correlations: [1])
    #expect(size.coordinates == [2, 2])
  }

  /// Families are counted since the stage that particles remember: a product of correlations of at most 0.05.
  @Test(arguments: [([0.9, 0.9, 0.04], 1, 50), ([0.9, 0.2, 0.2], 2, 25), ([0.9, 0.9, 0.9], 3, 1)])
  func ancestorsAreLookedForAsFarAsMemoryGoes(correlations: [Double], lag: Int, ancestors: Int) {
    let points = sample(families: 100, copies: 1).points
    let all = [Int](repeating: 0, count: 100)
    let halves = (0..<100).map { $0 / 2 }
    let size = EffectiveSampleSize(points: points, sources: [all, halves, halves], correlations: correlations)
    #expect(size.lag == lag)
    #expect(size.ancestors == ancestors)
  }

  /// The proof of the definition: over runs whose moves leave the particles correlated, the squared errors of means that
  /// are known exactly, in the variances that the effective sizes promise, average to 1. Of 900 such numbers the average
  /// has standard error sqrt(2 / 900) = 0.05, and some more, since those of a run are not independent.
  @Test func promisedErrorsAreFound() throws {
    let single = ConjugateTarget.Single(measured: 1.5, error: 0.3)
    var sum = 0.0
    var sizes = 0.0
    for seed in 1...150 {
      let settings = SamplerSettings(
        seed: UInt64(seed), particles: 200, sweeps: .fixed(8), finalSweeps: .fixed(2), threads: 2)
      let found = try calibrateSample(settings, single)
      for (coordinate, size) in found.effectiveSampleSize.coordinates.enumerated() {
        let error = NumericSummary(found.points.column(coordinate)).mean - single.mean
        let relative = error / single.deviation
        sum += relative * relative * size / 900
        sizes += size / 900
      }
    }
    #expect((0.8...1.2).contains(sum))
    // Not trivially: the particles are neither independent nor all of one family.
    #expect((20...180).contains(sizes))
  }

  /// Six parameters, each measured alike.
  private func calibrateSample(
    _ settings: SamplerSettings, _ single: ConjugateTarget.Single
  ) throws -> PosteriorSample {
    try CalibrationTests.sample(settings, dimension: 6) { z in
      z.reduce(0) { $0 + logNormal(single.measured, mean: $1, deviation: single.error) }
    }
  }
}

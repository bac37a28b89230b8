import Statistics
import Testing

@testable import calibrate

/// The step from a posterior to the same under a condition, on a normal distribution cut off at 1.
@Suite struct ConditionTests {
  private static let stream = SamplerStream(seed: 5)

  private func sampler(_ settings: SamplerSettings, limit: Double) throws -> SequentialMonteCarlo<PointLikelihood> {
    try SequentialMonteCarlo(
      likelihood: PointLikelihood { $0[$0.startIndex] > limit ? 0 : -.infinity }, dimension: 2,
      blocks: [MoveBlock(name: "all", coordinates: [0, 1])], settings: settings)
  }

  private func settings(threads: Int = 2) -> SamplerSettings {
    SamplerSettings(seed: 5, particles: 4_000, finalSweeps: .fixed(60), threads: threads, batch: 50)
  }

  private func start() -> Points { LatinHypercube.points(count: 4_000, dimension: 2, stream: Self.stream) }

  /// scipy 1.17.1: truncnorm(1, inf).mean() and .std(), log(norm.sf(1)). The other coordinate stays standard normal.
  @Test func aNormalCutOffAtOneHasItsMoments() throws {
    let found = try sampler(settings(), limit: 1).conditioned(start(), stage: 9)
    let cut = NumericSummary(found.points.column(0))
    let free = NumericSummary(found.points.column(1))
    #expect(found.points.column(0).allSatisfy { $0 > 1 })
    // Five standard errors of some 1,000 independent draws; a Latin hypercube has its share above 1 exactly.
    #expect(abs(cut.mean - 1.525135276160981) < 5 * 0.4462 / 31.6)
    #expect(abs(cut.standardDeviation / 0.4462036144747698 - 1) < 5 / 44.7)
    #expect(abs(free.mean) < 5 / 31.6)
    #expect(abs(free.standardDeviation - 1) < 5 / 44.7)
    #expect(abs(found.logEvidence - -1.8410216450092634) < 2e-3)
    #expect(found.stages.count == 1 && found.stages[0].sweeps == 60)
    #expect((634...635).contains(found.finiteStarts))
  }

  @Test func bytesDoNotDependOnThreads() throws {
    let one = try sampler(settings(threads: 1), limit: 1).conditioned(start(), stage: 9)
    #expect(try sampler(settings(), limit: 1).conditioned(start(), stage: 9) == one)
  }

  @Test func aConditionThatNothingMeetsIsRefused() throws {
    let sampler = try sampler(settings(), limit: 9)
    #expect(throws: SamplingError.self) { try sampler.conditioned(start(), stage: 9) }
  }
}

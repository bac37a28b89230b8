import Synchronization
import Testing

@testable import calibrate

@Suite struct SequentialMonteCarloTests {
  private static let target = ConjugateTarget()

  private func run(_ settings: SamplerSettings) throws -> PosteriorSample {
    try sample(settings, dimension: 30, blocks: Self.target.blocks) { Self.target.logLikelihood($0) }
  }

  private func small(seed: UInt64, threads: Int = 1) -> SamplerSettings {
    SamplerSettings(
      seed: seed, particles: 301, sweeps: .fixed(7), finalSweeps: .untilDecorrelated(correlation: 0.5, atMost: 30),
      threads: threads, batch: 20)
  }

  private func bits(_ sample: PosteriorSample) -> [UInt64] {
    (sample.points.coordinates + sample.logLikelihoods + [sample.logEvidence] + sample.stages.map(\.temperature))
      .map(\.bitPattern)
  }

  @Test func bytesDoNotDependOnThreads() throws {
    let one = try run(small(seed: 1))
    for threads in [2, 3] {
      let several = try run(small(seed: 1, threads: threads))
      #expect(bits(several) == bits(one))
      #expect(several == one)
    }
    #expect(bits(try run(small(seed: 2))) != bits(one))
  }

  /// How many points the likelihood is given at once is no matter either, where it treats each for itself.
  @Test func bytesDoNotDependOnBatches() throws {
    var settings = small(seed: 1)
    settings.batch = 1_000
    #expect(bits(try run(settings)) == bits(try run(small(seed: 1))))
  }

  @Test func theLadderRisesToExactlyOne() throws {
    for share in [0.3, 0.7, 0.95] {
      var settings = small(seed: 4)
      settings.effectiveShare = share
      let stages = try run(settings).stages
      let temperatures = stages.map(\.temperature)
      #expect(temperatures.first.map { $0 > 0 } == true)
      #expect(zip(temperatures, temperatures.dropFirst()).allSatisfy { $0 < $1 })
      #expect(temperatures.last == 1)
      #expect(stages.map(\.stage) == Array(1...stages.count))
      for stage in stages.dropLast() { #expect(abs(stage.effectiveSampleSize - share * 301) < 1e-3) }
      #expect(stages.last.map { $0.effectiveSampleSize >= share * 301 } == true)
      // A stage can but lose ancestors.
      #expect(zip(stages, stages.dropFirst()).allSatisfy { $0.roots >= $1.roots })
      #expect(stages.allSatisfy { $0.roots <= $0.parents && $0.parents <= 301 })
    }
  }

  @Test func eachStageIsReported() throws {
    let reports = Mutex<[StageReport]>([])
    let sampler = try SequentialMonteCarlo(
      likelihood: PointLikelihood { Self.target.logLikelihood($0) }, dimension: 30, blocks: Self.target.blocks,
      settings: small(seed: 1))
    let found = try sampler.run { report in reports.withLock { $0.append(report) } }
    #expect(reports.withLock { $0 } == found.stages)
    for stage in found.stages {
      #expect(stage.moves.reduce(0) { $0 + $1.proposed } == 301 * stage.sweeps)
      #expect(stage.moves.map(\.block) == ["precise", "precise", "vague", "vague", "pairs", "pairs"])
    }
  }

  @Test func aStartWithoutLikelihoodIsRefused() {
    #expect(throws: SamplingError.start(finite: 0, of: 301)) {
      _ = try sample(small(seed: 1), dimension: 2) { _ in .nan }
    }
  }

  /// Gives one value too few.
  private struct Short: LogLikelihood {
    func makeWorkspace() {}
    func logLikelihoods(of points: Points, in workspace: inout Void) -> [Double] {
      [Double](repeating: 0, count: points.count - 1)
    }
  }

  @Test func aLikelihoodMustAnswerForEachPoint() throws {
    let sampler = try SequentialMonteCarlo(
      likelihood: Short(), dimension: 1, blocks: [MoveBlock(name: "all", coordinates: [0])], settings: small(seed: 1))
    #expect(throws: SamplingError.likelihoodCount(expected: 20, actual: 19)) { _ = try sampler.run() }
  }

  @Test(arguments: [[[0, 1]], [[0, 1, 2], []], [[0, 1, 2, 2]], [[0, 1, 3], [2]], []])
  func blocksMustMoveEachCoordinate(coordinates: [[Int]]) {
    #expect(throws: SamplingError.self) {
      _ = try sample(
        small(seed: 1), dimension: 3, blocks: coordinates.map { MoveBlock(name: "block", coordinates: $0) }
      ) { _ in 0 }
    }
  }

  @Test func settingsOutOfRangeAreRefused() {
    let wrong = [
      SamplerSettings(seed: 1, particles: 7), SamplerSettings(seed: 1, effectiveShare: 1),
      SamplerSettings(seed: 1, effectiveShare: .nan), SamplerSettings(seed: 1, sweeps: .fixed(0)),
      SamplerSettings(seed: 1, finalSweeps: .untilDecorrelated(correlation: 0, atMost: 5)),
      SamplerSettings(seed: 1, largestSubset: 0), SamplerSettings(seed: 1, threads: 0),
      SamplerSettings(seed: 1, batch: 0),
    ]
    for settings in wrong {
      #expect(throws: SamplingError.self, "\(settings)") { _ = try sample(settings, dimension: 1) { _ in 0 } }
    }
  }
}

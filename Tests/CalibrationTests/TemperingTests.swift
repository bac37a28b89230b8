import Testing

@testable import calibrate

@Suite struct TemperingTests {
  /// Two values of the likelihood, 1 and e^-8, as often: with w = exp(-8 step) the effective share of the particles is
  /// (1 + w)^2 / (2 (1 + w^2)), which is 0.7 where w = (5 - sqrt 21) / 2: the step is 0.1958499046
  @Test func theStepKeepsTheStatedShare() throws {
    let logLikelihoods = (0..<100).map { Double($0 % 2) * -8 }
    let step = try Tempering.next(logLikelihoods, after: 0, share: 0.7)
    #expect(abs(step - 0.195_849_904_6) < 1e-8)
    #expect(abs(Tempering.weights(logLikelihoods, step: step).effectiveSampleSize - 70) < 1e-5)
    #expect(try Tempering.next(logLikelihoods, after: 0.9, share: 0.7) == 1)
  }

  /// Particles without likelihood have no weight, and do not count among those whose share is kept.
  @Test func particlesWithoutLikelihoodHaveNoWeight() throws {
    let logLikelihoods = [Double.nan, 0, .infinity, 0, -.infinity]
    #expect(try Tempering.next(logLikelihoods, after: 0, share: 0.7) == 1)
    let weights = Tempering.weights(logLikelihoods, step: 1)
    #expect(weights.relative == [0, 1, 0, 1, 0])
    #expect(weights.effectiveSampleSize == 2)
    // ln (2 / 5).
    #expect(abs(weights.logMean + 0.916_290_731_874_155) < 1e-15)
  }

  /// Log likelihoods that differ by 1e12 need a first step of about 1e-12.
  @Test func aStepMayBeVerySmall() throws {
    let logLikelihoods = (0..<100).map { Double($0) * -1e12 }
    let step = try Tempering.next(logLikelihoods, after: 0, share: 0.7)
    #expect(abs(Tempering.weights(logLikelihoods, step: step).effectiveSampleSize - 70) < 1e-5)
    #expect(throws: SamplingError.ladder(temperature: 0.5)) {
      _ = try Tempering.next((0..<100).map { Double($0) * -1e30 }, after: 0.5, share: 0.7)
    }
  }

  /// Systematic resampling takes floor(n w) or ceiling(n w) copies, by definition.
  @Test(arguments: [0, 0.001, 0.5, 0.999, 1])
  func copiesAreAsManyAsTheWeight(uniform: Double) {
    let weights = [0, 0.3, 0.05, 0, 0.9, 0.25, 1, 0]
    let total = 2.5
    let sources = Tempering.resample(weights, uniform: uniform)
    #expect(sources.count == weights.count)
    #expect(sources == sources.sorted())
    for (particle, weight) in weights.enumerated() {
      let expected = Double(weights.count) * weight / total
      let copies = Double(sources.count { $0 == particle })
      #expect(copies >= expected.rounded(.down) && copies <= expected.rounded(.up), "particle \(particle)")
    }
  }
}

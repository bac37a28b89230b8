import Engine
import Statistics
import Testing

@testable import calibrate

/// Posteriors whose moments and evidence are known exactly.
@Suite struct PosteriorTests {
  /// Means and deviations are held against five standard errors by the sample's own effective size, which is held
  /// against a floor, so that it cannot excuse anything.
  private func expect(
    _ sample: PosteriorSample, coordinate: Int, mean: Double, deviation: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let size = sample.effectiveSampleSize.coordinates[coordinate]
    let found = NumericSummary(sample.points.column(coordinate))
    #expect(size > 200, sourceLocation: sourceLocation)
    #expect(
      abs(found.mean - mean) < 5 * deviation / size.squareRoot(), "mean of \(coordinate)",
      sourceLocation: sourceLocation)
    #expect(
      abs(found.standardDeviation / deviation - 1) < 5 / (2 * size).squareRoot(), "deviation of \(coordinate)",
      sourceLocation: sourceLocation)
  }

  @Test func conjugateNormalInThirtyDimensions() throws {
    let target = ConjugateTarget()
    var settings = SamplerSettings(seed: 11, particles: 1_000, threads: 2)
    settings.sweeps = .untilDecorrelated(correlation: 0.3, atMost: 200)
    settings.finalSweeps = .untilDecorrelated(correlation: 0.1, atMost: 400)
    let found = try sample(settings, dimension: 30, blocks: target.blocks) { target.logLikelihood($0) }
    for coordinate in 0..<30 {
      expect(found, coordinate: coordinate, mean: target.means[coordinate], deviation: target.deviations[coordinate])
    }
    #expect(abs(found.logEvidence - target.logEvidence) < 4 * found.logEvidenceError)
    #expect(found.logEvidenceError < 0.12)
    #expect(found.effectiveSampleSize.distinct == 1_000)
    #expect(found.evaluations == 1_000 * (1 + found.stages.reduce(0) { $0 + $1.sweeps }))
    for stage in found.stages {
      #expect(stage.meanCorrelation <= (stage.temperature < 1 ? 0.3 : 0.1))
      for kind in MoveKind.allCases { #expect((0.25...0.3).contains(stage.acceptance(of: kind))) }
    }

    // What the diagnostics say is known too. Only the first two pairs' sums are known so well that the pair is correlated
    // by more than 0.8 (0.96, 0.89; the third 0.79 is too near to be told).
    let diagnostics = PosteriorDiagnostics(found.points)
    let correlated = diagnostics.correlated.filter { $0.first != 24 }
    #expect(correlated.map { [$0.first, $0.second] } == [[20, 21], [22, 23]])
    for (pair, known) in zip(correlated, target.pairs) {
      // Standard error of a correlation: 1 - its square, over the root of the number.
      let error = (1 - known.correlation * known.correlation) / found.effectiveSampleSize.least.squareRoot()
      #expect(abs(pair.correlation - known.correlation) < 5 * error)
    }
  }

  /// A normal distribution bent along a parabola (Haario, Saksman and Tamminen 1999, doi 10.1007/s001800050022): the
  /// first coordinate is x, the second b (x^2 - 1) + s e with x and e standard normal, so its mean is 0, its variance
  /// s^2 + 2 b^2, its covariance with x^2 is 2 b; the others are as in the prior. The likelihood is that density over
  /// the prior's, so the evidence is 1.
  @Test func banana() throws {
    let bend = 0.5
    let width = 0.3
    var settings = SamplerSettings(seed: 3, particles: 2_000, threads: 2)
    settings.sweeps = .fixed(20)
    settings.finalSweeps = .fixed(60)
    let found = try sample(settings, dimension: 4) { z in
      let (x, y) = (z[z.startIndex], z[z.startIndex + 1])
      return logNormal(y, mean: bend * (x * x - 1), deviation: width) - logNormal(y, mean: 0, deviation: 1)
    }
    let deviation = (width * width + 2 * bend * bend).squareRoot()
    for coordinate in [0, 2, 3] { expect(found, coordinate: coordinate, mean: 0, deviation: 1) }
    let size = found.effectiveSampleSize.least
    #expect(size > 200)
    let second = NumericSummary(found.points.column(1))
    #expect(abs(second.mean) < 5 * deviation / size.squareRoot())
    // The fourth central moment of b (x^2 - 1) + s e is 60 b^4 + 12 b^2 s^2 + 3 s^4 (the normal's even moments 1, 3, 15,
    // 105), and the error of a variance is the root of it less the variance's square, over the number.
    let variance = deviation * deviation
    let fourth =
      60 * bend * bend * bend * bend + 12 * bend * bend * width * width + 3 * width * width * width * width
    let found2 = second.standardDeviation * second.standardDeviation
    #expect(abs(found2 - variance) < 5 * ((fourth - variance * variance) / size).squareRoot())
    // x^2 y has mean 2 b and, by the same moments, variance b^2 (105 - 30 + 3) + 3 s^2 - 4 b^2.
    let product = NumericSummary((0..<2_000).map { found.points[$0, 0] * found.points[$0, 0] * found.points[$0, 1] })
    let productVariance = 74 * bend * bend + 3 * width * width
    #expect(abs(product.mean - 2 * bend) < 5 * (productVariance / size).squareRoot())
    #expect(abs(found.logEvidence) < 4 * found.logEvidenceError)
  }

  /// Three tenths of the posterior about one place, seven about another, some ten deviations apart.
  @Test func twoModesKeepTheirWeights() throws {
    let width = 0.25
    let share = 0.3
    var settings = SamplerSettings(seed: 5, particles: 2_000, threads: 2)
    settings.sweeps = .fixed(10)
    settings.finalSweeps = .fixed(20)
    let found = try sample(settings, dimension: 3) { z in
      var terms = (Elementary.logarithm(share), Elementary.logarithm(1 - share))
      for x in z {
        terms.0 += logNormal(x, mean: -1.2, deviation: width) - logNormal(x, mean: 0, deviation: 1)
        terms.1 += logNormal(x, mean: 1.2, deviation: width) - logNormal(x, mean: 0, deviation: 1)
      }
      let greatest = max(terms.0, terms.1)
      let sum = Elementary.exponential(terms.0 - greatest) + Elementary.exponential(terms.1 - greatest)
      return greatest + Elementary.logarithm(sum)
    }
    let first = (0..<2_000).filter { found.points[$0, 0] < 0 }
    let size = found.effectiveSampleSize.least
    #expect(size > 100)
    #expect(abs(Double(first.count) / 2_000 - share) < 5 * (share * (1 - share) / size).squareRoot())
    // A coordinate lies in the first mode where all do.
    #expect((0..<2_000).allSatisfy { point in Set(found.points[point].map { $0 < 0 }).count == 1 })
    let mode = NumericSummary(first.map { found.points[$0, 1] })
    let modeSize = size * share
    #expect(abs(mode.mean + 1.2) < 5 * width / modeSize.squareRoot())
    #expect(abs(mode.standardDeviation / width - 1) < 5 / (2 * modeSize).squareRoot())
    #expect(abs(found.logEvidence) < 4 * found.logEvidenceError)
  }

  /// A model without a solution beyond a border: the posterior is the prior cut off there. The mean 0.50916043 and
  /// variance 0.48617544 are scipy 1.17.1's truncnorm(-0.5, inf), the evidence its norm.logsf(-0.5).
  @Test(arguments: [Double.nan, -.infinity, .infinity])
  func whatIsNotFiniteIsNeverEntered(value: Double) throws {
    var settings = SamplerSettings(seed: 9, particles: 1_000, threads: 2)
    settings.finalSweeps = .fixed(40)
    let found = try sample(settings, dimension: 2) { $0[$0.startIndex] < -0.5 ? value : 0 }
    #expect((0..<1_000).allSatisfy { found.points[$0, 0] >= -0.5 && found.logLikelihoods[$0] == 0 })
    expect(found, coordinate: 0, mean: 0.5091604338370335, deviation: 0.4861754356963671.squareRoot())
    expect(found, coordinate: 1, mean: 0, deviation: 1)
    // A Latin hypercube has its share right to one point.
    #expect(abs(Double(found.finiteStarts) - 691.46) <= 1)
    #expect(abs(found.logEvidence + 0.36894641528865635) < 2e-3)
    #expect(found.stages.map(\.temperature) == [1])
  }
}

import Domain
import Testing

@testable import calibrate

@Suite struct PosteriorDiagnosticsTests {
  /// Equidistant quantiles of a normal distribution: its moments, and its overlap with the standard normal, which
  /// scipy 1.17.1 gives by quadrature over the twenty intervals (sum of min(F(b) - F(a), 0.05)).
  @Test(arguments: [(0.0, 1.0, 1.0), (0.0, 0.5, 0.67734355), (1.0, 0.5, 0.45946861), (3.0, 0.1, 0.05000000)])
  func aNormalPosterior(mean: Double, deviation: Double, overlap: Double) {
    let count = 20_000
    let sample = (0..<count).map {
      mean + deviation * NormalDistribution.quantile((Double($0) + 0.5) / Double(count))
    }
    let diagnostic = ParameterDiagnostic(sample)
    #expect(abs(diagnostic.mean - mean) < 1e-9)
    #expect(abs(diagnostic.deviationRatio / deviation - 1) < 1e-3)
    #expect(abs(diagnostic.contraction - (1 - deviation * deviation)) < 1e-3)
    // Twenty counts, each right to one point.
    #expect(abs(diagnostic.overlap - overlap) < 20 / Double(count))
  }

  @Test func whatDoesNotVaryIsInNoPair() {
    var points = Points(count: 3, dimension: 3)
    for point in 0..<3 {
      points[point, 0] = Double(point)
      points[point, 1] = -2 * Double(point)
    }
    let pairs = Correlation.pairs(points, above: 0.8)
    #expect(pairs.count == 1)
    #expect(pairs.first.map { $0.first == 0 && $0.second == 1 && abs($0.correlation + 1) < 1e-15 } == true)
    let own = Correlation.byCoordinate(points, points)
    #expect(own.allSatisfy { abs($0 - 1) < 1e-15 })
  }
}

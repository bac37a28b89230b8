import Foundation
import Testing

@testable import calibrate

@Suite struct LatinHypercubeTests {
  /// The definition: each of n intervals of equal probability has one point, in each coordinate. The probabilities are
  /// the C library's, by erfc.
  @Test func eachIntervalOfEachCoordinateHasOnePoint() {
    let count = 500
    let points = LatinHypercube.points(count: count, dimension: 40, stream: SamplerStream(seed: 7))
    for coordinate in 0..<40 {
      let strata = points.column(coordinate).map { Int(erfc(-$0 / 2.0.squareRoot()) / 2 * Double(count)) }
      #expect(strata.sorted() == Array(0..<count))
    }
  }

  /// Coordinates are permuted apart: 780 correlations of 500 points have standard error 0.045, and five of them are not
  /// passed but once in 2,000 times.
  @Test func coordinatesAreNotCorrelated() {
    let points = LatinHypercube.points(count: 500, dimension: 40, stream: SamplerStream(seed: 7))
    #expect(Correlation.pairs(points, above: 5 * 0.045).isEmpty)
    #expect(!Correlation.pairs(points, above: 0.045).isEmpty)
  }

  @Test func theSeedNamesThePoints() {
    func points(_ seed: UInt64) -> Points {
      LatinHypercube.points(count: 20, dimension: 3, stream: SamplerStream(seed: seed))
    }
    #expect(points(1) == points(1))
    #expect(points(1) != points(2))
  }
}

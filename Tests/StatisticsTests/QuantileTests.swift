import Statistics
import Testing

@Suite struct QuantileTests {
  private static let sample = [9.1, 2.2, 7.7, 3.3, 3.3, 12.5, 0.4]

  /// Expected: `numpy.quantile` (numpy 2.4.6, its default method is R's type 7).
  @Test(arguments: [
    (0.0, 0.4), (0.05, 0.9400000000000001), (0.25, 2.75), (0.5, 3.3), (0.75, 8.4), (0.95, 11.48), (1.0, 12.5),
  ])
  func agreesWithNumpy(p: Double, expected: Double) {
    #expect(abs(Quantile.type7(of: Self.sample, probabilities: [p])[0] - expected) <= 1e-15 * abs(expected) * 4)
  }

  /// Expected: `numpy.quantile([4, 1], ...)`, numpy 2.4.6.
  @Test func interpolatesBetweenTwo() {
    #expect(Quantile.type7(of: [4, 1], probabilities: [0.1, 0.25, 0.9]) == [1.3, 1.75, 3.7])
  }

  @Test func oneValueIsEveryQuantile() {
    #expect(Quantile.type7(of: [5.5], probabilities: [0, 0.25, 1]) == [5.5, 5.5, 5.5])
  }

  @Test func hasNoValueForNothingOrOutside() {
    #expect(Quantile.type7(sorted: [], p: 0.5).isNaN)
    #expect(Quantile.type7(sorted: [1, 2], p: 1.01).isNaN)
    #expect(Quantile.type7(sorted: [1, 2], p: .nan).isNaN)
  }

  @Test func anInfiniteNeighbourDoesNotSpread() {
    #expect(Quantile.type7(sorted: [1, 2, .infinity], p: 0.5) == 2)
  }
}

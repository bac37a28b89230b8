import Testing

@testable import Mechanism

@Suite struct QuantileTests {
  /// Expected values: numpy.quantile of [1, 2, 4, 8, 16, 32, 64], whose default is R's type 7.
  @Test func agreesWithNumpy() {
    let values = [1.0, 2, 4, 8, 16, 32, 64]
    #expect(abs(Quantile.type7(values, 0.05) - 1.3) < 1e-12)
    #expect(Quantile.type7(values, 0.5) == 8)
    #expect(abs(Quantile.type7(values, 0.95) - 54.4) < 1e-12)
    #expect(Quantile.type7(values, 1) == 64)
    #expect(Quantile.type7([], 0.5).isNaN)
  }
}

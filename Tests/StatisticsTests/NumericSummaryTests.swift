import Statistics
import Testing

@Suite struct NumericSummaryTests {
  /// Expected: numpy 2.4.6 (`mean`, `std(ddof=1)`, `quantile`).
  @Test func agreesWithNumpy() {
    let summary = NumericSummary([9.1, 2.2, 7.7, 3.3, 3.3, 12.5, 0.4])
    #expect(summary.count == 7)
    #expect(abs(summary.sum - 38.5) < 1e-13)
    #expect(abs(summary.mean - 5.5) < 1e-14)
    #expect(abs(summary.standardDeviation - 4.347029637196722) < 1e-14)
    #expect(summary.lowerQuartile == 2.75)
    #expect(summary.median == 3.3)
    #expect(abs(summary.upperQuartile - 8.4) < 1e-14)
    #expect(summary.minimum == 0.4)
    #expect(summary.maximum == 12.5)
  }

  /// The classic trap for the sum-of-squares formula: 4, 7, 13, 16 shifted by 10^9 has variance 30 exactly
  /// (a worked example of Wikipedia's "Algorithms for calculating variance"; numpy 2.4.6 gives the same).
  @Test func largeNumbersKeepTheirSpread() {
    let summary = NumericSummary([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
    #expect(summary.mean == 1e9 + 10)
    #expect(summary.sumOfSquares == 90)
    #expect(summary.standardDeviation == 5.477225575051661)
  }

  /// NIST StRD univariate data set NumAcc4: 10000000.2, then 500 times 10000000.1 and 10000000.3;
  /// certified mean 10000000.2 and standard deviation 0.1 (NIST, from memory of the certified values).
  @Test func agreesWithNumAcc4() {
    var sample = [10_000_000.2]
    for _ in 0..<500 { sample += [10_000_000.1, 10_000_000.3] }
    let summary = NumericSummary(sample)
    #expect(abs(summary.mean - 10_000_000.2) < 1e-8)
    #expect(abs(summary.standardDeviation - 0.1) < 1e-8)
  }

  @Test func theOrderOfTheSampleDoesNotMatter() {
    let sample = (0..<500).map { Double(($0 * 7919) % 503) * 0.37 + 1e-7 }
    #expect(NumericSummary(sample) == NumericSummary(sample.reversed()))
  }

  @Test func nothingHasNoMean() {
    let summary = NumericSummary([])
    #expect(summary.count == 0)
    #expect(summary.mean.isNaN)
    #expect(summary.median.isNaN)
    #expect(summary.standardDeviation.isNaN)
  }

  @Test func oneValueHasNoSpread() {
    #expect(NumericSummary([3]).standardDeviation.isNaN)
    #expect(NumericSummary([3]).mean == 3)
  }
}

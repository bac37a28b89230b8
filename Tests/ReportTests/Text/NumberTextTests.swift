import Testing

@testable import Report

@Suite struct NumberTextTests {
  /// Expected: Python 3.11 `repr`, without `.0` (both give the shortest text that reads back to the same number).
  @Test(arguments: [
    (0.1 + 0.2, "0.30000000000000004"), (5.0, "5"), (-2.5, "-2.5"), (1e-5, "1e-05"), (123456789.125, "123456789.125"),
    (-0.0, "0"), (1e22, "1e+22"),
  ])
  func shortest(value: Double, expected: String) { #expect(NumberText.shortest(value) == expected) }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func notANumberIsEmpty(value: Double) {
    #expect(NumberText.shortest(value) == "")
    #expect(NumberText.fixed(value, 2) == "")
    #expect(NumberText.reading(value) == "")
  }

  /// Expected: Python 3.11 `"%.*f"`, where no tie is involved.
  @Test(arguments: [
    (3.14159, 2, "3.14"), (-0.004, 2, "0.00"), (0.05, 1, "0.1"), (12.0, 0, "12"), (-7.6, 0, "-8"),
    (0.001234, 4, "0.0012"),
    (99.996, 2, "100.00"),
  ])
  func fixed(value: Double, decimals: Int, expected: String) { #expect(NumberText.fixed(value, decimals) == expected) }

  /// By hand: about three figures, trailing zeros dropped.
  @Test(arguments: [
    (5.551, "5.55"), (5.5, "5.5"), (140.0, "140"), (1043.4, "1043"), (12.34, "12.3"), (0.5204, "0.52"),
    (0.05204, "0.052"), (0.00123, "0.00123"), (0.0, "0"), (-0.318, "-0.318"), (0.999, "0.999"),
  ])
  func reading(value: Double, expected: String) { #expect(NumberText.reading(value) == expected) }

  @Test func percentKeepsADashWithoutADenominator() {
    #expect(NumberText.percent(1, of: 3) == "33.3 %")
    #expect(NumberText.percent(0, of: 0) == "\u{2013}")
  }
}

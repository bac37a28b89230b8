import Foundation
import Testing

@testable import Report

@Suite struct SignificantTests {
  /// Expected texts by hand, and for random numbers C's printf with %.12g read back (an independent rounding).
  @Test(arguments: [
    (9.1 * 6, "54.6"), (1 / 88.57, "0.0112905046856"), (123456.0, "123456"), (0.1 + 0.2, "0.3"),
    (-5.550747796354271, "-5.55074779635"),
    (1e-7, "1e-07"), (0, "0"), (2.0e20, "2e+20"), (99.9999999999999, "100"),
  ])
  func roundsToTwelveDigits(value: Double, expected: String) {
    #expect(NumberText.significant(value, 12) == expected)
  }

  @Test func agreesWithPrintf() {
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = (Double(state >> 11) * 0x1p-53 - 0.5) * pow(10, Double(state % 25) - 8)
      let ours = Double(NumberText.significant(value, 12)) ?? .nan
      let theirs = Double(String(format: "%.12g", value)) ?? .nan
      // Where the thirteenth digit is a tie the two may round apart; never by more than one in the twelfth place.
      #expect(ours == theirs || abs(ours - theirs) <= abs(value) * 1e-11)
    }
  }
}

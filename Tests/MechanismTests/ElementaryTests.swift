import Foundation
import Testing

@testable import Mechanism

@Suite struct ElementaryTests {
  /// Expected values: the C library.
  @Test func exponentialAgreesWithTheCLibrary() {
    for step in -4000...4000 {
      let x = Double(step) * 0.0173
      let expected = Foundation.exp(x)
      #expect(abs(Elementary.exp(x) - expected) <= 1e-15 * expected)
    }
    #expect(Elementary.exp(-1e9) == 0)
    #expect(Elementary.exp(1e9) == .infinity)
    #expect(Elementary.exp(.nan).isNaN)
  }

  @Test func logarithmAgreesWithTheCLibrary() {
    for step in 1...4000 {
      let x = Foundation.pow(1.019, Double(step - 2000))
      let expected = Foundation.log(x)
      #expect(abs(Elementary.log(x) - expected) <= 4e-16 * max(1, abs(expected)))
    }
    #expect(Elementary.log(0).isNaN)
    #expect(Elementary.log(-1).isNaN)
  }

  @Test func powers() {
    #expect(abs(Elementary.power(0.3, 1.5) - Foundation.pow(0.3, 1.5)) < 1e-15)
    #expect(Elementary.power(0, 1.5) == 0)
    #expect(abs(Elementary.log2(8) - 3) < 1e-15)
  }
}

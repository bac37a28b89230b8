import Testing

@testable import Report

/// Contrast as WCAG 2.2 defines it (relative luminance of sRGB; criterion 1.4.3 asks 4.5 : 1 of text).
@Suite struct StylesheetTests {
  private static let css = String(describing: Stylesheet.css)

  /// Contrast of a colour with white, from its six hexadecimal digits.
  private func contrastWithWhite(_ hex: Substring) -> Double {
    let value = Int(hex, radix: 16) ?? 0
    func channel(_ shift: Int) -> Double {
      let c = Double(value >> shift & 0xFF) / 255
      guard c > 0.04045 else { return c / 12.92 }
      // ((c + 0.055) / 1.055) ^ 2.4 by its fifth root, found by Newton's method: x ^ 2.4 = (x ^ 12) ^ (1/5).
      let x = (c + 0.055) / 1.055
      let power = (0..<12).reduce(1.0) { product, _ in product * x }
      var root = x
      for _ in 0..<200 { root -= (root * root * root * root * root - power) / (5 * root * root * root * root) }
      return root
    }
    return 1.05 / (0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0) + 0.05)
  }

  /// Expected: WebAIM's contrast checker gives 4.54 : 1 for #767676 and 21 : 1 for black.
  @Test func theMeasureIsRight() {
    #expect(abs(contrastWithWhite("767676") - 4.54) < 0.01)
    #expect(abs(contrastWithWhite("000000") - 21) < 0.01)
  }

  /// Everything that is text, or that white letters stand in.
  @Test(arguments: [
    "--ink:#", "--soft:#", "--link:#", ".flag.low{color:#", ".flag.high{color:#", ".a-upstream{fill:#",
    ".a-lipid{fill:#",
    ".a-feedback{fill:#", ".a-capacity{fill:#", ".c-sensitive{fill:#", ".c-suppressed{fill:#",
    ".c-overactivated{fill:#",
    ".c-mixed{fill:#", ".c-indeterminate{fill:#", "svg text{", "svg .soft{fill:#",
  ])
  func textHasContrast(rule: String) throws {
    let found = try #require(Self.css.firstRange(of: rule))
    let hash = try #require(rule.hasSuffix("#") ? found.upperBound : Self.css[found.upperBound...].firstIndex(of: "#"))
    let hex = Self.css[hash...].drop { $0 == "#" }.prefix(6)
    #expect(contrastWithWhite(hex) >= 4.5, "\(rule)")
  }

  @Test func fetchesNothing() {
    #expect(!Self.css.contains("url("))
    #expect(!Self.css.contains("@import"))
    #expect(!Self.css.contains("<"))
  }
}

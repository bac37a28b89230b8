import Foundation
import Testing

@testable import Engine

/// Trigonometric, hyperbolic and inverse functions against mpmath, whose 1,300 bits leave no doubt about any digit
/// (Tests/Oracles/elementary_functions.py).
struct ElementaryFamiliesTests {
  static let functions: [String: @Sendable (Double) -> Double] = [
    "sine": Elementary.sine, "cosine": Elementary.cosine, "tangent": Elementary.tangent,
    "arcsine": Elementary.arcsine, "arccosine": Elementary.arccosine, "arctangent": Elementary.arctangent,
    "arcsecant": Elementary.arcsecant, "arccosecant": Elementary.arccosecant,
    "hyperbolicSine": Elementary.hyperbolicSine, "hyperbolicCosine": Elementary.hyperbolicCosine,
    "hyperbolicTangent": Elementary.hyperbolicTangent,
    "inverseHyperbolicSine": Elementary.inverseHyperbolicSine,
    "inverseHyperbolicCosine": Elementary.inverseHyperbolicCosine,
    "inverseHyperbolicTangent": Elementary.inverseHyperbolicTangent,
    "inverseHyperbolicSecant": Elementary.inverseHyperbolicSecant,
    "inverseHyperbolicCotangent": Elementary.inverseHyperbolicCotangent,
    "factorial": Elementary.factorial,
  ]

  private struct Row {
    let function: String
    let argument: Double
    /// The double nearest to the value, and the value's distance from it in units in the last place.
    let nearest: Double
    let rest: Double

    init?(_ line: Substring) {
      let cells = line.split(separator: ",")
      guard cells.count == 4, let argument = UInt64(cells[1], radix: 16), let nearest = UInt64(cells[2], radix: 16),
        let rest = Double(cells[3])
      else { return nil }
      self.function = String(cells[0])
      self.argument = Double(bitPattern: argument)
      self.nearest = Double(bitPattern: nearest)
      self.rest = rest / 1000
    }

    /// The error of a computed value in units in the last place.
    func error(of value: Double) -> Double {
      if value == nearest && value.isInfinite { return 0 }
      return abs((value - nearest) / nearest.ulp - rest)
    }
  }

  @Test("Every function is within 0.6 units in the last place")
  func precision() throws {
    var counts: [String: Int] = [:]
    for line in try fixture("elementary.csv") {
      let row = try #require(Row(line))
      let function = try #require(Self.functions[row.function])
      let error = row.error(of: function(row.argument))
      // Not a number must not pass for the smaller.
      #expect(error <= 0.6, "\(row.function) \(row.argument): \(error)")
      counts[row.function, default: 0] += 1
    }
    #expect(counts.count == Self.functions.count && counts.values.allSatisfy { $0 > 150 })
  }

  @Test("Arguments outside the range of definition give not a number; signs of zero and infinities are kept")
  func special() {
    for (name, function) in Self.functions { #expect(function(.nan).isNaN, "\(name)") }
    for x in [1.5, -1.5, .infinity] {
      #expect(Elementary.arcsine(x).isNaN && Elementary.arccosine(x).isNaN)
      #expect(Elementary.inverseHyperbolicTangent(x).isNaN)
    }
    for x in [0.5, -0.5, 0] {
      #expect(Elementary.arcsecant(x).isNaN && Elementary.arccosecant(x).isNaN)
      #expect(Elementary.inverseHyperbolicCosine(x).isNaN && Elementary.inverseHyperbolicCotangent(x).isNaN)
    }
    for x in [-0.5, 1.5] { #expect(Elementary.inverseHyperbolicSecant(x).isNaN) }
    for x in [Double.infinity, -.infinity] {
      #expect(Elementary.sine(x).isNaN && Elementary.cosine(x).isNaN && Elementary.tangent(x).isNaN)
      #expect(Elementary.hyperbolicSine(x) == x && Elementary.inverseHyperbolicSine(x) == x)
      #expect(Elementary.hyperbolicCosine(x) == .infinity)
      #expect(Elementary.hyperbolicTangent(x) == (x > 0 ? 1 : -1))
      #expect(Elementary.arctangent(x) == (x > 0 ? Double.pi / 2 : -Double.pi / 2))
      #expect(Elementary.arccosecant(x) == 0 && Elementary.inverseHyperbolicCotangent(x) == 0)
    }
    #expect(Elementary.arcsecant(.infinity) == Double.pi / 2)
    #expect(Elementary.inverseHyperbolicCosine(.infinity) == .infinity)
    #expect(
      Elementary.inverseHyperbolicTangent(1) == .infinity && Elementary.inverseHyperbolicTangent(-1) == -.infinity)
    #expect(Elementary.inverseHyperbolicSecant(0) == .infinity && Elementary.inverseHyperbolicSecant(1) == 0)
    #expect(Elementary.inverseHyperbolicCotangent(-1) == -.infinity)
    for function in [
      Elementary.sine, Elementary.tangent, Elementary.arcsine, Elementary.arctangent, Elementary.hyperbolicSine,
      Elementary.hyperbolicTangent, Elementary.inverseHyperbolicSine, Elementary.inverseHyperbolicTangent,
    ] {
      #expect(function(-0.0) == 0 && function(-0.0).sign == .minus && function(0).sign == .plus)
    }
    #expect(Elementary.factorial(171) == .infinity && Elementary.factorial(.infinity) == .infinity)
    #expect(Elementary.factorial(-1).isNaN && Elementary.factorial(2.5).isNaN && Elementary.factorial(0) == 1)
  }
}

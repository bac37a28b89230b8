import Foundation
import Testing

@testable import Engine

/// Against the C library, whose exponential, logarithms and power are within one unit in the last place.
struct ElementaryTests {
  /// Arguments spread over a range by a fixed recurrence.
  static func spread(_ low: Double, _ high: Double, _ count: Int = 20_000) -> [Double] {
    (0..<count).map { low + (high - low) * ((Double($0) * 0.6180339887498949).truncatingRemainder(dividingBy: 1)) }
  }

  static func distance(_ a: Double, _ b: Double) -> Double {
    if a == b || (a.isNaN && b.isNaN) { return 0 }
    return abs(a - b) / max(b.ulp, Double.leastNonzeroMagnitude)
  }

  @Test("Exponential is within two units in the last place")
  func exponential() {
    for x in Self.spread(-745, 709.7) + Self.spread(-1, 1) {
      #expect(Self.distance(Elementary.exponential(x), exp(x)) <= 2, "\(x)")
    }
  }

  @Test("Logarithms are within two units in the last place")
  func logarithms() {
    for exponent in Self.spread(-1070, 1023) + Self.spread(-1, 1) {
      let x = exp2(exponent)
      #expect(Self.distance(Elementary.logarithm(x), log(x)) <= 2, "\(x)")
      #expect(Self.distance(Elementary.logarithm10(x), log10(x)) <= 2, "\(x)")
    }
    for decade in -300...300 {
      #expect(Elementary.logarithm10(pow(10, Double(decade))) == Double(decade))
    }
  }

  @Test("Power is within two units in the last place")
  func power() {
    let exponents = Self.spread(-9, 9)
    for (index, logarithm) in Self.spread(-40, 40).enumerated() {
      let base = exp2(logarithm)
      #expect(
        Self.distance(Elementary.power(base, exponents[index]), pow(base, exponents[index])) <= 2,
        "\(base) \(exponents[index])")
    }
  }

  @Test("Special operands give what IEEE 754 asks for")
  func special() {
    let odd = [0.0, -0.0, 1, -1, 2, -2, 3, 0.5, -0.5, .infinity, -.infinity, .nan, 0x1p-1074, 1e308, -1e308]
    for x in odd {
      #expect(Self.distance(Elementary.exponential(x), exp(x)) <= 2, "exp \(x)")
      #expect(Self.distance(Elementary.logarithm(x), log(x)) <= 2, "log \(x)")
      #expect(Self.distance(Elementary.logarithm10(x), log10(x)) <= 2, "log10 \(x)")
      for y in odd where !(x == -1 && y.isInfinite) {
        #expect(Self.distance(Elementary.power(x, y), pow(x, y)) <= 2, "pow \(x) \(y)")
      }
    }
  }
}

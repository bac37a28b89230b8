/// Exponential and logarithm from plain additions, multiplications and divisions.
///
/// A C library may take another code path on another processor and give other last bits; these give the same bits on
/// every x86-64 machine, and so do the results made from them. Relative error below 1e-15.
/// Method: argument reduction by ln 2 in two parts (Cody and Waite), then a Taylor or an inverse hyperbolic tangent
/// series (Muller, Elementary Functions, doi 10.1007/978-1-4899-7983-4).
enum Elementary {
  private static let ln2High = 0.6931471806019545
  private static let ln2Low = -4.2009150726810846e-11

  /// e to the power of `x`; 0 below -700 and infinite above 700.
  static func exp(_ x: Double) -> Double {
    guard x > -700 else { return x.isNaN ? x : 0 }
    guard x < 700 else { return x.isNaN ? x : .infinity }
    let n = (x / 0.6931471805599453).rounded()
    let r = (x - n * ln2High) - n * ln2Low
    var sum = 1.0
    var k = 15.0
    while k >= 1 {
      sum = 1 + r / k * sum
      k -= 1
    }
    return Double(sign: .plus, exponent: Int(n), significand: sum)
  }

  /// The natural logarithm of a positive number; not a number otherwise.
  static func log(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return .nan }
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 2.0.squareRoot() {
      m /= 2
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let square = s * s
    var sum = 0.0
    var k = 25.0
    while k >= 1 {
      sum = sum * square + 1 / k
      k -= 2
    }
    return exponent * ln2High + (2 * s * sum + exponent * ln2Low)
  }

  /// The logarithm to base 2.
  static func log2(_ x: Double) -> Double { log(x) / 0.6931471805599453 }

  /// A power with a positive base; 0 to the power of a positive number is 0.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    base == 0 ? 0 : exp(exponent * log(base))
  }
}

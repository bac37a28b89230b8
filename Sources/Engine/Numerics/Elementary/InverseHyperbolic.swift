/// Inverse hyperbolic functions, all as ln(1 + u) of a pair u without cancellation: error below 0.6 units in the last
/// place; not a number outside the range of definition.
extension Elementary {
  @inline(never)
  static func inverseHyperbolicSine(_ x: Double) -> Double {
    let a = abs(x)
    guard a < large else { return withSign(of: x, logarithmOfTwice(a)) }
    // x + sqrt(1 + x^2) = 1 + x + x^2 / (1 + sqrt(1 + x^2))
    let square = Pair(product: a, a)
    let root = (Pair(1) + square).squareRoot()
    return withSign(of: x, logarithm(onePlus: Pair(a) + square / (Pair(1) + root)).value)
  }

  @inline(never)
  static func inverseHyperbolicCosine(_ x: Double) -> Double {
    guard x >= 1 else { return .nan }
    guard x < large else { return logarithmOfTwice(x) }
    return logarithm(onePlus: Pair(sum: x, -1) + leg(x, 1)).value
  }

  @inline(never)
  static func inverseHyperbolicTangent(_ x: Double) -> Double {
    let a = abs(x)
    guard a < 1 else { return a == 1 ? withSign(of: x, .infinity) : .nan }
    return withSign(of: x, 0.5 * logarithm(onePlus: Pair(2 * a) / Pair(sum: 1, -a)).value)
  }

  /// The inverse hyperbolic cosine of 1/x, without the rounding of 1/x, which would be felt near 1.
  @inline(never)
  static func inverseHyperbolicSecant(_ x: Double) -> Double {
    guard x >= 0 && x <= 1 else { return .nan }
    guard x > 1 / large else { return x == 0 ? .infinity : logarithmOfTwice(1, over: x) }
    return logarithm(onePlus: (Pair(sum: 1, -x) + leg(1, x)) / Pair(x)).value
  }

  /// The inverse hyperbolic tangent of 1/x, without the rounding of 1/x.
  @inline(never)
  static func inverseHyperbolicCotangent(_ x: Double) -> Double {
    let a = abs(x)
    guard a > 1 else { return a == 1 ? withSign(of: x, .infinity) : .nan }
    // 1/x + 1/(3 x^3) + ...: one term is enough from here on.
    if a > large { return 1 / x }
    return withSign(of: x, 0.5 * logarithm(onePlus: Pair(2) / Pair(sum: a, -1)).value)
  }

  /// Beyond this, 1 is nothing beside the square.
  private static let large = 0x1p28

  /// ln(2 a / b), for a or 1/b of 2^28 and more.
  private static func logarithmOfTwice(_ a: Double, over b: Double = 1) -> Double {
    guard a.isFinite else { return a }
    let (x, sign) = b == 1 ? (a, 1.0) : (b, -1.0)
    let part = logarithm(onePlus: Pair(x.significand - 1))
    let whole = Pair(Double(x.exponent) + sign) * Pair(0.6931471805599453, 2.3190468138462996e-17)
    return sign * (whole + part).value
  }

  /// ln(1 + u) for u from 0 to 2^30: a first value in doubles, and one step of ln(1 + u) = y + ln(1 + d) with
  /// d = (1 + u) e^-y - 1, which is so small that two terms of its series are enough.
  static func logarithm(onePlus u: Pair) -> Pair {
    let w = 1 + u.high
    let y = w == 1 ? u.high : logarithm(w) * (u.high / (w - 1))
    let t = exponentialMinusOne(y)
    let d = (u - t) / (Pair(1) + t)
    return Pair(y) + (d - Pair(0.5 * d.high * d.high))
  }
}

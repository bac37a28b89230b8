/// Inverse trigonometric functions, in radians, all as the angle of a right triangle whose sides are pairs: error below
/// 0.6 units in the last place; not a number outside the range of definition.
extension Elementary {
  /// From -pi/2 to pi/2.
  @inline(never)
  static func arcsine(_ x: Double) -> Double {
    let a = abs(x)
    guard a <= 1 else { return .nan }
    return withSign(of: x, angle(opposite: Pair(a), adjacent: leg(1, a)).value)
  }

  /// From 0 to pi.
  @inline(never)
  static func arccosine(_ x: Double) -> Double {
    let a = abs(x)
    guard a <= 1 else { return .nan }
    return turned(x, angle(opposite: leg(1, a), adjacent: Pair(a)))
  }

  /// From -pi/2 to pi/2.
  @inline(never)
  static func arctangent(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    return withSign(of: x, angle(opposite: Pair(min(abs(x), endless)), adjacent: Pair(1)).value)
  }

  /// The arccosine of 1/x, without the rounding of 1/x, which would be felt near 1 and -1.
  @inline(never)
  static func arcsecant(_ x: Double) -> Double {
    let a = abs(x)
    guard a >= 1 else { return .nan }
    return turned(x, angle(opposite: leg(min(a, endless), 1), adjacent: Pair(1)))
  }

  /// The arcsine of 1/x, without the rounding of 1/x.
  @inline(never)
  static func arccosecant(_ x: Double) -> Double {
    let a = abs(x)
    guard a >= 1 else { return .nan }
    // 1/x + 1/(6 x^3) + ...: one term is enough from here on.
    if a > 0x1p28 { return 1 / x }
    return withSign(of: x, angle(opposite: Pair(1), adjacent: leg(a, 1)).value)
  }

  /// Beyond this an arctangent is pi/2 to all digits.
  private static let endless = 0x1p70

  static func withSign(of x: Double, _ magnitude: Double) -> Double {
    Double(signOf: x, magnitudeOf: magnitude)
  }

  /// An angle for x, its supplement for -x.
  private static func turned(_ x: Double, _ angle: Pair) -> Double {
    x < 0 ? (halfPi + halfPi - angle).value : angle.value
  }

  /// The other leg of a right triangle: sqrt(a^2 - b^2) without cancellation.
  static func leg(_ a: Double, _ b: Double) -> Pair { (Pair(sum: a, -b) * Pair(sum: a, b)).squareRoot() }

  /// arctan(k/8)
  private static let eighths = [
    Pair(0), Pair(0.12435499454676144, -3.1253241424539383e-18), Pair(0.24497866312686414, 1.0698755618734451e-17),
    Pair(0.35877067027057225, -2.4623815582638635e-17), Pair(0.4636476090008061, 2.2698777452961687e-17),
    Pair(0.5585993153435624, -5.4556305485916264e-18), Pair(0.6435011087932844, 1.5834785051444286e-17),
    Pair(0.7188299996216245, -2.1478388444456983e-17), Pair(0.7853981633974483, 3.061616997868383e-17),
  ]

  /// The angle of a right triangle with two legs that are not negative and not both zero.
  ///
  /// arctan q = arctan c + arctan((q - c) / (1 + q c)) with the nearest eighth c of q leaves an argument of at most 1/16
  /// to the series.
  private static func angle(opposite y: Pair, adjacent x: Pair) -> Pair {
    if y.high > x.high { return halfPi - angle(opposite: x, adjacent: y) }
    let eighth = (y.high / x.high * 8).rounded()
    let c = Pair(eighth * 0.125)
    let t = (y - c * x) / (x + c * y)
    let z = t.high * t.high
    var p = -1.0 / 15.0
    p = p * z + 1.0 / 13.0
    p = p * z - 1.0 / 11.0
    p = p * z + 1.0 / 9.0
    p = p * z - 1.0 / 7.0
    p = p * z + 1.0 / 5.0
    p = p * z - 1.0 / 3.0
    return eighths[Int(eighth)] + (t + Pair(t.high * z * p))
  }
}

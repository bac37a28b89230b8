/// Hyperbolic sine, cosine and tangent from e^x - 1 in pairs: error below 0.6 units in the last place; infinite where the
/// result is too large for a double.
extension Elementary {
  @inline(never)
  static func hyperbolicSine(_ x: Double) -> Double {
    let a = abs(x)
    guard a < 40 else { return withSign(of: x, halfExponential(a)) }
    let t = exponentialMinusOne(a)
    return withSign(of: x, ((t + t / (Pair(1) + t)) * Pair(0.5)).value)
  }

  @inline(never)
  static func hyperbolicCosine(_ x: Double) -> Double {
    let a = abs(x)
    guard a < 40 else { return halfExponential(a) }
    let e = Pair(1) + exponentialMinusOne(a)
    return ((e + Pair(1) / e) * Pair(0.5)).value
  }

  @inline(never)
  static func hyperbolicTangent(_ x: Double) -> Double {
    let a = abs(x)
    guard !x.isNaN else { return x }
    guard a < 22 else { return withSign(of: x, 1) }
    let t = exponentialMinusOne(2 * a)
    return withSign(of: x, (t / (t + Pair(2))).value)
  }

  /// e^x / 2 for x of 40 and more, where e^-x is below its last bit.
  private static func halfExponential(_ x: Double) -> Double {
    guard x < 711 else { return x + .infinity }  // not a number stays so
    let (n, p) = exponentialParts(x)
    // 2^(n - 1) alone may overflow where the result does not.
    return (Pair(1) + p).value * Double(sign: .plus, exponent: n - 2, significand: 1) * 2
  }

  /// e^x - 1 for |x| below 80, without cancellation for small x.
  static func exponentialMinusOne(_ x: Double) -> Pair {
    let (n, p) = exponentialParts(x)
    if n == 0 { return p }
    let scale = Double(sign: .plus, exponent: n, significand: 1)
    return Pair(sum: scale, -1) + p * Pair(scale)
  }

  /// e^x = 2^n (1 + p): ln 2 in two parts of 40 bits, whose products with n are exact, and a rest; then the series, its
  /// first two terms in pairs (Cody and Waite; Muller, doi:10.1007/978-1-4899-7983-4).
  private static func exponentialParts(_ x: Double) -> (n: Int, p: Pair) {
    let n = (x * 1.4426950408889634).rounded()
    let r =
      Pair(sum: x - n * 0.6931471805592082, -n * 7.371002565161996e-13) - Pair(product: n, 5.8029889835956905e-25)
    let h = r.high
    var p = 1.0 / 20922789888000.0
    p = p * h + 1.0 / 1307674368000.0
    p = p * h + 1.0 / 87178291200.0
    p = p * h + 1.0 / 6227020800.0
    p = p * h + 1.0 / 479001600.0
    p = p * h + 1.0 / 39916800.0
    p = p * h + 1.0 / 3628800.0
    p = p * h + 1.0 / 362880.0
    p = p * h + 1.0 / 40320.0
    p = p * h + 1.0 / 5040.0
    p = p * h + 1.0 / 720.0
    p = p * h + 1.0 / 120.0
    p = p * h + 1.0 / 24.0
    p = p * h + 1.0 / 6.0
    return (Int(n), r + (r * r * Pair(0.5) + Pair(h * h * h * p)))
  }
}

/// Sine, cosine and tangent of angles in radians: error below 0.6 units in the last place for every finite double; not a
/// number otherwise. Reduction to an eighth of a turn, then Taylor series whose first terms are pairs
/// (Muller, Elementary Functions, doi:10.1007/978-1-4899-7983-4).
extension Elementary {
  @inline(never)
  static func sine(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let (quarter, rest) = reduced(angle: abs(x))
    let value = (quarter & 1 == 0 ? sinePair(rest) : cosinePair(rest)).value
    let isNegative = (quarter & 2 != 0) != (x.sign == .minus)
    return isNegative ? -value : value
  }

  @inline(never)
  static func cosine(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let (quarter, rest) = reduced(angle: abs(x))
    let value = (quarter & 1 == 0 ? cosinePair(rest) : sinePair(rest)).value
    return (quarter + 1) & 2 != 0 ? -value : value
  }

  @inline(never)
  static func tangent(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let (quarter, rest) = reduced(angle: abs(x))
    let (sine, cosine) = (sinePair(rest), cosinePair(rest))
    let value = (quarter & 1 == 0 ? sine / cosine : -cosine / sine).value
    return x.sign == .minus ? -value : value
  }

  /// The sine of at most an eighth of a turn: r - r^3/6 in pairs, the rest in doubles.
  private static func sinePair(_ r: Pair) -> Pair {
    let square = r * r
    let z = square.high
    var p = 1.0 / 355687428096000.0
    p = p * z - 1.0 / 1307674368000.0
    p = p * z + 1.0 / 6227020800.0
    p = p * z - 1.0 / 39916800.0
    p = p * z + 1.0 / 362880.0
    p = p * z - 1.0 / 5040.0
    p = p * z + 1.0 / 120.0
    return r - r * square * Pair(0.16666666666666666, 9.25185853854297e-18) + Pair(r.high * z * z * p)
  }

  /// The cosine of at most an eighth of a turn: 1 - r^2/2 in pairs, the rest in doubles.
  private static func cosinePair(_ r: Pair) -> Pair {
    let square = r * r
    let z = square.high
    var p = -1.0 / 6402373705728000.0
    p = p * z + 1.0 / 20922789888000.0
    p = p * z - 1.0 / 87178291200.0
    p = p * z + 1.0 / 479001600.0
    p = p * z - 1.0 / 3628800.0
    p = p * z + 1.0 / 40320.0
    p = p * z - 1.0 / 720.0
    p = p * z + 1.0 / 24.0
    return Pair(1) - square * Pair(0.5) + Pair(z * z * p)
  }
}

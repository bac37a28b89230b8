/// Exponential, logarithms and power in plain IEEE 754 additions, multiplications and divisions.
///
/// A C library may choose another code path on another processor (with and without fused multiply-add) and give other
/// last bits; these do not, so a solution has the same bytes on every x86-64. The cores have no branches, so that loops
/// over lanes vectorise. Method: argument reduction by multiples of ln 2 in two parts (Cody and Waite) and Taylor or
/// atanh series long enough for double precision (Muller, Elementary Functions, doi:10.1007/978-1-4899-7983-4).
///
/// Public, so that what is computed outside the solver keeps the same bytes too.
public enum Elementary {
  /// 1.5 * 2^52: adding it leaves a number rounded to an integer in the low bits of the significand.
  @usableFromInline static let shifter = 6755399441055744.0
  /// ln 2 to 33 bits, so that its product with an exponent is exact, and the rest of it.
  @usableFromInline static let ln2High = 0.6931471806019545
  @usableFromInline static let ln2Low = -4.2009150726810846e-11
  @usableFromInline static let log2e = 1.4426950408889634

  /// e to the power of the argument, relative error below 2 units in the last place; 0 or infinite where the result is
  /// too small or too large for a double, not a number for not a number. (Cody and Waite's reduction; Muller,
  /// doi:10.1007/978-1-4899-7983-4.)
  @inline(__always)
  public static func exponential(_ argument: Double) -> Double {
    // Beyond these the result is zero or infinite in any case; not-a-number passes through both comparisons.
    var x = argument > 710 ? 710 : argument
    x = x < -750 ? -750 : x
    let n = (x * log2e + shifter) - shifter
    let r = (x - n * ln2High) - n * ln2Low
    var p = 1.0 / 6227020800.0
    p = p * r + 1.0 / 479001600.0
    p = p * r + 1.0 / 39916800.0
    p = p * r + 1.0 / 3628800.0
    p = p * r + 1.0 / 362880.0
    p = p * r + 1.0 / 40320.0
    p = p * r + 1.0 / 5040.0
    p = p * r + 1.0 / 720.0
    p = p * r + 1.0 / 120.0
    p = p * r + 1.0 / 24.0
    p = p * r + 1.0 / 6.0
    p = p * r + 0.5
    let y = 1 + (r + r * r * p)
    // Two factors, because 2^n alone overflows where the result does not.
    let half = (n * 0.5 + shifter) - shifter
    return y * powerOfTwo(half) * powerOfTwo(n - half)
  }

  /// 2^n for an integral n from -1022 to 1023.
  @inline(__always)
  private static func powerOfTwo(_ n: Double) -> Double {
    Double(bitPattern: ((n + shifter).bitPattern &+ 1023) << 52)
  }

  /// The natural logarithm, relative error below 2 units in the last place; minus infinity for 0, not a number for
  /// negative arguments, infinite for infinity. (Muller, doi:10.1007/978-1-4899-7983-4.)
  @inline(__always)
  public static func logarithm(_ x: Double) -> Double {
    let (n, m) = split(x)
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    let half = 0.5 * f * f
    let sum = s * (half + z * atanhSeries(z))
    return special(x, n * ln2High - ((half - (sum + n * ln2Low)) - f))
  }

  /// The logarithm as a sum of two doubles, good to about 2^-60; only for positive finite arguments.
  @inline(__always)
  static func logarithmPair(_ x: Double) -> (high: Double, low: Double) {
    let (n, m) = split(x)
    let f = m - 1
    let t = m + 1
    let tRest = m - (t - 1)
    let s = f / t
    let (product, rest) = exactProduct(s, t)
    let sLow = (((f - product) - rest) - s * tRest) / t
    let z = s * s
    let tail = s * (z * atanhSeries(z))
    let (sum, sumRest) = exactSum(n * ln2High, 2 * s)
    let low = sumRest + ((2 * sLow * (1 + z) + tail) + n * ln2Low)
    let high = sum + low
    return (high, low - (high - sum))
  }

  /// The logarithm to base 10, with the error and the exceptional values of ``logarithm(_:)``; exact for powers of ten.
  @inline(__always)
  public static func logarithm10(_ x: Double) -> Double {
    let (high, low) = logarithmPair(x)
    let (product, rest) = exactProduct(high, 0.4342944819032518)
    return special(x, product + (rest + (low * 0.4342944819032518 + high * 1.098319650216765e-17)))
  }

  /// base^exponent, relative error below 2 units in the last place, with the conventions of IEEE 754 for zero, negative
  /// and infinite operands.
  @inline(__always)
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    // The comparison is false for zero, negative, infinite and not-a-number.
    if base > 0 && base < .infinity { return positivePower(base, exponent) }
    return specialPower(base, exponent)
  }

  @inline(__always)
  private static func positivePower(_ base: Double, _ exponent: Double) -> Double {
    // Any other base has a logarithm of 1e-16 or more, so what is below 800 has a factor that can be split.
    if base == 1 { return 1 }
    let (high, low) = logarithmPair(base)
    let estimate = high * exponent
    if abs(estimate) < 800 {
      let (product, rest) = exactProduct(high, exponent)
      let y = exponential(product)
      return y + y * (rest + low * exponent)
    }
    return estimate > 0 ? .infinity : estimate < 0 ? 0 : estimate
  }

  @inline(never)
  private static func specialPower(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    if base.isNaN || exponent.isNaN { return .nan }
    let isInteger = exponent.rounded(.towardZero) == exponent
    let isOdd = isInteger && (exponent * 0.5).rounded(.towardZero) != exponent * 0.5
    var magnitude: Double
    if base == 0 {
      magnitude = exponent > 0 ? 0 : .infinity
    } else if base.isInfinite {
      magnitude = exponent > 0 ? .infinity : 0
    } else if isInteger {
      magnitude = positivePower(-base, exponent)
    } else {
      return .nan
    }
    if base.sign == .minus && isOdd { magnitude = -magnitude }
    return magnitude
  }

  /// x = 2^n m with m from sqrt(1/2) to sqrt(2); subnormal numbers are scaled up first.
  @inline(__always)
  private static func split(_ x: Double) -> (n: Double, m: Double) {
    let isTiny = x < 0x1p-1022
    let scaled = isTiny ? x * 0x1p54 : x
    let bits = scaled.bitPattern
    let n = (bits &- 0x3fe6_a09e_667f_3bcd &+ (1024 << 52)) >> 52
    let m = Double(bitPattern: bits &- ((n &- 1024) << 52))
    let value = Double(bitPattern: n | 0x4330_0000_0000_0000) - (0x1p52 + 1024)
    return (value - (isTiny ? 54 : 0), m)
  }

  /// (log m - 2 s) / s with s = (m - 1) / (m + 1) and z = s^2, divided by z: 2/3 + 2/5 z + 2/7 z^2 + ...
  @inline(__always)
  private static func atanhSeries(_ z: Double) -> Double {
    var p = 2.0 / 25.0
    p = p * z + 2.0 / 23.0
    p = p * z + 2.0 / 21.0
    p = p * z + 2.0 / 19.0
    p = p * z + 2.0 / 17.0
    p = p * z + 2.0 / 15.0
    p = p * z + 2.0 / 13.0
    p = p * z + 2.0 / 11.0
    p = p * z + 2.0 / 9.0
    p = p * z + 2.0 / 7.0
    p = p * z + 2.0 / 5.0
    return p * z + 2.0 / 3.0
  }

  /// What a logarithm is outside the positive finite numbers.
  @inline(__always)
  private static func special(_ x: Double, _ value: Double) -> Double {
    var result = x < .infinity ? value : x
    result = x == 0 ? -.infinity : result
    return x < 0 ? .nan : result
  }

  /// Dekker's product, doi:10.1007/BF01397083.
  @inline(__always)
  private static func exactProduct(_ a: Double, _ b: Double) -> (product: Double, rest: Double) {
    let splitter = 134217729.0
    let aShift = a * splitter
    let aHigh = aShift - (aShift - a)
    let aLow = a - aHigh
    let bShift = b * splitter
    let bHigh = bShift - (bShift - b)
    let bLow = b - bHigh
    let product = a * b
    return (product, ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
  }

  /// Knuth's sum.
  @inline(__always)
  private static func exactSum(_ a: Double, _ b: Double) -> (sum: Double, rest: Double) {
    let sum = a + b
    let bPart = sum - a
    return (sum, (a - (sum - bPart)) + (b - bPart))
  }
}

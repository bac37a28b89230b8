/// A number as the unevaluated sum of two doubles, the second at most half a unit in the last place of the first.
///
/// Sums, products and quotients keep a relative error of about 2^-100, so that a result put together from pairs and
/// rounded once at the end is wrong by hardly more than that rounding (Dekker, doi:10.1007/BF01397083). Operands have to
/// be finite and well below 2^970, where the splitting in a product overflows.
struct Pair {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The sum of two doubles without error (Knuth).
  init(sum a: Double, _ b: Double) {
    high = a + b
    let part = high - a
    low = (a - (high - part)) + (b - part)
  }

  /// The product of two doubles without error (Dekker).
  init(product a: Double, _ b: Double) {
    let splitter = 134217729.0  // 2^27 + 1
    let aShift = a * splitter
    let aHigh = aShift - (aShift - a)
    let aLow = a - aHigh
    let bShift = b * splitter
    let bHigh = bShift - (bShift - b)
    let bLow = b - bHigh
    high = a * b
    low = ((aHigh * bHigh - high) + aHigh * bLow + aLow * bHigh) + aLow * bLow
  }

  /// The double nearest to the sum.
  var value: Double { high + low }

  static prefix func - (a: Pair) -> Pair { Pair(-a.high, -a.low) }

  static func + (a: Pair, b: Pair) -> Pair {
    let sum = Pair(sum: a.high, b.high)
    return Pair(sum: sum.high, sum.low + (a.low + b.low))
  }

  static func - (a: Pair, b: Pair) -> Pair { a + -b }

  static func * (a: Pair, b: Pair) -> Pair {
    let product = Pair(product: a.high, b.high)
    return Pair(sum: product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: Pair, b: Pair) -> Pair {
    let quotient = a.high / b.high
    let product = Pair(product: quotient, b.high)
    let rest = ((a.high - product.high) - product.low) + (a.low - quotient * b.low)
    return Pair(sum: quotient, rest / b.high)
  }

  /// The square root of a pair that is not negative.
  func squareRoot() -> Pair {
    guard high > 0 else { return Pair(0) }
    let root = high.squareRoot()
    let square = Pair(product: root, root)
    return Pair(sum: root, (((high - square.high) - square.low) + low) / (2 * root))
  }
}

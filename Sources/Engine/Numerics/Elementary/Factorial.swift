extension Elementary {
  /// The factorials that a double can hold, rounded from products kept in pairs.
  private static let factorials: [Double] = {
    // Scaled down, because the splitting in a product overflows before the last of them does.
    var product = Pair(0x1p-200)
    return (0...170).map { n in
      if n > 0 { product = product * Pair(Double(n)) }
      return product.value * 0x1p200
    }
  }()

  /// n! for an integer n from 0, rounded to nearest, infinite above 170!; not a number for any other argument, since
  /// MathML defines it for non-negative integers only.
  @inline(never)
  static func factorial(_ n: Double) -> Double {
    guard n >= 0 && n.rounded(.towardZero) == n else { return .nan }
    return n > 170 ? .infinity : factorials[Int(n)]
  }
}

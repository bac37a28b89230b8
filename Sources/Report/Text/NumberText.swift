/// Numbers as text, with a decimal point, no thousands separator and no locale.
public enum NumberText {
  /// The shortest decimal that reads back to the same number, without a trailing `.0`; empty where there is none.
  static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    if value == 0 { return "0" }
    if value.rounded() == value, abs(value) < 1e15 { return String(Int64(value)) }
    return value.description
  }

  /// A number rounded to this many significant digits, as the shortest decimal that reads back to it: 9.1 x 6 is 54.6,
  /// not 54.599999999999994. Empty where there is none.
  /// - Parameters:
  ///   - value: any number.
  ///   - digits: within 1...15.
  public static func significant(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, value != 0 else { return shortest(value) }
    // The decimal exponent from the binary one, one too small at most.
    var exponent = Int((Double(value.exponent) * 0.301029995663981).rounded(.down))
    if abs(value) >= tens(exponent + 1) { exponent += 1 }
    let places = digits - 1 - exponent
    // Powers of ten are exact up to 10^22, so the quotient is the double nearest to the rounded decimal.
    guard abs(places) <= 22 else { return value.description }
    let rounded =
      places >= 0 ? (value * tens(places)).rounded() / tens(places) : (value / tens(-places)).rounded() * tens(-places)
    return shortest(rounded)
  }

  /// 10^exponent.
  private static func tens(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }

  /// A number with exactly this many decimals (half away from zero); empty where there is none.
  /// - Parameters:
  ///   - value: any number.
  ///   - decimals: within 0...9.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return "" }
    let power = powers[min(max(decimals, 0), 9)]
    let scaled = (abs(value) * power).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e18 else { return value.description }
    let whole = Int64(scaled)
    var digits = String(whole)
    if decimals > 0 {
      if digits.utf8.count <= decimals {
        digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return value < 0 && whole != 0 ? "-" + digits : digits
  }

  /// A number for reading: about three figures, trailing zeros dropped (4, 0.52, 12.5, 1043).
  package static func reading(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let size = abs(value)
    if size > 0, size < 1e-6 { return value.description }
    var decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2
    // Below 1, one more decimal for each leading zero, and one more for the third figure.
    var bound = 1.0
    while size > 0, size < bound, decimals < 9 {
      decimals += 1
      bound /= 10
    }
    var text = fixed(value, decimals)
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A proportion as a percentage with one decimal, as `34.3 %`; a dash where there is no denominator.
  static func percent(_ numerator: Int, of denominator: Int) -> String {
    denominator == 0 ? "\u{2013}" : fixed(100 * Double(numerator) / Double(denominator), 1) + " %"
  }

  private static let powers: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
}

/// What reading a number gave.
enum NumberReading: Equatable {
  case number(Double)
  /// Digits with a mark that may be decimal or thousands, as `1,234` where the decimal mark is a point.
  case ambiguous
  case notANumber
}

/// The mark between the whole and the broken part of a number.
enum DecimalMark: UInt8, Sendable {
  case point = 0x2E
  case comma = 0x2C

  var other: UInt8 { self == .point ? DecimalMark.comma.rawValue : DecimalMark.point.rawValue }
  var text: String { self == .point ? "." : "," }
}

/// Reads decimal numbers from bytes, correctly rounded and without locale.
///
/// At most 15 significant digits and a power of ten of at most 22 are exact in one multiplication or division of
/// doubles (Clinger 1990, doi 10.1145/93548.93557); anything else goes through the standard library's conversion, which
/// rounds correctly. Hexadecimal numbers, infinities and NaN are no laboratory values.
enum NumberText {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// Reads a whole trimmed cell.
  static func read(_ bytes: CellBytes, mark: DecimalMark) -> NumberReading {
    let (reading, length) = prefix(bytes, mark: mark)
    if length == bytes.count, length > 0 { return reading }
    return looksLikeDigits(bytes) ? .ambiguous : .notANumber
  }

  /// Reads the number at the beginning and tells how many bytes it takes; 0 where there is none.
  static func prefix(_ bytes: CellBytes, mark: DecimalMark) -> (reading: NumberReading, length: Int) {
    let count = bytes.count
    var index = 0
    var negative = false
    if index < count, bytes[index] == 0x2B || bytes[index] == 0x2D {
      negative = bytes[index] == 0x2D
      index += 1
    }
    var mantissa: UInt64 = 0
    var significant = 0
    var anyDigit = false
    var exponent = 0
    var afterMark = false
    while index < count {
      let byte = bytes[index]
      if byte >= 0x30, byte <= 0x39 {
        anyDigit = true
        if significant > 0 || byte != 0x30 { significant += 1 }
        if significant <= 15 { mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30) }
        if afterMark { exponent -= 1 }
      } else if byte == mark.rawValue, !afterMark {
        afterMark = true
      } else {
        break
      }
      index += 1
    }
    guard anyDigit else { return (.notANumber, 0) }
    if index + 1 < count, bytes[index] | 0x20 == 0x65 {
      var ahead = index + 1
      var negativeExponent = false
      if bytes[ahead] == 0x2B || bytes[ahead] == 0x2D {
        negativeExponent = bytes[ahead] == 0x2D
        ahead += 1
      }
      var written = 0
      let firstDigit = ahead
      while ahead < count, bytes[ahead] >= 0x30, bytes[ahead] <= 0x39 {
        written = min(written * 10 + Int(bytes[ahead] - 0x30), 100_000)
        ahead += 1
      }
      if ahead > firstDigit {
        exponent += negativeExponent ? -written : written
        index = ahead
      }
    }
    if significant <= 15, exponent.magnitude <= 22 {
      let whole = Double(mantissa)
      let value = exponent < 0 ? whole / powers[-exponent] : whole * powers[exponent]
      return (.number(negative ? -value : value), index)
    }
    let text = String(
      decoding: bytes[..<index].map { $0 == DecimalMark.comma.rawValue ? DecimalMark.point.rawValue : $0 },
      as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return (.notANumber, 0) }
    return (.number(value), index)
  }

  /// Digits with points, commas, blanks or apostrophes between them: a number whose marks are not certain.
  private static func looksLikeDigits(_ bytes: CellBytes) -> Bool {
    var index = 0
    if let first = bytes.first, first == 0x2B || first == 0x2D { index = 1 }
    guard index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 else { return false }
    var separators = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39: break
      case 0x2C, 0x2E, 0x20, 0x27: separators += 1
      default: return false
      }
      index += 1
    }
    return separators > 0
  }
}

import Domain

/// How a file writes its dates.
enum DateFormat: String, Sendable, CaseIterable {
  /// `2024-03-01`, with or without a time after it.
  case iso
  case dayMonthYear = "dd/mm/yyyy"
  case monthDayYear = "mm/dd/yyyy"
  case dotted = "dd.mm.yyyy"
  case compact = "yyyymmdd"

  /// Reads a trimmed cell; nil where it is not a date of this format or not a day of the calendar.
  func read(_ bytes: CellBytes) -> CivilDate? {
    switch self {
    case .iso: return CivilDate(iso: CellText.string(bytes))
    case .compact:
      guard bytes.count == 8, let year = Self.number(bytes, 0..<4), let month = Self.number(bytes, 4..<6),
        let day = Self.number(bytes, 6..<8)
      else { return nil }
      return CivilDate(year: year, month: month, day: day)
    case .dayMonthYear, .monthDayYear, .dotted:
      let separator = self == .dotted ? UInt8(ascii: ".") : UInt8(ascii: "/")
      guard let first = bytes.firstIndex(of: separator),
        let second = bytes[(first + 1)...].firstIndex(of: separator), bytes.count - second - 1 == 4,
        let one = Self.number(bytes, 0..<first), let two = Self.number(bytes, (first + 1)..<second),
        let year = Self.number(bytes, (second + 1)..<bytes.count)
      else { return nil }
      return self == .monthDayYear
        ? CivilDate(year: year, month: one, day: two) : CivilDate(year: year, month: two, day: one)
    }
  }

  private static func number(_ bytes: CellBytes, _ range: Range<Int>) -> Int? {
    guard (1...4).contains(range.count) else { return nil }
    var value = 0
    for byte in bytes[range] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

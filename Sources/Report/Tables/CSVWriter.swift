/// Comma-separated values by RFC 4180: UTF-8, decimal point, LF at the end of a line, empty for missing.
///
/// A text that begins with `=`, `+`, `-`, `@`, tab or CR and is not a number gets a leading `'`, so that a spreadsheet
/// shows it instead of running it. Control characters other than tab, LF and CR become U+FFFD: no reader agrees on them.
public struct CSVWriter {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var atStart = true

  /// A writer that has written nothing.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// A field of text, which may come from data.
  public mutating func text(_ text: some StringProtocol) {
    separate()
    let field = text.utf8
    guard let first = field.first else { return }
    let runs = Self.starts.contains(first) && !Self.isNumber(text)
    guard runs || field.contains(where: Self.needsCare) else {
      bytes.append(contentsOf: field)
      return
    }
    let quoted = field.contains(where: Self.needsQuotes)
    if quoted { bytes.append(Self.quote) }
    if runs { bytes.append(UInt8(ascii: "'")) }
    for byte in field {
      if byte == Self.quote { bytes.append(byte) }
      if byte < 0x20 && !Self.needsQuotes(byte) || byte == 0x7F {
        HTMLEscaping.append(literal: "\u{FFFD}", to: &bytes)
      } else {
        bytes.append(byte)
      }
    }
    if quoted { bytes.append(Self.quote) }
  }

  /// A number with at most 12 significant digits (no more can come from a measurement, and fewer would lose some);
  /// empty where it is not finite.
  public mutating func number(_ value: Double) {
    separate()
    bytes.append(contentsOf: NumberText.significant(value, 12).utf8)
  }

  /// A whole number.
  public mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A field of a table.
  mutating func field(_ field: TableColumn.Field) {
    switch field {
    case .missing: missing()
    case .number(let value): number(value)
    case .integer(let value): integer(value)
    case .text(let value): text(value)
    }
  }

  /// An empty field.
  public mutating func missing() { separate() }

  /// The end of a row.
  public mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    atStart = true
  }

  private mutating func separate() {
    if atStart { atStart = false } else { bytes.append(UInt8(ascii: ",")) }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let starts = Array("=+-@\t\r".utf8)

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == quote || byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func needsCare(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == quote || byte == UInt8(ascii: ",")
  }

  /// Whether a text is a decimal number, with or without sign, fraction and exponent.
  static func isNumber(_ text: some StringProtocol) -> Bool {
    var rest = Array(text.utf8)[...]
    func digits() -> Int {
      let count = rest.prefix { (48...57).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
    var count = digits()
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      count += digits()
    }
    guard count > 0 else { return false }
    if let letter = rest.first, letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

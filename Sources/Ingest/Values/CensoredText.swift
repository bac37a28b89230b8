import Domain

/// A value with the sign before it and the qualifier after it taken off.
struct CensoredNumber: Equatable {
  var reading: NumberReading
  var status: ValueStatus
}

/// Reads `12.5`, `<0.5`, `>= 60`, `&lt;0.5` and, where the mapping lists them, qualifiers such as `H` or `*` after the
/// number.
enum CensoredText {
  private static let below: [[UInt8]] = ["<=", "≤", "&lt;=", "&le;", "<", "&lt;"].map { Array($0.utf8) }
  private static let above: [[UInt8]] = [">=", "≥", "&gt;=", "&ge;", ">", "&gt;"].map { Array($0.utf8) }

  /// Reads a trimmed cell.
  static func read(_ cell: CellBytes, mark: DecimalMark, qualifiers: [[UInt8]]) -> CensoredNumber {
    var bytes = cell
    var status = ValueStatus.measured
    if let first = bytes.first, first > 0x39 || first == 0x26 {
      if let sign = below.first(where: { bytes.starts(with: $0) }) {
        status = .belowLimit
        bytes = CellText.trimmed(UnsafeBufferPointer(rebasing: bytes[sign.count...]))
      } else if let sign = above.first(where: { bytes.starts(with: $0) }) {
        status = .aboveLimit
        bytes = CellText.trimmed(UnsafeBufferPointer(rebasing: bytes[sign.count...]))
      }
    }
    let whole = NumberText.read(bytes, mark: mark)
    if whole == .notANumber, !qualifiers.isEmpty {
      let (reading, length) = NumberText.prefix(bytes, mark: mark)
      if length > 0 {
        let rest = CellText.trimmed(UnsafeBufferPointer(rebasing: bytes[length...]))
        if qualifiers.contains(where: { rest.elementsEqual($0) }) {
          return CensoredNumber(reading: reading, status: status)
        }
      }
    }
    return CensoredNumber(reading: whole, status: status)
  }
}

/// A cell as bytes: what every kind of cell has in common.
typealias CellBytes = UnsafeBufferPointer<UInt8>

/// What counts as an empty cell, and cutting blanks.
enum CellText {
  /// The words that mean "no value", in lower case. An empty cell or one of blanks means so too.
  static let missingWords = ["na", "n/a", "#n/a", "null", ".", "-", "nan"]

  private static let missingBytes = missingWords.map { Array($0.utf8) }

  /// Without blanks, tabs and line ends before and after.
  @inline(__always)
  static func trimmed(_ bytes: CellBytes) -> CellBytes {
    var low = 0
    var high = bytes.count
    while low < high, isBlank(bytes[low]) { low += 1 }
    while high > low, isBlank(bytes[high - 1]) { high -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[low..<high])
  }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Whether a trimmed cell holds no value.
  @inline(__always)
  static func isMissing(_ trimmed: CellBytes) -> Bool {
    if trimmed.count > 4 { return false }
    if trimmed.isEmpty { return true }
    return isMissingWord(trimmed)
  }

  private static func isMissingWord(_ bytes: CellBytes) -> Bool {
    missingBytes.contains { word in
      word.count == bytes.count && zip(word, bytes).allSatisfy { $0 == ($1 >= 65 && $1 <= 90 ? $1 + 32 : $1) }
    }
  }

  /// As a String.
  @inline(__always)
  static func string(_ bytes: CellBytes) -> String { String(decoding: bytes, as: UTF8.self) }
}

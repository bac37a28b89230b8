/// Checks that a text has the grammar of the part of TOML that mappings use, before the parser sees it.
///
/// toml++ 3.4.0, which TOMLKit 0.6.0 carries, ends the process by failed assertions at some malformed texts (`[}x]`,
/// `a = [}`, `a = 2020-01-01 1`) instead of giving an error; a slip of the pen in a mapping must not do that. The part
/// is TOML 1.0.0 without dates, strings of several lines, and numbers other than plain decimal ones, none of
/// which a mapping has a use for. What a key means, and whether it comes twice, is left to the parser and to `MappingParser`.
struct TOMLGuard {
  struct Fault: Error, Equatable {
    var line: Int
    var message: String
  }

  /// Lists and tables within each other; a mapping needs two.
  private static let depthLimit = 16

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  /// The first fault of a text, or nil.
  static func firstFault(_ text: String) -> Fault? {
    var scanner = TOMLGuard(bytes: Array(text.utf8))
    do {
      try scanner.document()
      return nil
    } catch { return error }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func fault(_ message: String) -> Fault { Fault(line: line, message: message) }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func require(_ character: Unicode.Scalar, _ message: String) throws(Fault) {
    guard take(character) else { throw fault(message) }
  }

  private mutating func document() throws(Fault) {
    while true {
      try skipLines()
      guard next != nil else { return }
      if take("[") {
        let isList = take("[")
        try key()
        try require("]", "the bracket of a table's name is not closed")
        if isList { try require("]", "the bracket of a table's name is not closed") }
      } else {
        try pair(depth: 0)
      }
      skipBlanks()
      try skipComment()
      guard next == nil || next == 10 || next == 13 else {
        throw fault("something stands after the end of this line's value")
      }
    }
  }

  private mutating func pair(depth: Int) throws(Fault) {
    try key()
    try require("=", "an equals sign is missing after a key")
    skipBlanks()
    try value(depth: depth)
  }

  /// Names parted by points, with blanks around.
  private mutating func key() throws(Fault) {
    repeat {
      skipBlanks()
      if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
        try string()
      } else {
        let start = index
        while let byte = next, Self.isBare(byte) { index += 1 }
        if index == start {
          throw fault("a name is missing here, or holds a character that needs double quotes")
        }
      }
      skipBlanks()
    } while take(".")
  }

  private mutating func value(depth: Int) throws(Fault) {
    guard depth < Self.depthLimit else { throw fault("lists and tables are nested too deeply") }
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      try string()
    } else if take("[") {
      try skipLines()
      while !take("]") {
        try value(depth: depth + 1)
        try skipLines()
        if !take(",") {
          try require("]", "a comma or the closing bracket of a list is missing")
          return
        }
        try skipLines()
      }
    } else if take("{") {
      skipBlanks()
      if take("}") { return }
      repeat {
        try pair(depth: depth + 1)
        skipBlanks()
      } while take(",")
      try require("}", "a comma or the closing brace of a table is missing")
    } else {
      try word()
    }
  }

  /// A plain decimal number, or true or false.
  private mutating func word() throws(Fault) {
    let start = index
    while let byte = next, Self.isBare(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if text == "true" || text == "false"
      || text.wholeMatch(of: /[+-]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
    {
      return
    }
    throw fault("a value must be a text in quotes, a number, true, false, a list or a table")
  }

  /// A string on one line; escapes are checked as far as their shape goes.
  private mutating func string() throws(Fault) {
    guard let quote = next else { return }
    if bytes[index...].starts(with: [quote, quote, quote]) {
      throw fault("texts of several lines have no use in a mapping")
    }
    index += 1
    while let byte = next {
      index += 1
      if byte == quote { return }
      if byte < 0x20 && byte != 9 || byte == 0x7F { break }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { try escape() }
    }
    throw fault("a text in quotes is not closed on its line")
  }

  private mutating func escape() throws(Fault) {
    guard let kind = next else { return }
    index += 1
    let length: Int
    switch kind {
    case UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "f"), UInt8(ascii: "r"),
      UInt8(ascii: "\""), UInt8(ascii: "\\"):
      return
    case UInt8(ascii: "u"): length = 4
    case UInt8(ascii: "U"): length = 8
    default: throw fault("an unknown escape stands in a text: write \\\\ for a backslash")
    }
    let digits = bytes[index..<min(index + length, bytes.count)]
    guard digits.count == length, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      digits.first != UInt8(ascii: "+"), Unicode.Scalar(code) != nil
    else { throw fault("\\u needs four and \\U eight hexadecimal digits of a character") }
    index += length
  }

  private mutating func skipBlanks() { while next == 0x20 || next == 9 { index += 1 } }

  /// Blanks, line ends and comments.
  private mutating func skipLines() throws(Fault) {
    while true {
      skipBlanks()
      try skipComment()
      if next == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
      guard take("\n") else { return }
      line += 1
    }
  }

  private mutating func skipComment() throws(Fault) {
    guard take("#") else { return }
    while let byte = next, byte != 10, !(byte == 13 && index + 1 < bytes.count && bytes[index + 1] == 10) {
      if byte < 0x20 && byte != 9 || byte == 0x7F { throw fault("a control character stands in a comment") }
      index += 1
    }
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

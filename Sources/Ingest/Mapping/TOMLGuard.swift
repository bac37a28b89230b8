/// Finds the two faults at which toml++ 3.4.0, which TOMLKit 0.6.0 carries, ends the process by a failed assertion instead
/// of giving an error: a table header whose name begins with a character that no name may begin with (`[}x]`, `[`),
/// and a closing brace where a list expects a value (`[}`, `["a", }`). Neither is TOML, so nothing valid is refused;
/// all other faults are left to the parser. Written against TOML 1.0.0, sections Table, Array and Inline Table.
struct TOMLGuard {
  struct Fault: Equatable {
    var line: Int
    var message: String
  }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  static func firstFault(_ text: String) -> Fault? {
    var scanner = TOMLGuard(bytes: Array(text.utf8))
    return scanner.scan()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private mutating func scan() -> Fault? {
    var depth = 0
    var isLineStart = true
    var isHeader = false
    var previous: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        isLineStart = depth == 0
        isHeader = false
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      case UInt8(ascii: "#"):
        while index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "\n") { index += 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipString(byte)
        previous = byte
        isLineStart = false
        continue
      case UInt8(ascii: "[") where isLineStart:
        guard beginsName() else {
          return Fault(line: line, message: "the name of this table begins with a character that none may")
        }
        isHeader = true
        isLineStart = false
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if !isHeader { depth += 1 }
        previous = byte
        isLineStart = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if byte == UInt8(ascii: "}"), previous == UInt8(ascii: "[") || previous == UInt8(ascii: ",") {
          return Fault(line: line, message: "a brace closes here where a value is expected")
        }
        if !isHeader { depth = max(0, depth - 1) }
        previous = byte
      default:
        previous = byte
        isLineStart = false
      }
      index += 1
    }
    return nil
  }

  /// Whether a name, or the end of the text or of the header, follows the bracket of a table header.
  private func beginsName() -> Bool {
    func skipBlanks(_ from: Int) -> Int {
      bytes[min(from, bytes.count)...].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? bytes.count
    }
    var next = skipBlanks(index + 1)
    if next < bytes.count, bytes[next] == UInt8(ascii: "[") { next = skipBlanks(next + 1) }
    guard next < bytes.count else { return true }
    switch bytes[next] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "]"):
      return true
    default: return false
    }
  }

  /// Goes past a string of one line or of several; an unfinished one ends where the parser will say so.
  private mutating func skipString(_ quote: UInt8) {
    let isLong = bytes[index...].starts(with: [quote, quote, quote])
    index += isLong ? 3 : 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        if !isLong { return }
        line += 1
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { line += 1 }
        index += 2
        continue
      }
      if byte == quote, !isLong || bytes[index...].starts(with: [quote, quote, quote]) {
        index += isLong ? 3 : 1
        // Up to two quotes may stand before the three that end a long string.
        while isLong, index < bytes.count, bytes[index] == quote { index += 1 }
        return
      }
      index += 1
    }
  }
}

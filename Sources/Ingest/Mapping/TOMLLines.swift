/// Finds the line of a key in the text of a TOML document, for messages: the parser keeps no places after parsing.
/// Knows table headers and `key =` lines; for anything else it gives the line of the table.
struct TOMLLines {
  private var lines: [String: Int] = [:]

  init(_ text: String) {
    var table: [String] = []
    var number = 0
    for line in Self.split(text) {
      number += 1
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.first == "[" {
        let inner = trimmed.drop { $0 == "[" }
        table = Self.keys(inner, until: "]")
        record(table, number)
      } else if trimmed.first != "#", trimmed.contains("=") {
        record(table + Self.keys(trimmed, until: "="), number)
      }
    }
  }

  /// Lines ending in LF or CRLF, which Swift's characters would take for something else than LF.
  private static func split(_ text: String) -> [Substring] {
    text.utf8.split(separator: 10, omittingEmptySubsequences: false).map { line in
      Substring(line.last == 13 ? line.dropLast() : line)
    }
  }

  private mutating func record(_ path: [String], _ number: Int) {
    for count in 1...max(1, path.count) {
      let key = path.prefix(count).joined(separator: "\u{1F}")
      if lines[key] == nil { lines[key] = number }
    }
  }

  /// The line of the key or of the nearest table around it; 1 where nothing of it is found.
  func line(_ path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = lines[path.joined(separator: "\u{1F}")] { return line }
      path.removeLast()
    }
    return 1
  }

  /// The parts of a dotted key, quotes taken off.
  private static func keys(_ text: Substring, until end: Character) -> [String] {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { part.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == end {
        break
      } else if character == "." {
        parts.append(part)
        part = ""
      } else if character != " ", character != "\t" {
        part.append(character)
      }
    }
    parts.append(part)
    return parts
  }
}

/// Markdown, made so that text from data cannot become markup: a string that is interpolated is escaped, a piece of
/// Markdown goes in as it is.
///
/// Escaping is that of CommonMark 0.31.2, section 2.4: a backslash before punctuation makes it literal.
struct Markdown: ExpressibleByStringInterpolation, Equatable {
  /// The text of the page.
  private(set) var source: String

  init(stringLiteral value: String) { source = value }
  init(stringInterpolation: Interpolation) { source = stringInterpolation.source }

  /// Text from data.
  init(text: String) { source = Self.escaped(text) }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var source = ""
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ text: String) { source += Markdown.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
    mutating func appendInterpolation(_ markdown: Markdown) { source += markdown.source }
    /// An id of the model or of a table.
    mutating func appendInterpolation(code: String) { source += Markdown.code(code).source }
  }

  /// One line on which no character means anything but itself, in a table cell too.
  static func escaped(_ text: String) -> String {
    let characters = Array(text.unicodeScalars)
    var escaped = ""
    var isNumber = true
    for (place, character) in characters.enumerated() {
      let next = place + 1 < characters.count ? characters[place + 1] : " "
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#", "$": escaped += "\\"
      // At the start of a line these would begin a list, underline a heading or draw a rule; a number they would not.
      case "-", "+", "=": if place == 0, !isDigit(next) { escaped += "\\" }
      case ".", ")": if isNumber, place > 0, next.value <= 0x20 { escaped += "\\" }
      default: break
      }
      escaped.unicodeScalars.append(character.value < 0x20 || character.value == 0x7F ? " " : character)
      isNumber = isNumber && isDigit(character)
    }
    return escaped
  }

  private static func isDigit(_ character: Unicode.Scalar) -> Bool { ("0"..."9").contains(character) }

  /// Letters, digits and signs as they are in a program. A backtick, which would end it, becomes an apostrophe.
  static func code(_ text: String) -> Markdown {
    var code = Markdown(stringLiteral: "`")
    for character in text {
      switch character {
      case "`": code.source += "'"
      case "|": code.source += "\\|"
      case _ where character.isNewline: code.source += " "
      default: code.source.append(character)
      }
    }
    code.source += "`"
    return code
  }

  /// A link with words from data.
  /// - Parameter target: an address that this program made: a file of its own, or a resolver with an identifier.
  static func link(_ words: String, to target: String) -> Markdown {
    Markdown(stringLiteral: "[\(escaped(words))](\(target))")
  }

  /// One piece after the other.
  static func + (first: Markdown, second: Markdown) -> Markdown {
    Markdown(stringLiteral: first.source + second.source)
  }

  /// Pieces one after another.
  static func joined(_ pieces: [Markdown], by separator: String) -> Markdown {
    Markdown(stringLiteral: pieces.map(\.source).joined(separator: separator))
  }
}

/// Writes a page of Markdown, block by block.
struct MarkdownPage {
  private(set) var source = ""

  /// The page as a file.
  var bytes: [UInt8] { Array(source.utf8) }

  mutating func heading(_ level: Int, _ words: Markdown) {
    block(String(repeating: "#", count: level) + " " + words.source)
  }

  mutating func paragraph(_ words: Markdown) { block(words.source) }

  mutating func list(_ items: [Markdown]) {
    if !items.isEmpty { block(items.map { "- " + $0.source }.joined(separator: "\n")) }
  }

  /// A table; nothing where there is no row.
  mutating func table(_ header: [Markdown], _ rows: [[Markdown]]) {
    guard !rows.isEmpty else { return }
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let lines = [line(header.map(\.source)), line(header.map { _ in "---" })] + rows.map { line($0.map(\.source)) }
    block(lines.joined(separator: "\n"))
  }

  /// A picture, which a narrow screen may make smaller.
  mutating func picture(_ file: String, _ description: Markdown) {
    block("![\(description.source)](\(file))")
  }

  private mutating func block(_ text: String) {
    if !source.isEmpty { source += "\n" }
    source += text + "\n"
  }
}

/// What is checked of a document's bytes before any XML parser sees them.
///
/// A DOCTYPE is how entity expansion ("billion laughs") and external entities get in, and SBML has no use for one
/// (SBML L3V2 Core, section 4.1: UTF-8, no document type needed). Deep nesting exhausts the stack of recursive readers.
enum ByteGuard {
  /// A model of several thousand reactions with all its annotations is below this.
  static let maximumSize = 16 << 20
  /// libxml2's own limit of element depth outside its "huge" mode.
  static let maximumDepth = 256
  static func check(_ bytes: UnsafeRawBufferPointer) throws(EngineError) {
    guard !bytes.isEmpty else {
      throw EngineError(.unreadable, "the document is empty; give an SBML file")
    }
    guard bytes.count <= maximumSize else {
      throw EngineError(
        .unreadable, "the document has \(bytes.count) bytes; at most \(maximumSize) are read, so make it smaller")
    }
    // UTF-16 and UTF-32 text would hide a DOCTYPE from the scan below; both contain zero bytes.
    guard !bytes.contains(0) else {
      throw EngineError(.unreadable, "the document holds zero bytes; SBML is written in UTF-8, so convert it")
    }
    var scanner = Scanner(bytes: bytes)
    try scanner.run()
  }

  private struct Scanner {
    let bytes: UnsafeRawBufferPointer
    var position = 0
    var line = 1

    mutating func run() throws(EngineError) {
      var depth = 0
      var limits = ElementLimits()
      while skip(to: "<") {
        if starts(with: "<!--") {
          _ = skip(past: "-->")
        } else if starts(with: "<![CDATA[") {
          _ = skip(past: "]]>")
        } else if starts(with: "<!") {
          throw EngineError(
            .unreadable, "a document type declaration is refused; remove the DOCTYPE", element: "DOCTYPE", line: line)
        } else if starts(with: "<?") {
          let start = position
          let startLine = line
          _ = skip(past: "?>")
          try checkDeclaration(UnsafeRawBufferPointer(rebasing: bytes[start..<position]), line: startLine)
        } else {
          let closes = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "/")
          let kind = closes ? .other : tagKind()
          let (isEmpty, attributes) = skipTag()
          if closes { depth -= 1 } else if !isEmpty { depth += 1 }
          guard depth <= maximumDepth else {
            throw EngineError(
              .unreadable, "elements are nested more than \(maximumDepth) deep; flatten the document", line: line)
          }
          if closes { limits.close() } else { limits.open(kind, isEmpty: isEmpty) }
          if let excess = limits.excess {
            throw EngineError(.unreadable, excess.message, element: excess.element, line: line)
          }
          guard attributes <= ElementLimits.attributes else {
            throw EngineError(
              .unreadable, "an element has more than \(ElementLimits.attributes) attributes; remove some", line: line)
          }
        }
      }
    }

    /// An XML declaration may name only encodings in which the scan sees what the parser sees.
    func checkDeclaration(_ text: UnsafeRawBufferPointer, line: Int) throws(EngineError) {
      let declaration = String(decoding: text, as: UTF8.self).lowercased()
      guard declaration.hasPrefix("<?xml "), let name = declaration.range(of: "encoding") else { return }
      let value = declaration[name...].dropFirst("encoding".count).drop { $0 == " " || $0 == "=" }.dropFirst()
      let encoding = value.prefix { $0 != "\"" && $0 != "'" }
      guard ["utf-8", "us-ascii", "ascii", "iso-8859-1"].contains(String(encoding)) else {
        throw EngineError(
          .unreadable, "the encoding \(encoding) is refused; SBML is written in UTF-8, so convert it", line: line)
      }
    }

    /// What the start tag here opens, by its name without prefix.
    func tagKind() -> ElementLimits.Kind {
      var start = position + 1
      var end = start
      while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "/") {
        end += 1
        if bytes[end - 1] == UInt8(ascii: ":") { start = end }
      }
      let name = bytes[start..<end]
      if name.elementsEqual("math".utf8) { return .math }
      return name.elementsEqual("notes".utf8) || name.elementsEqual("annotation".utf8) ? .note : .other
    }

    func starts(with text: StaticString) -> Bool {
      guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
      for offset in 0..<text.utf8CodeUnitCount where bytes[position + offset] != text.utf8Start[offset] {
        return false
      }
      return true
    }

    mutating func advance() {
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }

    mutating func skip(to text: StaticString) -> Bool {
      while position < bytes.count {
        if starts(with: text) { return true }
        advance()
      }
      return false
    }

    mutating func skip(past text: StaticString) -> Bool {
      guard skip(to: text) else { return false }
      position += text.utf8CodeUnitCount
      return true
    }

    /// Skips a tag, its quoted attribute values included; says whether the tag closes itself.
    mutating func skipTag() -> (isEmpty: Bool, attributes: Int) {
      var attributes = 0
      var quote: UInt8 = 0
      var last: UInt8 = 0
      while position < bytes.count {
        let byte = bytes[position]
        advance()
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
          attributes += 1
        } else if byte == UInt8(ascii: ">") {
          return (last == UInt8(ascii: "/"), attributes)
        }
        last = byte
      }
      return (false, attributes)
    }
  }
}

extension String {
  /// The place where `text` first begins.
  fileprivate func range(of text: String) -> Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start }
      start = index(after: start)
    }
    return nil
  }
}

/// Writes HTML as bytes. Names of elements and attributes are literals of this program; everything else goes through
/// `HTMLEscaping`. There is no way to put in a string as markup.
package struct HTMLWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// An attribute of an element: a literal name, and a value that is a literal, escaped text or a number.
  package enum Attribute {
    case literal(StaticString, StaticString)
    case text(StaticString, String)
    case number(StaticString, Double)
    /// A name made of a literal and a number: identifiers on the page and links to them.
    case name(StaticString, StaticString, Int)
    /// A link to the page of one patient, by study number.
    case patientLink(String)

    package static func `class`(_ value: StaticString) -> Attribute { .literal("class", value) }
    static func label(_ value: StaticString) -> Attribute { .literal("data-label", value) }
    static func role(_ value: StaticString) -> Attribute { .literal("role", value) }
  }

  /// Room for a page of the usual size.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Markup that was known when the program was built.
  package mutating func markup(_ literal: StaticString) { HTMLEscaping.append(literal: literal, to: &bytes) }

  /// Text of this program or a number as text, escaped.
  package mutating func text(_ text: some StringProtocol) { HTMLEscaping.append(text, to: &bytes) }

  /// Text from data: escaped, cut where it is very long (and saying so), its direction kept from spreading.
  mutating func data(_ text: String, limit: Int = 300) {
    markup("<bdi>")
    // Counted in scalars: one visible character may carry thousands of combining marks.
    if let end = text.unicodeScalars.index(
      text.unicodeScalars.startIndex, offsetBy: limit, limitedBy: text.unicodeScalars.endIndex),
      end < text.unicodeScalars.endIndex
    {
      self.text(text[..<end])
      markup("</bdi>")
      self.text(" \u{2026} (\(text.unicodeScalars.count) characters)")
    } else {
      self.text(text)
      markup("</bdi>")
    }
  }

  /// An element with its content.
  package mutating func element(
    _ name: StaticString, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    markup("</")
    markup(name)
    markup(">")
  }

  /// An element that holds text of this program.
  package mutating func element(_ name: StaticString, _ attributes: Attribute..., text content: String) {
    open(name, attributes)
    text(content)
    markup("</")
    markup(name)
    markup(">")
  }

  /// An element without content or end tag (`meta`, `link`, `br`).
  mutating func void(_ name: StaticString, _ attributes: Attribute...) { open(name, attributes) }

  /// Begins a new line, so that the source can be read and compared.
  package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    markup("<")
    markup(name)
    for attribute in attributes { write(attribute) }
    markup(">")
  }

  private mutating func write(_ attribute: Attribute) {
    func begin(_ name: StaticString) {
      bytes.append(UInt8(ascii: " "))
      markup(name)
      markup("=\"")
    }
    switch attribute {
    case .literal(let name, let value):
      begin(name)
      markup(value)
    case .text(let name, let value):
      begin(name)
      text(value)
    case .number(let name, let value):
      begin(name)
      text(value.isFinite ? NumberText.shortest((value * 100).rounded() / 100) : "0")
    case .name(let name, let prefix, let number):
      begin(name)
      markup(prefix)
      text(String(number))
    case .patientLink(let key):
      begin("href")
      markup("patients/")
      text(key)
      markup(".html")
    }
    markup("\"")
  }
}

import Testing

@testable import Report

@Suite struct HTMLEscapingTests {
  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    HTMLEscaping.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The five characters of the HTML standard's escaping rules (section 13.3) and the apostrophe.
  @Test func fiveCharactersBecomeReferences() {
    #expect(escaped("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
  }

  @Test func whatPeopleWriteStays() {
    let text = "M\u{FC}ller, \u{5218}, \u{5D0}\u{5D1}, \u{1F468}\u{200D}\u{2695}\u{FE0F} 5 \u{B5}mol/L"
    #expect(escaped(text) == text)
  }

  /// Unicode names: SYMBOL FOR NULL 2400, SYMBOL FOR ESCAPE 241B, SYMBOL FOR DELETE 2421.
  @Test func whatNobodySeesIsShown() {
    #expect(escaped("\u{0}\u{1B}\u{7F}") == "\u{2400}\u{241B}\u{2421}")
    #expect(escaped("\u{202E}\u{200F}\u{E0041}") == "[U+202E][U+200F][U+E0041]")
    #expect(escaped("\u{9B}\u{FFFF}") == "\u{FFFD}\u{FFFD}")
  }
}

import Testing

@testable import Ingest

@Suite struct PrintableTests {
  @Test func controlBytesDoNotReachATerminal() {
    #expect(Printable.text("a\u{1B}[31mb\n\u{202E}") == "a\\u{1B}[31mb\\u{A}\\u{202E}")
    #expect(Printable.text("Größe µ") == "Größe µ")
    #expect(Printable.text(String(repeating: "x", count: 500)).count == 123)
  }

  /// As C's printf("%.4g") writes them, but without exponents for large numbers.
  @Test func fourSignificantDigits() {
    #expect(Printable.number(0) == "0")
    #expect(Printable.number(57.2) == "57.2")
    #expect(Printable.number(3.17503) == "3.175")
    #expect(Printable.number(999.8658) == "999.9")
    #expect(Printable.number(0.000123456) == "0.0001235")
    #expect(Printable.number(830_634.2) == "830600")
    #expect(Printable.number(-4) == "-4")
  }
}

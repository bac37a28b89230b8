import Testing

@testable import Report

@Suite struct CSVWriterTests {
  private func field(_ text: String) -> String {
    var csv = CSVWriter()
    csv.text(text)
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  /// By hand from RFC 4180, section 2.
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("\u{5218}", "\u{5218}"),
  ])
  func quotes(text: String, expected: String) { #expect(field(text) == expected) }

  /// By hand from the contract of the command line: text that a spreadsheet would run gets an apostrophe.
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+1 555", "'+1 555"), ("-a", "'-a"), ("\tx", "\"'\tx\""),
    ("\rx", "\"'\rx\""), ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("-2.5", "-2.5"), ("+1e-3", "+1e-3"), ("-", "'-"),
    ("-.5", "-.5"), ("1e", "1e"), ("-1e", "'-1e"),
  ])
  func disarms(text: String, expected: String) { #expect(field(text) == expected) }

  @Test func controlsBecomeTheReplacementCharacter() { #expect(field("a\u{0}b\u{1B}") == "a\u{FFFD}b\u{FFFD}") }

  @Test func rowsAreSeparatedByCommasAndLineFeeds() {
    var csv = CSVWriter()
    csv.text("a")
    csv.missing()
    csv.number(.nan)
    csv.number(0.1)
    csv.integer(-3)
    csv.endRow()
    csv.missing()
    csv.text("b")
    csv.endRow()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "a,,,0.1,-3\n,b\n")
  }

  @Test func everyHostileTextReadsBackAsOneField() {
    for text in HostileText.all {
      var csv = CSVWriter()
      csv.text("before")
      csv.text(text)
      csv.text("after")
      csv.endRow()
      let records = readCSV(csv.bytes)
      #expect(records.count == 1 && records.first?.count == 3, "for \(text.debugDescription.prefix(80))")
    }
  }
}

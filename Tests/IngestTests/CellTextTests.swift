import Testing

@testable import Ingest

@Suite struct CellTextTests {
  @Test(arguments: ["", "NA", "na", "N/A", "#N/A", "NULL", "null", ".", "-", "nan", "NaN"])
  func wordsForNothing(text: String) { #expect(withCell(text) { CellText.isMissing($0) }) }

  @Test(arguments: ["0", "none", "--", "n", "x", "nana", "unknown"])
  func wordsForSomething(text: String) { #expect(!withCell(text) { CellText.isMissing($0) }) }

  @Test func cutsBlanks() {
    #expect(withCell(" \t a b \r") { CellText.string(CellText.trimmed($0)) } == "a b")
    #expect(withCell("  ") { CellText.trimmed($0).isEmpty })
  }
}

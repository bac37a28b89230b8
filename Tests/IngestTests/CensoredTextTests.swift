import Domain
import Testing

@testable import Ingest

@Suite struct CensoredTextTests {
  private func read(_ text: String, _ qualifiers: [String] = []) -> CensoredNumber {
    withCell(text) { CensoredText.read($0, mark: .point, qualifiers: qualifiers.map { Array($0.utf8) }) }
  }

  @Test(arguments: ["<0.5", "< 0.5", "<=0.5", "<= 0.5", "≤0.5", "&lt;0.5", "&lt;= 0.5"]) func below(text: String) {
    #expect(read(text) == CensoredNumber(reading: .number(0.5), status: .belowLimit))
  }

  @Test(arguments: [">60", "> 60", ">=60", "≥ 60", "&gt;60"]) func above(text: String) {
    #expect(read(text) == CensoredNumber(reading: .number(60), status: .aboveLimit))
  }

  @Test(arguments: ["<", "<>5", "< <5", "5<", "&amp;5", "<LOD"]) func neither(text: String) {
    #expect(read(text).reading == .notANumber)
  }

  @Test func qualifiersCountOnlyWhereListed() {
    #expect(read("7.2 H").reading == .notANumber)
    #expect(read("7.2 H", ["H", "*"]) == CensoredNumber(reading: .number(7.2), status: .measured))
    #expect(read("<7.2*", ["H", "*"]) == CensoredNumber(reading: .number(7.2), status: .belowLimit))
    #expect(read("7.2 HH", ["H"]).reading == .notANumber)
  }
}

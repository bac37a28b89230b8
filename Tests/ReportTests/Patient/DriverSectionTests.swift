import Domain
import Foundation
import Testing

@testable import Report

@Suite struct DriverSectionTests {
  private func text(_ drivers: [DriverEffect]) -> String {
    var result = SampleRecords.obese.phenotype
    result?.drivers = drivers
    var page = HTMLWriter()
    if let result { DriverSection.write(&page, result) { $0 != .leptin } }
    return String(decoding: page.bytes, as: UTF8.self)
  }

  private func effect(_ driver: Driver, _ muscle: Double, mtorc1: Double = 0) -> DriverEffect {
    DriverEffect(driver: driver, insulinResistance: [muscle, 0, 0], mtorc1: [0, mtorc1, 0])
  }

  @Test func nothingIsSaidWhereNobodyAsked() { #expect(text([]).isEmpty) }

  @Test func theStrongestComesFirstAndTheWeakAreNamed() throws {
    let page = text([
      effect(.insulin, 0.2), effect(.glucose, 0.049), effect(.leptin, -0.9), effect(.il6, 0, mtorc1: 0.3),
    ])
    let rows = page.components(separatedBy: "role=\"rowheader\">").dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(rows == ["Leptin (not measured)", "Insulin", "IL-6"])
    #expect(page.contains(">-0.90</td>") && page.contains(">+0.20</td>") && page.contains(">+0.30</td>"))
    #expect(page.contains("Less than 0.05 in every tissue: Glucose."))
  }

  @Test func anAnswerWithoutADriverSaysSo() {
    let page = text([effect(.insulin, 0.01), effect(.glucose, -0.02)])
    #expect(page.contains("no driver") && !page.contains("<table"))
  }
}

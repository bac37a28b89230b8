import Domain
import Testing

@Suite struct AnalyteTests {
  @Test func dictionaryHasOneRowACaseInTheSameOrder() {
    #expect(AnalyteInfo.all.count == Analyte.count)
    #expect(Analyte.allCases.count == Analyte.count)
    #expect(Covariate.allCases.count == Covariate.count)
    for analyte in Analyte.allCases {
      let caseName = String(describing: analyte)
      let columnName = analyte.info.name.split(separator: "_").enumerated()
        .map { $0.offset == 0 ? String($0.element) : $0.element.prefix(1).uppercased() + $0.element.dropFirst() }
        .joined()
      #expect(columnName == caseName)
      #expect(Analyte(name: analyte.name) == analyte)
      #expect(analyte.info.units.first?.unit == analyte.info.unit, "the canonical unit of \(caseName) comes first")
      #expect(analyte.info.units.first?.factor == 1)
      #expect(analyte.info.plausible.lowerBound < analyte.info.plausible.upperBound)
      #expect(analyte.info.name.utf8.count <= 32)
    }
    #expect(Analyte(name: "no_such_thing") == nil)
  }

  /// LOINC codes end in a check digit (Luhn, as the LOINC user's guide describes).
  @Test func loincCodesHaveTheirCheckDigit() {
    var checked = 0
    for code in AnalyteInfo.all.flatMap(\.loinc) {
      let parts = code.split(separator: "-")
      let digits = parts[0].compactMap { $0.wholeNumberValue }
      let doubled = digits.reversed().enumerated().map { $0.offset % 2 == 0 ? $0.element * 2 : $0.element }
      let sum = doubled.map { $0 > 9 ? $0 - 9 : $0 }.reduce(0, +)
      #expect((10 - sum % 10) % 10 == Int(parts[1]), "\(code)")
      checked += 1
    }
    #expect(checked > 100)
  }

  /// Codes that look right and mean something else (free insulin, high-molecular-weight adiponectin, IL-6 activity,
  /// eGFR "among blacks", HbA1c mass per volume).
  @Test func codesOfOtherQuantitiesAreNotInTheDictionary() {
    let others = ["6901-3", "25447-4", "55819-7", "4655-7", "88293-6", "41995-2"]
    #expect(AnalyteInfo.all.flatMap(\.loinc).filter(others.contains).isEmpty)
  }
}

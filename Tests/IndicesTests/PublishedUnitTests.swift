import Domain
import Testing

@testable import Indices

@Suite struct PublishedUnitTests {
  /// NHANES 2017-2018 gives the same factors: glucose 0.05551, triglycerides 0.01129, creatinine 88.40, insulin 6.000. The others are the
  /// factors to SI that journals print (JAMA), and the slope of the NGSP's equation for HbA1c, 0.09148 % a mmol/mol.
  @Test(arguments: [
    (PublishedUnit.glucose, 0.05551, 1e-5), (.triglyceride, 0.01129, 1e-5), (.creatinine, 88.40, 1e-9),
    (.insulin, 6.000, 1e-9), (.albuminCreatinineRatio, 0.11312, 1e-5), (.hdl, 0.0259, 5e-5),
    (.cholesterol, 0.0259, 5e-5), (.hba1c, 1 / 0.09148, 1e-9), (.albumin, 10, 1e-9), (.phosphate, 0.323, 5e-4),
    (.calcium, 0.2495, 5e-5), (.ureaNitrogen, 0.357, 5e-4), (.ureaNitrogenPost, 0.357, 5e-4),
    (.ironBindingCapacity, 0.179, 5e-4),
  ])
  func hasItsFactor(unit: PublishedUnit, factor: Double, tolerance: Double) {
    #expect(abs(IndexTables.shared[0].published[unit.rawValue].factor - factor) <= tolerance)
  }

  @Test func keepsTheReportedNumber() {
    let visit = TestVisit().with(.glucose, 99.7, "mg/dL")
    #expect(PublishedUnit.glucose.value(visit.row) == 99.7)
    #expect(PublishedUnit.glucose.value(TestVisit().row) == nil)
  }

  @Test func convertsOtherUnits() throws {
    let visit = TestVisit().with(.glucose, 1.26, "g/L")
    #expect(abs(try #require(PublishedUnit.glucose.value(visit.row)) - 126) < 1e-9)
  }

  @Test func isNotANumberWhereTheDictionaryLacksTheUnit() {
    let grains = IndexTables.Conversion(.glucose, "grains")
    #expect(grains.value(LabValue(value: 5, reported: 5)).isNaN)
  }

  /// Every published unit has its own entry, for its own analyte, in a unit that the dictionary has.
  @Test(arguments: PublishedUnit.allCases) func hasItsEntry(unit: PublishedUnit) {
    let entry = IndexTables.shared[0].published[unit.rawValue]
    #expect(entry.ordinal == unit.analyte.ordinal && entry.factor.isFinite)
    #expect(PublishedUnit.allCases.count == PublishedUnit.count)
  }
}

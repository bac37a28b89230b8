import Domain
import Testing

@testable import Indices

@Suite struct PublishedUnitTests {
  /// NHANES 2017-2018 gives the same factors: glucose 0.05551, triglycerides 0.01129, creatinine 88.40, insulin 6.000.
  @Test(arguments: [
    (PublishedUnit.glucose, 0.05551, 1e-5), (.triglyceride, 0.01129, 1e-5), (.creatinine, 88.40, 1e-9),
    (.insulin, 6.000, 1e-9), (.albuminCreatinineRatio, 0.11312, 1e-5),
  ])
  func hasItsFactor(unit: PublishedUnit, factor: Double, tolerance: Double) {
    #expect(abs(unit.factor - factor) <= tolerance)
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

  @Test func isNotANumberWhereTheDictionaryLacksTheUnit() throws {
    let visit = TestVisit().with(.glucose, 5)
    #expect(try #require(PublishedUnit(.glucose, "grains").value(visit.row)).isNaN)
  }
}

import Domain
import Testing

@testable import Indices

@Suite struct EstimatedGFRTests {
  /// Creatinine 1 mg/dL, female, 50 years: 68.63 by nephro 1.5.
  private let person = TestVisit().with(.creatinine, 1, "mg/dL").with(.sex, "female")

  @Test func prefersTheReportedOne() throws {
    let named = person.with(.egfr, 55).with(equation: "EKFC")
    let reported = try #require(named.row.filtration)
    #expect(reported.value == 55)
    #expect(reported.isReported)
  }

  @Test func computesOtherwise() throws {
    let computed = try #require(person.row.filtration)
    #expect(abs(computed.value - 68.6335) < 5e-5)
    #expect(!computed.isReported)
  }

  @Test(arguments: ["haemodialysis", "peritoneal"]) func hasNoneOnDialysis(modality: String) {
    let visit = person.with(.egfr, 8).with(.dialysis, modality)
    #expect(visit.row.filtration == nil)
    #expect(EstimatedGFR.absence(visit.row).reason == .onDialysis)
  }

  @Test func namesBothWaysWhenMissing() {
    let absence = EstimatedGFR.absence(TestVisit(age: nil).row)
    #expect(absence.missing == [InputSet(.egfr), InputSet(.creatinine), .age, InputSet(.sex)])
  }

  /// `>60` is not below 60 and `<90` may or may not be.
  @Test func knowsWhatALimitSays() throws {
    func isBelow60(_ value: Double, _ status: ValueStatus) throws -> Bool {
      try #require(TestVisit().with(.egfr, value, nil, status).row.filtration).isBelow60
    }
    #expect(try !isBelow60(60, .aboveLimit))
    #expect(try isBelow60(30, .belowLimit))
    #expect(try !isBelow60(45, .belowLimit))
    #expect(try isBelow60(59.9, .measured))
  }

  /// A creatinine known only to be under 1 mg/dL means an eGFR over 68.6, whatever half the limit would give.
  @Test func turnsTheSidesOfACensoredCreatinine() throws {
    let below = try #require(person.with(.creatinine, 0.5, "mg/dL", .belowLimit).row.filtration)
    #expect(below.bounds.isAtLeast(68.6) == .met)
    #expect(below.bounds.isAtLeast(68.7) == .unknown)
    let above = try #require(person.with(.creatinine, 1, "mg/dL", .aboveLimit).row.filtration)
    #expect(above.bounds.isAtLeast(68.7) == .notMet)
    #expect(above.bounds.isAtLeast(68.6) == .unknown)
  }
}

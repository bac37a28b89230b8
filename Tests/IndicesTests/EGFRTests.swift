import Domain
import Testing

@testable import Indices

@Suite struct EGFRTests {
  /// Creatinine 1 mg/dL at 50 years, female: 68.6335 by nephro 1.5 (see `CKDEPI2021Tests`); a reported value wins.
  @Test func aReportedValueStandsBeforeAComputedOne() {
    let visit = TestVisit(age: 50).with(.sex, "female").with(.creatinine, 1, "mg/dL")
    #expect(abs(EGFR.compute(visit.row).value - 68.6335) < 0.001)
    #expect(EGFR.compute(visit.with(.egfr, 41).row) == .computed(41))
  }

  @Test func thereIsNoneOnDialysisEvenIfReported() {
    let value = EGFR.compute(TestVisit().with(.egfr, 9).with(.dialysis, "haemodialysis").row)
    #expect(value.status == .notApplicable)
    #expect(value.reason == .onDialysis)
  }
}

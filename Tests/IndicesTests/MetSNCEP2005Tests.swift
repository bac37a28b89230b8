import Domain
import Testing

@testable import Indices

@Suite struct MetSNCEP2005Tests {
  /// Grundy 2005, table 2: waist 102, triglycerides 150 and glucose 100 mg/dL, each exactly at its limit.
  private let atLimits = TestVisit().with(.sex, "male").with(.ethnicity, "us_white").with(.waist, 102)
    .with(.triglyceride, 150, "mg/dL").with(.glucose, 100, "mg/dL").with(.hdl, 60, "mg/dL").with(.sbp, 110)
    .with(.dbp, 70)

  @Test func isPresentAtThreeLimits() {
    let value = MetSNCEP2005.evaluate(atLimits.row)
    #expect(value.strict == .present)
    #expect(value.measured == .present)
    #expect(value.missing == [])
    #expect(value.criteriaMeasured == [.met, .met, .notMet, .notMet, .met])
    #expect(value.criteria == [.met, .met, .unknown, .unknown, .met])
  }

  @Test func isUndeterminedWhereADrugCouldDecide() {
    let value = MetSNCEP2005.evaluate(atLimits.with(.glucose, 90, "mg/dL").row)
    #expect(value.measured == .absent)
    #expect(value.strict == .undetermined)
    #expect(
      value.missing
        == [
          InputSet(.drugLipid), InputSet(.drugBloodPressure), InputSet(.hypertension), InputSet(.drugGlucose),
          InputSet(.drugInsulin),
        ])
  }

  @Test func isAbsentWhereNothingUnknownCouldMakeIt() {
    let value = MetSNCEP2005.evaluate(
      TestVisit().with(.sex, "female").with(.ethnicity, "us_white").with(.waist, 70).with(.triglyceride, 1)
        .with(.hdl, 1.8).with(.drugLipid, "no").row)
    #expect(value.strict == .absent)
    #expect(value.missing == [])
  }

  /// The published mistake (a public derivation from NHANES): pressure made missing wherever the drug question is
  /// unanswered. A measured pressure over the limit counts without it.
  @Test func doesNotLoseAMeasuredPressure() {
    let value = MetSNCEP2005.evaluate(atLimits.with(.glucose, 90, "mg/dL").with(.sbp, 135).row)
    #expect(value.criteria[3] == .met)
    #expect(value.strict == .present)
  }

  @Test func doesNotApplyToMinors() {
    let minor = TestVisit(age: 17).with(.waist, 110).with(.triglyceride, 3).with(.glucose, 7).with(.sbp, 150)
      .with(.sex, "male").with(.ethnicity, "us_white")
    let value = MetSNCEP2005.evaluate(minor.row)
    #expect(value.strict == .undetermined)
    #expect(value.measured == .undetermined)
    #expect(value.criteria == CriterionStates(repeating: .unknown, count: 5))
    #expect(value.missing == [])
  }

  @Test func takesLowerWaistsForAsianPeople() {
    #expect(MetSNCEP2005.evaluate(atLimits.with(.waist, 90).row).criteria[0] == .notMet)
    #expect(MetSNCEP2005.evaluate(atLimits.with(.waist, 90).with(.ethnicity, "chinese").row).criteria[0] == .met)
  }
}

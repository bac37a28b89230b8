import Domain
import Testing

@testable import Indices

@Suite struct MetSIDF2005Tests {
  private let person = TestVisit().with(.sex, "male").with(.ethnicity, "europid").with(.triglyceride, 2)
    .with(.hdl, 0.9).with(.sbp, 120).with(.dbp, 70).with(.glucose, 5).with(.drugLipid, "no")
    .with(.drugBloodPressure, "no").with(.diabetes, "none")

  @Test func needsTheWaist() {
    #expect(MetSIDF2005.evaluate(person.with(.waist, 94).row).strict == .present)
    let slim = person.with(.waist, 93).with(.sbp, 150).with(.glucose, 8)
    #expect(MetSIDF2005.evaluate(slim.row).strict == .absent)
    #expect(MetSIDF2005.evaluate(person.with(.waist, 94).with(.hdl, 1.5).row).strict == .absent)
  }

  /// "If body mass index is >30, central obesity can be assumed" (Alberti 2005, reprinted in PMC8110138).
  @Test func assumesTheWaistAboveABodyMassIndexOf30() {
    #expect(MetSIDF2005.evaluate(person.with(.bmi, 30.1).row).strict == .present)
    #expect(MetSIDF2005.evaluate(person.with(.bmi, 30).row).strict == .undetermined)
    #expect(MetSIDF2005.evaluate(person.with(.bmi, 30).row).missing == InputSet(.waist))
    #expect(MetSIDF2005.evaluate(person.with(.weight, 100).with(.height, 170).row).strict == .present)
    // It stands in for a waist and does not overrule one.
    #expect(MetSIDF2005.evaluate(person.with(.waist, 93).with(.bmi, 31).row).strict == .absent)
    // Between the limits of the populations: unknown by waist, decided by BMI.
    let unknown = person.with(.ethnicity, "").with(.waist, 92)
    #expect(MetSIDF2005.evaluate(unknown.row).criteria[0] == .unknown)
    #expect(MetSIDF2005.evaluate(unknown.with(.bmi, 31).row).criteria[0] == .met)
  }

  @Test func asksForWaistOrBodyMassIndex() {
    #expect(
      MetSIDF2005.evaluate(person.row).missing
        == [InputSet(.waist), InputSet(.bmi), InputSet(.height), InputSet(.weight)])
  }

  /// With two others met the rest cannot settle it; only what bears on the waist is asked for.
  @Test func asksOnlyForWhatCouldSettleIt() {
    let open = person.without(.glucose).with(.diabetes, "").with(.bmi, 25)
    #expect(MetSIDF2005.evaluate(open.row).missing == InputSet(.waist))
    let one = open.with(.hdl, 1.5)
    #expect(MetSIDF2005.evaluate(one.row).missing == [InputSet(.waist), InputSet(.glucose), InputSet(.diabetes)])
  }

  @Test func countsKnownType2Diabetes() {
    let value = MetSIDF2005.evaluate(person.with(.waist, 100).with(.hdl, 1.5).with(.diabetes, "type2").row)
    #expect(value.strict == .present)
    #expect(value.measured == .absent)
  }
}

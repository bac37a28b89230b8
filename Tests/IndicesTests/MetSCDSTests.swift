import Domain
import Testing

@testable import Indices

/// The Chinese Diabetes Society's definitions, by the wording of 2004: diabetes counts where it is treated.
@Suite struct MetSCDSTests {
  private let person = TestVisit().with(.sex, "male").with(.bmi, 26).with(.waist, 92).with(.glucose, 5.5)
    .with(.triglyceride, 1.2).with(.hdl, 1.2).with(.sbp, 120).with(.dbp, 80).with(.drugBloodPressure, "no")
    .with(.hypertension, "no").with(.fasting, "yes")

  private func glucose(_ visit: TestVisit) -> [CriterionState] {
    [MetSCDS2004.evaluate(visit.row).criteria[1], MetSCDS2020.evaluate(visit.row).criteria[1]]
  }

  @Test func diabetesCountsWhereItIsTreated() {
    let untreated = person.with(.diabetes, "type2").with(.drugGlucose, "no").with(.drugInsulin, "no")
    #expect(glucose(untreated) == [.notMet, .notMet])
    #expect(glucose(untreated.with(.drugGlucose, "yes")) == [.met, .met])
    #expect(glucose(untreated.with(.drugInsulin, "yes")) == [.met, .met])
    #expect(glucose(untreated.with(.glucose, 6.1)) == [.met, .met])
    #expect(glucose(person.with(.diabetes, "type2").with(.drugGlucose, "no")) == [.unknown, .unknown])
    // Metformin for something else.
    #expect(glucose(person.with(.diabetes, "none").with(.drugGlucose, "yes")) == [.notMet, .notMet])
    // WHO asks for diabetes of any kind.
    #expect(MetSWHO1999.evaluate(untreated.row).criteria[0] == .met)
  }

  /// Insulin treatment where nobody stated the diagnosis reads as diabetes in all three: met for the WHO and the Chinese
  /// society, excluded from EGIR, which is of people without diabetes.
  @Test func insulinTreatmentReadsAsDiabetes() {
    let treated = person.with(.insulin, 200).with(.drugInsulin, "yes")
    #expect(glucose(treated) == [.met, .met])
    #expect(MetSWHO1999.evaluate(treated.row).criteria[0] == .met)
    #expect(MetSEGIR1999.evaluate(treated.row).strict == .absent)
    // Diabetes that is denied beside insulin leaves open whose insulin was measured.
    #expect(MetSEGIR1999.evaluate(treated.with(.diabetes, "none").row).criteria[0] == .unknown)
  }

  /// What is missing is named: two criteria are met, the drug decides.
  @Test func namesTheDrugThatDecides() {
    let open = person.with(.triglyceride, 2).with(.diabetes, "type2").with(.drugGlucose, "no")
    let value = MetSCDS2004.evaluate(open.row)
    #expect(value.strict == .undetermined && value.measured == .absent)
    #expect(value.missing.contains(InputSet(.drugInsulin)) && !value.missing.contains(InputSet(.drugGlucose)))
  }
}

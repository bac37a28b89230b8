import Domain
import Testing

@testable import Indices

@Suite struct SyndromeCriteriaTests {
  /// The criteria of a visit under one statement.
  private struct Criteria {
    let visit: IndexVisit
    let cutoffs: SyndromeCutoffs

    var waist: CriterionAnswer { SyndromeCriteria.waist(visit, cutoffs) }
    var hdl: CriterionAnswer { SyndromeCriteria.hdl(visit, cutoffs) }
    var triglyceride: CriterionAnswer { SyndromeCriteria.triglyceride(visit) }
    var bloodPressure: CriterionAnswer { SyndromeCriteria.bloodPressure(visit) }
    var glucose: CriterionAnswer { SyndromeCriteria.glucose(visit) }
    var glucoseOrType2: CriterionAnswer { SyndromeCriteria.glucoseOrType2(visit) }
  }

  private func criteria(_ visit: TestVisit, _ cutoffs: SyndromeCutoffs = .ncep2005) -> Criteria {
    Criteria(visit: visit.row, cutoffs: cutoffs)
  }

  /// 100 mg/dL or 5.6 mmol/L (AHA/NHLBI 2005): 100 mg/dL is 5.55 mmol/L and would miss the limit after conversion.
  @Test(arguments: [
    (100.0, "mg/dL", CriterionState.met), (99.9, "mg/dL", .notMet), (5.6, "mmol/L", .met), (5.55, "mmol/L", .notMet),
    (1.00, "g/L", .met), (0.99, "g/L", .notMet),
  ])
  func comparesGlucoseInTheReportedUnit(value: Double, unit: String, state: CriterionState) {
    #expect(criteria(TestVisit().with(.glucose, value, unit)).glucose.measured == state)
  }

  @Test(arguments: [
    (150.0, "mg/dL", CriterionState.met), (149.9, "mg/dL", .notMet), (1.7, "mmol/L", .met), (1.69, "mmol/L", .notMet),
    (1.5, "g/L", .met),
  ])
  func comparesTriglyceridesInTheReportedUnit(value: Double, unit: String, state: CriterionState) {
    #expect(criteria(TestVisit().with(.triglyceride, value, unit)).triglyceride.measured == state)
  }

  /// 40/50 mg/dL; 1.03/1.3 (NCEP), 1.03/1.29 (IDF), 1.0/1.3 (2009) mmol/L; below.
  @Test func comparesHDLBySexUnitAndStatement() {
    func state(_ value: Double, _ unit: String, _ sex: String, _ cutoffs: SyndromeCutoffs) -> CriterionState {
      criteria(TestVisit().with(.hdl, value, unit).with(.sex, sex), cutoffs).hdl.measured
    }
    for cutoffs in [SyndromeCutoffs.ncep2005, .idf2005, .harmonized2009] {
      #expect(state(39.9, "mg/dL", "male", cutoffs) == .met)
      #expect(state(40, "mg/dL", "male", cutoffs) == .notMet)
      #expect(state(49.9, "mg/dL", "female", cutoffs) == .met)
      #expect(state(50, "mg/dL", "female", cutoffs) == .notMet)
      #expect(state(45, "mg/dL", "", cutoffs) == .unknown)
      #expect(state(39, "mg/dL", "", cutoffs) == .met)
      #expect(state(50, "mg/dL", "", cutoffs) == .notMet)
    }
    #expect(state(1.02, "mmol/L", "male", .ncep2005) == .met)
    #expect(state(1.02, "mmol/L", "male", .harmonized2009) == .notMet)
    #expect(state(1.295, "mmol/L", "female", .harmonized2009) == .met)
    #expect(state(1.295, "mmol/L", "female", .idf2005) == .notMet)
  }

  @Test func asksForTheSexWhereHDLLiesBetween() {
    let visit = TestVisit().with(.hdl, 45, "mg/dL").with(.drugLipid, "no")
    #expect(criteria(visit).hdl.missing == InputSet(.sex))
    #expect(criteria(TestVisit().with(.drugLipid, "no")).hdl.missing == InputSet(.hdl))
  }

  /// One pressure is enough to meet it, and both are needed to deny it.
  @Test func takesEitherPressure() {
    func answer(_ systolic: Double?, _ diastolic: Double?) -> CriterionAnswer {
      var visit = TestVisit().with(.drugBloodPressure, "no")
      if let systolic { visit = visit.with(.sbp, systolic) }
      if let diastolic { visit = visit.with(.dbp, diastolic) }
      return criteria(visit).bloodPressure
    }
    #expect(answer(130, 70).strict == .met)
    #expect(answer(129, 85).strict == .met)
    #expect(answer(129.9, 84.9).strict == .notMet)
    #expect(answer(130, nil).strict == .met)
    #expect(answer(120, nil).strict == .unknown)
    #expect(answer(120, nil).missing == InputSet(.dbp))
    #expect(answer(nil, nil).missing == [InputSet(.sbp), InputSet(.dbp)])
  }

  /// An unknown drug leaves a criterion unknown that only it could meet; a value over the limit needs no drug.
  @Test func readsDrugsStrictly() {
    let low = TestVisit().with(.triglyceride, 1)
    #expect(criteria(low).triglyceride.strict == .unknown)
    #expect(criteria(low).triglyceride.measured == .notMet)
    #expect(criteria(low).triglyceride.missing == InputSet(.drugLipid))
    #expect(criteria(low.with(.drugLipid, "no")).triglyceride.strict == .notMet)
    #expect(criteria(low.with(.drugLipid, "yes")).triglyceride.strict == .met)
    #expect(criteria(low.with(.drugLipid, "yes")).triglyceride.measured == .notMet)
    #expect(criteria(TestVisit().with(.triglyceride, 2)).triglyceride.strict == .met)
    #expect(criteria(TestVisit()).triglyceride.missing == [InputSet(.triglyceride), InputSet(.drugLipid)])
    #expect(criteria(TestVisit().with(.drugLipid, "yes")).triglyceride.strict == .met)
    #expect(criteria(TestVisit().with(.drugLipid, "yes")).triglyceride.measured == .unknown)
  }

  @Test func countsInsulinAmongDrugsForGlucose() {
    let low = TestVisit().with(.glucose, 5)
    #expect(criteria(low.with(.drugInsulin, "yes")).glucose.strict == .met)
    #expect(criteria(low.with(.drugGlucose, "no")).glucose.strict == .unknown)
    // A drug that is named is one, whatever the column of all of them says.
    #expect(criteria(low.with(.drugGlucose, "no").with(.drugMetformin, "yes")).glucose.strict == .met)
    #expect(criteria(low.with(.drugGlitazone, "yes")).glucose.strict == .met)
    #expect(criteria(low.with(.drugMetformin, "no")).glucose.strict == .unknown)
    #expect(criteria(low.with(.drugGlucose, "no")).glucose.missing == InputSet(.drugInsulin))
    #expect(criteria(low.with(.drugGlucose, "no").with(.drugInsulin, "no")).glucose.strict == .notMet)
  }

  /// IDF 2005: previously diagnosed type 2 diabetes, and no word of drugs.
  @Test(arguments: [
    ("type2", CriterionState.met), ("none", .notMet), ("type1", .notMet), ("unspecified", .unknown), ("", .unknown),
  ])
  func readsDiabetesForTheIDF(code: String, state: CriterionState) {
    let visit = TestVisit().with(.glucose, 5).with(.drugGlucose, "yes").with(.diabetes, code)
    let answer = criteria(visit, .idf2005).glucoseOrType2
    #expect(answer.strict == state)
    #expect(answer.measured == .notMet)
    #expect(answer.missing == (state == .unknown ? InputSet(.diabetes) : []))
  }

  /// AHA/NHLBI 2005 counts antihypertensive treatment in people with a history of hypertension.
  @Test func countsTreatmentOfHypertensionOnly() {
    let low = TestVisit().with(.sbp, 120).with(.dbp, 70).with(.drugBloodPressure, "yes")
    #expect(criteria(low).bloodPressure.strict == .met)
    #expect(criteria(low.with(.hypertension, "yes")).bloodPressure.strict == .met)
    #expect(criteria(low.with(.hypertension, "no")).bloodPressure.strict == .notMet)
  }

  @Test func doesNotJudgeAFedSample() {
    let fed = TestVisit().with(.glucose, 7).with(.triglyceride, 3).with(.fasting, "no")
    #expect(criteria(fed).glucose.measured == .unknown)
    #expect(criteria(fed).triglyceride.measured == .unknown)
    #expect(criteria(fed).glucose.missing.contains(InputSet(.glucose)))
  }

  /// The rule for an unknown population or sex: met only over every limit, not met only under all.
  @Test func judgesAWaistOfAnUnknownPopulation() {
    func answer(_ waist: Double, sex: String, ethnicity: String = "") -> CriterionAnswer {
      criteria(TestVisit().with(.waist, waist).with(.sex, sex).with(.ethnicity, ethnicity), .harmonized2009).waist
    }
    #expect(answer(102, sex: "male").strict == .met)
    #expect(answer(101.9, sex: "male").strict == .unknown)
    #expect(answer(101.9, sex: "male").missing == InputSet(.ethnicity))
    #expect(answer(84.9, sex: "male").strict == .notMet)
    #expect(answer(90, sex: "female").strict == .met)
    #expect(answer(79.9, sex: "").strict == .notMet)
    #expect(answer(85, sex: "", ethnicity: "europid").missing == InputSet(.sex))
    #expect(answer(85, sex: "", ethnicity: "").missing == [InputSet(.sex), InputSet(.ethnicity)])
    #expect(answer(95, sex: "male", ethnicity: "europid").strict == .met)
    #expect(answer(95, sex: "male", ethnicity: "us_white").strict == .notMet)
    #expect(answer(95, sex: "male", ethnicity: "other").strict == .unknown)
    #expect(answer(0.94, sex: "male", ethnicity: "europid").strict == .notMet)
    let metres = TestVisit().with(.waist, 0.94, "m").with(.sex, "male").with(.ethnicity, "europid")
    #expect(criteria(metres, .harmonized2009).waist.strict == .met)
  }

  @Test func readsLimitsAsLimits() {
    let below = TestVisit().with(.triglyceride, 50, "mg/dL", .belowLimit)
    #expect(criteria(below).triglyceride.measured == .notMet)
    let wide = TestVisit().with(.triglyceride, 100, "mg/dL", .belowLimit)
    #expect(criteria(wide).triglyceride.measured == .unknown)
    let above = TestVisit().with(.glucose, 500, "mg/dL", .aboveLimit)
    #expect(criteria(above).glucose.measured == .met)
  }
}

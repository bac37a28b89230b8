import Domain
import Testing

@testable import Indices

@Suite struct HOMAIRTests {
  private func visit(glucose: Double, _ unit: String, insulin: Double) -> TestVisit {
    TestVisit().with(.glucose, glucose, unit).with(.insulin, insulin, "uU/mL")
  }

  /// Oracles: SPINA Carb 5.1.0 and the data of Sarkar 2019.
  @Test func agreesWithOraclesInMillimoles() {
    let rows = vectors(Vectors.homaIR).filter { $0["unit"] == "mmol/L" }
    #expect(rows.count == 36)
    for row in rows {
      let input = visit(glucose: row.number("glucose"), "mmol/L", insulin: row.number("insulin_uU_mL"))
      let value = HOMAIR.compute(input.row)
      #expect(value.status == .computed)
      #expect(relativeDifference(value.value, row.number("expected")) < 1e-12, "\(row)")
    }
  }

  /// SPINA Carb divides mg/dL by 18 and Coimbra by 18.018, Rheostat by 18.0156: 0.087 % and 0.013 % apart, in proportion
  /// to glucose and so to HOMA-IR.
  @Test func agreesWithOraclesInMilligramsToTheirFactor() {
    let rows = vectors(Vectors.homaIR).filter { $0["unit"] == "mg/dL" }
    #expect(rows.count == 7)
    for row in rows {
      let input = visit(glucose: row.number("glucose"), "mg/dL", insulin: row.number("insulin_uU_mL"))
      let factor = row["oracle"] == "SPINA Carb 5.1.0" ? 18.0 : 18.018
      let value = HOMAIR.compute(input.row).value
      #expect(relativeDifference(value * 18.0156 / factor, row.number("expected")) < 2e-6, "\(row)")
      #expect(relativeDifference(value, row.number("expected")) < 1e-3, "\(row)")
    }
  }

  /// The published mistake: 405 goes with mg/dL, 22.5 with mmol/L. Matthews 1985: 4.5 mmol/L and 5 uU/mL make 1.
  @Test func divides405OnlyMilligrams() {
    #expect(HOMAIR.compute(visit(glucose: 4.5, "mmol/L", insulin: 5).row).value == 1)
    let milligrams = HOMAIR.compute(visit(glucose: 81, "mg/dL", insulin: 5).row).value
    #expect(relativeDifference(milligrams, 81 * 5 / 405) < 1e-3)
  }

  /// The published mistake: 6.945 instead of 6.00 pmol per uU (Knopp 2019, PMID 30318910).
  @Test func takesSixPicomolesAMicrounit() {
    let visit = TestVisit().with(.glucose, 4.5).with(.insulin, 30, "pmol/L")
    #expect(HOMAIR.compute(visit.row).value == 1)
  }

  @Test func rises() {
    let base = HOMAIR.compute(visit(glucose: 5, "mmol/L", insulin: 10).row).value
    #expect(HOMAIR.compute(visit(glucose: 5.1, "mmol/L", insulin: 10).row).value > base)
    #expect(HOMAIR.compute(visit(glucose: 5, "mmol/L", insulin: 10.1).row).value > base)
  }

  @Test func namesEveryMissingInput() {
    #expect(HOMAIR.compute(TestVisit().row).missing == [InputSet(.glucose), InputSet(.insulin)])
    #expect(HOMAIR.compute(TestVisit().with(.glucose, 5).row).missing == InputSet(.insulin))
  }

  @Test(arguments: [
    (Covariate.drugInsulin, "yes", IndexReason.exogenousInsulin), (.diabetes, "type1", .exogenousInsulin),
    (.fasting, "no", .notFasting),
  ])
  func doesNotApply(covariate: Covariate, code: String, reason: IndexReason) {
    let value = HOMAIR.compute(visit(glucose: 5, "mmol/L", insulin: 10).with(covariate, code).row)
    #expect(value.status == .notApplicable)
    #expect(value.reason == reason)
    #expect(value.value.isNaN)
  }

  @Test func doesNotApplyToMinors() {
    let visit = TestVisit(age: 17.9).with(.glucose, 5).with(.insulin, 60)
    #expect(HOMAIR.compute(visit.row).reason == .minor)
  }

  /// PMC5374297: HOMA-IR is biased where eGFR is below 60.
  @Test func carriesTheCaveatOfReducedClearance() {
    let visit = visit(glucose: 5, "mmol/L", insulin: 10)
    #expect(HOMAIR.compute(visit.with(.egfr, 60).row).reason == .none)
    let reduced = HOMAIR.compute(visit.with(.egfr, 59.9).row)
    #expect(reduced.reason == .reducedInsulinClearance)
    #expect(reduced.status == .computed)
    #expect(relativeDifference(reduced.value, 2.2222222222222223) < 1e-12)
    #expect(HOMAIR.compute(visit.with(.dialysis, "peritoneal").row).reason == .reducedInsulinClearance)
    // Creatinine 3 mg/dL at 50 years: 18.4 (female) by kidney.epi 1.4.0.
    let computed = visit.with(.creatinine, 3, "mg/dL").with(.sex, "female")
    #expect(HOMAIR.compute(computed.row).reason == .reducedInsulinClearance)
  }

  @Test func putsClearanceBeforeCensoring() {
    let visit = TestVisit().with(.glucose, 5).with(.insulin, 1, "uU/mL", .belowLimit)
    #expect(HOMAIR.compute(visit.row).reason == .censoredInput)
    #expect(HOMAIR.compute(visit.with(.egfr, 30).row).reason == .reducedInsulinClearance)
  }

  @Test func flagsGlucoseOutsideTheRange() {
    let high = HOMAIR.compute(visit(glucose: 33, "mmol/L", insulin: 10).row)
    #expect(high.status == .outOfRange)
    #expect(high.reason == .outsideValidatedRange)
    #expect(relativeDifference(high.value, 33 * 10 / 22.5) < 1e-12)
    let both = HOMAIR.compute(visit(glucose: 3, "mmol/L", insulin: 10).with(.egfr, 20).row)
    #expect(both.status == .outOfRange)
    #expect(both.reason == .reducedInsulinClearance)
  }
}

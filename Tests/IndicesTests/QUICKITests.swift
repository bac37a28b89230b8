import Domain
import Testing

@testable import Indices

@Suite struct QUICKITests {
  private func visit(glucose: Double, insulin: Double) -> TestVisit {
    TestVisit().with(.glucose, glucose, "mg/dL").with(.insulin, insulin, "uU/mL")
  }

  /// Oracle: SPINA Carb 5.1.0, in mg/dL, which Rheostat takes as reported: exact.
  @Test func agreesWithOracle() {
    let rows = vectors(Vectors.quicki)
    #expect(rows.count == 3)
    for row in rows {
      let value = QUICKI.compute(visit(glucose: row.number("glucose_mg_dL"), insulin: row.number("insulin_uU_mL")).row)
      #expect(value.status == .computed)
      #expect(relativeDifference(value.value, row.number("expected")) < 1e-12)
    }
  }

  /// The published mistake: natural logarithms. 100 mg/dL and 10 uU/mL make 1 / (1 + 2) by the definition of Katz 2000.
  @Test func takesLogarithmsToBaseTen() {
    #expect(relativeDifference(QUICKI.compute(visit(glucose: 100, insulin: 10).row).value, 1.0 / 3) < 1e-15)
  }

  @Test func isTheSameInBothUnits() {
    let molar = TestVisit().with(.glucose, 100 / 18.0156).with(.insulin, 60, "pmol/L")
    #expect(relativeDifference(QUICKI.compute(molar.row).value, 1.0 / 3) < 1e-14)
  }

  @Test func falls() {
    let base = QUICKI.compute(visit(glucose: 100, insulin: 10).row).value
    #expect(QUICKI.compute(visit(glucose: 101, insulin: 10).row).value < base)
    #expect(QUICKI.compute(visit(glucose: 100, insulin: 11).row).value < base)
  }

  @Test func hasNoValueWhereTheLogarithmsCancel() {
    for insulin in [0.01, 0.001, 0, -1] {
      #expect(QUICKI.compute(visit(glucose: 100, insulin: insulin).row).reason == .outsideDomain)
    }
  }

  @Test func saysWhyNot() {
    #expect(QUICKI.compute(TestVisit().row).missing == [InputSet(.glucose), InputSet(.insulin)])
    #expect(QUICKI.compute(visit(glucose: 100, insulin: 10).with(.fasting, "no").row).reason == .notFasting)
    #expect(
      QUICKI.compute(visit(glucose: 100, insulin: 10).with(.dialysis, "haemodialysis").row).reason
        == .reducedInsulinClearance)
  }
}

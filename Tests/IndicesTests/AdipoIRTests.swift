import Domain
import Testing

@testable import Indices

@Suite struct AdipoIRTests {
  /// Oracle: HealthMarkers 0.1.2 (R).
  @Test func agreesWithOracle() {
    let rows = vectors(Vectors.adipoIR)
    #expect(rows.count == 2)
    for row in rows {
      let visit = TestVisit().with(.insulin, row.number("insulin_pmol_L")).with(.ffa, row.number("ffa_mmol_L"))
      #expect(relativeDifference(AdipoIR.compute(visit.row).value, row.number("expected")) < 1e-12)
    }
  }

  @Test func isTheSameInOtherUnits() {
    let visit = TestVisit().with(.insulin, 15, "uU/mL").with(.ffa, 500, "umol/L")
    #expect(relativeDifference(AdipoIR.compute(visit.row).value, 7.5) < 1e-14)
  }

  /// Kim 2019 (doi 10.2337/dc18-1178) studied it in youth: a minor is no obstacle, insulin treatment is.
  @Test func appliesToYouthWithTheirOwnInsulin() {
    let youth = TestVisit(age: 15).with(.insulin, 90).with(.ffa, 0.5)
    #expect(AdipoIR.compute(youth.row).value == 7.5)
    #expect(AdipoIR.compute(youth.with(.drugInsulin, "yes").row).reason == .exogenousInsulin)
    #expect(AdipoIR.compute(youth.with(.fasting, "no").row).reason == .notFasting)
  }

  @Test func saysWhyNot() {
    #expect(AdipoIR.compute(TestVisit().row).missing == [InputSet(.insulin), InputSet(.ffa)])
    let visit = TestVisit().with(.insulin, 90).with(.ffa, 0.5)
    #expect(AdipoIR.compute(visit.with(.egfr, 30).row).reason == .reducedInsulinClearance)
    #expect(AdipoIR.compute(visit.with(.insulin, 0).row).reason == .outsideDomain)
  }

  @Test func rises() {
    let visit = TestVisit().with(.insulin, 90).with(.ffa, 0.5)
    #expect(AdipoIR.compute(visit.with(.ffa, 0.6).row).value > AdipoIR.compute(visit.row).value)
    #expect(AdipoIR.compute(visit.with(.insulin, 91).row).value > AdipoIR.compute(visit.row).value)
  }
}

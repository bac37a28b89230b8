import Domain
import Testing

@testable import Indices

@Suite struct TyGTests {
  /// Oracle: HealthMarkers 0.1.2 (R), which multiplies glucose by 18 and triglycerides by 88.57; given the mg/dL that it
  /// computes with, Rheostat takes them as reported and agrees to the last digits.
  @Test func agreesWithOracle() {
    let rows = vectors(Vectors.tyg)
    #expect(rows.count == 2)
    for row in rows {
      let glucose = row.number("glucose_mmol_L_x18")
      let fat = row.number("tg_mmol_L_x88_57")
      let visit = TestVisit().with(.glucose, glucose * 18, "mg/dL").with(.triglyceride, fat * 88.57, "mg/dL")
      #expect(relativeDifference(TyG.compute(visit.row).value, row.number("expected")) < 1e-12)
      // From mmol/L with 18.0156: ln(18.0156 / 18) = 0.00087 above.
      let molar = TestVisit().with(.glucose, glucose).with(.triglyceride, fat)
      #expect(abs(TyG.compute(molar.row).value - row.number("expected") - 0.000866) < 1e-6)
    }
  }

  /// The published mistake: halving the logarithm instead of the product (4.5 instead of 8.5).
  @Test func halvesInsideTheLogarithm() {
    let visit = TestVisit().with(.glucose, 90, "mg/dL").with(.triglyceride, 88.57, "mg/dL")
    #expect(abs(TyG.compute(visit.row).value - 8.29046) < 5e-6)
  }

  @Test func isTheSameInBothUnits() {
    let mass = TestVisit().with(.glucose, 100, "mg/dL").with(.triglyceride, 150, "mg/dL")
    let molar = TestVisit().with(.glucose, 100 / 18.0156).with(.triglyceride, 150 / 88.57)
    #expect(relativeDifference(TyG.compute(mass.row).value, TyG.compute(molar.row).value) < 1e-14)
  }

  @Test func rises() {
    func value(_ glucose: Double, _ fat: Double) -> Double {
      TyG.compute(TestVisit().with(.glucose, glucose).with(.triglyceride, fat).row).value
    }
    #expect(value(5.1, 1) > value(5, 1))
    #expect(value(5, 1.1) > value(5, 1))
  }

  @Test func saysWhyNot() {
    #expect(TyG.compute(TestVisit().row).missing == [InputSet(.glucose), InputSet(.triglyceride)])
    let visit = TestVisit().with(.glucose, 5).with(.triglyceride, 1)
    #expect(TyG.compute(visit.with(.fasting, "no").row).reason == .notFasting)
    // Insulin is not among its inputs: treatment with it is no obstacle.
    #expect(TyG.compute(visit.with(.drugInsulin, "yes").row).status == .computed)
    #expect(TyG.compute(visit.with(.glucose, 0).row).reason == .outsideDomain)
  }
}

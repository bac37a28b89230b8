import Domain
import Testing

@testable import Indices

@Suite struct LeptinAdiponectinRatioTests {
  /// Inputs of the Coimbra data set (UCI 451); quotients by an independent implementation.
  @Test func agreesWithOracle() {
    let rows = vectors(Vectors.leptinAdiponectin)
    #expect(rows.count == 5)
    for row in rows {
      let visit = TestVisit().with(.leptin, row.number("leptin_ng_mL"))
        .with(.adiponectin, row.number("adiponectin_ug_mL"))
      #expect(relativeDifference(LeptinAdiponectinRatio.compute(visit.row).value, row.number("expected")) < 1e-12)
    }
  }

  @Test func isTheSameInOtherUnits() {
    let visit = TestVisit().with(.leptin, 8843.8, "pg/mL").with(.adiponectin, 5429.285, "ng/mL")
    #expect(relativeDifference(LeptinAdiponectinRatio.compute(visit.row).value, 1.628906937101294) < 1e-12)
  }

  @Test func isLeptinOverAdiponectinAndNotItsInverse() {
    let visit = TestVisit().with(.leptin, 20).with(.adiponectin, 5)
    #expect(LeptinAdiponectinRatio.compute(visit.row).value == 4)
  }

  /// Insulin is not among its inputs: treatment with it is no obstacle. A meal hardly moves the ratio (Hancox and
  /// Landhuis 2011, doi 10.1186/1758-5996-3-23), so it is a caveat.
  @Test func appliesUnderInsulinAndToFedSamplesButNotToMinors() {
    let visit = TestVisit().with(.leptin, 20).with(.adiponectin, 5)
    #expect(LeptinAdiponectinRatio.compute(visit.with(.drugInsulin, "yes").row).value == 4)
    let fed = visit.with(.fasting, "no")
    #expect(LeptinAdiponectinRatio.compute(fed.row) == .computed(4, caveat: .notFasting))
    #expect(
      LeptinAdiponectinRatio.compute(fed.with(.leptin, 20, nil, .belowLimit).row).reason == .censoredInput)
    #expect(LeptinAdiponectinRatio.compute(visit.with(.fasting, "yes").row).reason == .none)
    let minor = TestVisit(age: 12).with(.leptin, 20).with(.adiponectin, 5)
    #expect(LeptinAdiponectinRatio.compute(minor.row).reason == .minor)
  }

  @Test func saysWhyNot() {
    #expect(
      LeptinAdiponectinRatio.compute(TestVisit().row).missing == [InputSet(.leptin), InputSet(.adiponectin)])
    let visit = TestVisit().with(.leptin, 20).with(.adiponectin, 0)
    #expect(LeptinAdiponectinRatio.compute(visit.row).reason == .outsideDomain)
    let censored = TestVisit().with(.leptin, 0.25, nil, .belowLimit).with(.adiponectin, 5)
    #expect(LeptinAdiponectinRatio.compute(censored.row).reason == .censoredInput)
  }
}

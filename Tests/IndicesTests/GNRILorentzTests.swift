import Domain
import Testing

@testable import Indices

@Suite struct GNRILorentzTests {
  /// Oracle: an independent implementation of the published formula.
  @Test func agreesWithOracle() {
    let rows = vectors(Vectors.gnri).filter { $0["ideal"] == "Lorentz" }
    #expect(rows.count == 1)
    for row in rows {
      let visit = TestVisit().with(.albumin, row.number("albumin_g_L")).with(.weight, row.number("weight_kg"))
        .with(.height, row.number("height_cm")).with(.sex, row["sex"] == "M" ? "male" : "female")
      #expect(relativeDifference(GNRILorentz.compute(visit.row).value, row.number("expected")) < 1e-12)
    }
  }

  /// Lorentz by hand: a woman of 160 cm, 160 - 100 - 10 / 2.5 = 56 kg; a man, 160 - 100 - 10 / 4 = 57.5 kg.
  @Test func hasItsOwnIdealWeightForEachSex() {
    let visit = TestVisit().with(.albumin, 30).with(.height, 160)
    let woman = GNRILorentz.compute(visit.with(.weight, 28).with(.sex, "female").row)
    #expect(relativeDifference(woman.value, 1.489 * 30 + 41.7 / 2) < 1e-14)
    let man = GNRILorentz.compute(visit.with(.weight, 28.75).with(.sex, "male").row)
    #expect(relativeDifference(man.value, 1.489 * 30 + 41.7 / 2) < 1e-14)
  }

  @Test func saysWhyNot() {
    #expect(
      GNRILorentz.compute(TestVisit().with(.bmi, 20).row).missing
        == [InputSet(.albumin), InputSet(.height), InputSet(.weight), InputSet(.sex)])
    let small = TestVisit().with(.albumin, 30).with(.height, 60).with(.weight, 30).with(.sex, "female")
    #expect(GNRILorentz.compute(small.row).reason == .outsideDomain)
  }
}

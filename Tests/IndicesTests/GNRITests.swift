import Domain
import Testing

@testable import Indices

@Suite struct GNRITests {
  /// Oracle: an independent implementation of the published formula.
  @Test func agreesWithOracle() {
    let rows = vectors(Vectors.gnri).filter { $0["ideal"] == "BMI22" }
    #expect(rows.count == 2)
    for row in rows {
      let visit = TestVisit().with(.albumin, row.number("albumin_g_L")).with(.weight, row.number("weight_kg"))
        .with(.height, row.number("height_cm"))
      #expect(relativeDifference(GNRI.compute(visit.row).value, row.number("expected")) < 1e-12)
    }
  }

  /// The published mistake: the ratio not held at 1. Twice the ideal weight gives no more than the ideal weight.
  @Test func holdsTheRatioAtOne() {
    let ideal = TestVisit().with(.albumin, 40).with(.height, 100).with(.weight, 22)
    #expect(relativeDifference(GNRI.compute(ideal.row).value, 1.489 * 40 + 41.7) < 1e-14)
    #expect(GNRI.compute(ideal.with(.weight, 44).row).value == GNRI.compute(ideal.row).value)
  }

  /// The published mistake: albumin in g/dL put in as g/L.
  @Test func takesAlbuminInGramsALitre() {
    let visit = TestVisit().with(.albumin, 3.2, "g/dL").with(.weight, 52).with(.height, 170)
    #expect(abs(GNRI.compute(visit.row).value - 81.7531) < 5e-5)
  }

  @Test func makesDoWithABodyMassIndex() {
    let visit = TestVisit().with(.albumin, 32).with(.bmi, 52 / (1.7 * 1.7))
    #expect(relativeDifference(GNRI.compute(visit.row).value, 81.75306448568733) < 1e-12)
    #expect(
      GNRI.compute(TestVisit().with(.albumin, 32).with(.weight, 52).row).missing == [InputSet(.bmi), InputSet(.height)])
    #expect(GNRI.compute(visit.without(.albumin).row).missing == InputSet(.albumin))
  }

  /// Height and weight are exact where a printed BMI is rounded: 81.7531 (oracle) from them, whatever the BMI says.
  @Test func prefersHeightAndWeightToARoundedBodyMassIndex() {
    let visit = TestVisit().with(.albumin, 32).with(.weight, 52).with(.height, 170).with(.bmi, 20)
    #expect(abs(GNRI.compute(visit.row).value - 81.7531) < 5e-5)
  }

  @Test func risesWithAlbuminAndWeight() {
    let visit = TestVisit().with(.albumin, 32).with(.weight, 52).with(.height, 170)
    #expect(GNRI.compute(visit.with(.albumin, 33).row).value > GNRI.compute(visit.row).value)
    #expect(GNRI.compute(visit.with(.weight, 53).row).value > GNRI.compute(visit.row).value)
    #expect(GNRI.compute(TestVisit(age: 12).with(.albumin, 32).with(.bmi, 20).row).reason == .minor)
  }
}

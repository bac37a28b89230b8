import Domain
import Testing

@testable import Indices

@Suite struct KDIGOGFRCategoryTests {
  private func level(_ visit: TestVisit) -> String? {
    KDIGOGFRCategory.definition.level(of: KDIGOGFRCategory.compute(visit.row))
  }

  /// Oracle: the R package kidney.epi 1.4.0.
  @Test func agreesWithOracle() {
    let rows = vectors(Vectors.kdigoG)
    #expect(rows.count == 6)
    for row in rows { #expect(level(TestVisit().with(.egfr, row.number("egfr"))) == row["stage"]) }
  }

  /// KDIGO 2012, recommendation 1.2.3 (doi 10.1038/kisup.2012.77): the limits themselves, and just below each.
  @Test(arguments: [
    (90, "G1"), (89.9, "G2"), (60, "G2"), (59.9, "G3a"), (45, "G3a"), (44.9, "G3b"), (30, "G3b"), (29.9, "G4"),
    (15, "G4"), (14.9, "G5"), (0, "G5"),
  ])
  func cutsAtTheLimits(egfr: Double, stage: String) { #expect(level(TestVisit().with(.egfr, egfr)) == stage) }

  @Test func addsDialysisAndTransplant() {
    #expect(level(TestVisit().with(.dialysis, "haemodialysis")) == "G5D")
    #expect(level(TestVisit().with(.dialysis, "peritoneal").with(.egfr, 40)) == "G5D")
    let grafted = TestVisit().with(.egfr, 50).with(.transplant, "yes")
    #expect(level(grafted) == "G3aT")
    #expect(KDIGOGFRCategory.compute(grafted.row).reason == .kidneyTransplant)
    #expect(level(grafted.with(.dialysis, "haemodialysis")) == "G5D")
    for (egfr, stage) in [(95.0, "G1T"), (70, "G2T"), (35, "G3bT"), (20, "G4T"), (10, "G5T")] {
      #expect(level(TestVisit().with(.egfr, egfr).with(.transplant, "yes")) == stage)
    }
  }

  /// KDIGO: G1 and G2 are no CKD without another marker; albuminuria is one.
  @Test func asksForAMarkerInG1AndG2() {
    func reason(_ visit: TestVisit) -> IndexReason { KDIGOGFRCategory.compute(visit.row).reason }
    #expect(reason(TestVisit().with(.egfr, 75)) == .needsDamageMarker)
    #expect(reason(TestVisit().with(.egfr, 75).with(.uacr, 20, "mg/g")) == .needsDamageMarker)
    #expect(reason(TestVisit().with(.egfr, 75).with(.uacr, 30, "mg/g")) == .none)
    #expect(reason(TestVisit().with(.egfr, 59)) == .none)
    #expect(reason(TestVisit().with(.egfr, 75).with(.dialysis, "haemodialysis")) == .none)
    // What stands beside every stage speaks of none of them.
    #expect(!KDIGOGFRCategory.definition.caveat.contains("G1"))
    #expect(IndexReason.needsDamageMarker.text.contains("G1 and G2"))
  }

  @Test func stagesALimitOnlyWhereItSaysEnough() {
    #expect(level(TestVisit().with(.egfr, 90, nil, .aboveLimit)) == "G1")
    #expect(level(TestVisit().with(.egfr, 7.5, nil, .belowLimit)) == "G5")
    let open = KDIGOGFRCategory.compute(TestVisit().with(.egfr, 60, nil, .aboveLimit).row)
    #expect(open.status == .notComputable)
    #expect(open.reason == .censoredInput)
  }

  @Test func computesTheRateWhereNoneIsReported() {
    // 36.1 mL/min/1.73 m2 by nephro 1.5.
    let visit = TestVisit(age: 75).with(.creatinine, 1.5, "mg/dL").with(.sex, "female")
    #expect(level(visit) == "G3b")
    #expect(KDIGOGFRCategory.compute(TestVisit().row).missing.contains(InputSet(.creatinine)))
  }
}

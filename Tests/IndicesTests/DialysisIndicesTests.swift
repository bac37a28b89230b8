import Domain
import Testing

@testable import Indices

/// nPCR and MIS, which are for people on dialysis, and nPNA, which is for all others.
@Suite struct DialysisIndicesTests {
  private let dialysed = TestVisit().with(.dialysis, "haemodialysis").with(.ureaNitrogen, 70, "mg/dL")
    .with(.ureaNitrogenPost, 18, "mg/dL").with(.interdialyticHours, 44)

  /// The worked example of the Renal Fellow Network: 1.24 g/kg/d.
  @Test func rateOfAnAnuricPerson() {
    let anuric = NPCR.compute(dialysed.with(.residualClearance, 0).row)
    #expect(abs(anuric.value - 1.24) < 0.005 && anuric.status == .computed)
    // Nobody said that the kidneys clear nothing.
    let unknown = NPCR.compute(dialysed.row)
    #expect(unknown.value == anuric.value && unknown.status == .outOfRange)
  }

  /// Urea nitrogen in urine over the interval: + grams x 150 / (hours x kg), as calculators print it.
  @Test func urineAddsToTheRate() {
    let with = NPCR.compute(dialysed.with(.urineUreaNitrogen, 2).with(.weight, 70).row)
    let grams = 2.0 * 44 / 24
    #expect(with.status == .computed)
    #expect(abs(with.value - NPCR.compute(dialysed.row).value - grams * 150 / (44 * 70)) < 1e-12)
    #expect(NPCR.compute(dialysed.with(.urineUreaNitrogen, 2).row).missing == InputSet(.weight))
  }

  @Test func ratesAreForTheirPeople() {
    #expect(NPCR.compute(dialysed.with(.dialysis, "none").row).reason == .notOnDialysis)
    #expect(NPCR.compute(dialysed.with(.dialysis, "peritoneal").row).reason == .notOnDialysis)
    #expect(NPCR.compute(dialysed.with(.dialysis, "").row).missing == InputSet(.dialysis))
    #expect(NPCR.compute(dialysed.with(.ureaNitrogenPost, 75, "mg/dL").row).reason == .outsideDomain)
    let collected = TestVisit().with(.urineUreaNitrogen, 8).with(.weight, 70)
    #expect(abs(NPNA.compute(collected.row).value - 0.908036) < 1e-6)
    #expect(NPNA.compute(collected.with(.dialysis, "haemodialysis").row).reason == .onDialysis)
    // 8 g of nitrogen are 8/28.013 mol of urea.
    let molar = TestVisit().with(.urineUreaNitrogen, 8000 / 28.013, "mmol/d").with(.weight, 70)
    #expect(abs(NPNA.compute(molar.row).value - 0.908036) < 1e-6)
  }

  /// The steps of the form, at their limits: each item 0 to 3, the sum 0 to 30.
  @Test func scoreFollowsItsForm() {
    func score(_ item: Double, bmi: Double, albumin: Double, iron: Double) -> IndexValue {
      var visit = TestVisit().with(.dialysis, "peritoneal").with(.bmi, bmi).with(.albumin, albumin, "g/dL")
        .with(.ironBindingCapacity, iron, "ug/dL")
      for analyte in Analyte.malnutritionItems { visit = visit.with(analyte, item) }
      return MIS.compute(visit.row)
    }
    #expect(score(0, bmi: 20, albumin: 4, iron: 250).value == 0)
    #expect(score(0, bmi: 19.9, albumin: 3.9, iron: 249).value == 3)
    #expect(score(0, bmi: 18, albumin: 3.5, iron: 200).value == 3)
    #expect(score(1, bmi: 17.9, albumin: 3.4, iron: 199).value == 13)
    #expect(score(3, bmi: 15.9, albumin: 2.9, iron: 149).value == 30)
    #expect(score(1.5, bmi: 22, albumin: 4, iron: 250).reason == .outsideDomain)
    var filled = TestVisit().with(.dialysis, "peritoneal").with(.bmi, 22).with(.albumin, 40).with(
      .ironBindingCapacity, 50)
    for analyte in Analyte.malnutritionItems { filled = filled.with(analyte, 1) }
    #expect(MIS.compute(filled.row).reason == .none)
    #expect(MIS.compute(filled.with(.misFat, 1, nil, .aboveLimit).row).reason == .censoredInput)
    let empty = MIS.compute(TestVisit().with(.dialysis, "haemodialysis").row)
    #expect(empty.missing.isSuperset(of: [InputSet(.misFat), InputSet(.ironBindingCapacity), InputSet(.albumin)]))
    #expect(MIS.compute(TestVisit().with(.dialysis, "none").row).reason == .notOnDialysis)
  }
}

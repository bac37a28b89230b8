import Domain
import Testing

@testable import Indices

/// Limits as Fouque 2008 (doi 10.1038/sj.ki.5002585) has them, read in doi 10.1186/s41100-016-0015-5. Weight over time is in
/// `VisitHistoryTests`.
@Suite struct ProteinEnergyWastingTests {
  private func level(_ visit: TestVisit) -> String? {
    ProteinEnergyWasting.definition.level(of: ProteinEnergyWasting.compute(visit.row))
  }

  /// Low albumin and a low BMI on haemodialysis.
  private let two = TestVisit().with(.dialysis, "haemodialysis").with(.albumin, 3.5, "g/dL").with(.bmi, 21)

  /// Oracle: every way in which the unknown categories could turn out. Three of four make it.
  @Test func agreesWithEveryCompletion() {
    let states = [CriterionState.unknown, .notMet, .met]
    func completions(_ given: [CriterionState]) -> [Int] {
      given.reduce([0]) { counts, state in
        counts.flatMap { state == .unknown ? [$0, $0 + 1] : [state == .met ? $0 + 1 : $0] }
      }
    }
    var seen: Set<Double?> = []
    for number in 0..<81 {
      let given = [1, 3, 9, 27].map { states[number / $0 % 3] }
      let level = ProteinEnergyWasting.level(CriterionStates(given))
      let counts = completions(given)
      #expect((level == 4) == counts.allSatisfy { $0 >= 3 }, "\(given)")
      #expect((level == 1) == counts.allSatisfy { $0 < 3 }, "\(given)")
      // Two are met, and a third could be; one is, and all others would have to be that are left.
      #expect((level == 3) == (counts.min() == 2 && (counts.max() ?? 0) > 2), "\(given)")
      #expect((level == 2) == (counts.min() == 1 && counts.max() == 3), "\(given)")
      seen.insert(level)
    }
    #expect(seen == [1, 2, 3, 4, nil])
  }

  /// Albumin of 3.5 g/dL and a BMI of 21 are two categories; 0.7 g/kg of protein a day on dialysis is a third.
  @Test func aThirdCategoryMakesIt() {
    #expect(level(two) == "possible")
    #expect(level(two.with(.proteinIntake, 0.7)) == "present")
    #expect(level(two.with(.proteinIntake, 0.8)) == "possible")
    #expect(level(two.with(.energyIntake, 24.9)) == "present")
    #expect(level(two.with(.energyIntake, 100, "kJ/kg/d")) == "present", "23.9 kcal")
    #expect(level(two.with(.armMuscleArea, 89)) == "present")
    #expect(level(two.with(.armMuscleArea, 90)) == "possible")
    // A normal arm excludes no loss of muscle.
    #expect(level(two.with(.armMuscleArea, 95).with(.proteinIntake, 1.2).with(.energyIntake, 30)) == "possible")
    let fed = TestVisit().with(.dialysis, "none").with(.albumin, 42).with(.cholesterol, 5).with(.bmi, 21)
      .with(.proteinIntake, 1).with(.energyIntake, 30)
    #expect(level(fed) == "absent")
  }

  /// A man of 60 years on haemodialysis, diagnosed by chemistry, body and "low dietary intake" (doi 10.1186/s41100-018-0160-0): 1200
  /// kcal a day and 46.5 kg are 25.8 kcal/kg, which is not below 25, so that by the letter two categories are left.
  @Test func aPublishedCaseByTheLetter() {
    let man = TestVisit(age: 60).with(.dialysis, "haemodialysis").with(.albumin, 2.1, "g/dL").with(.bmi, 16.9)
    #expect(level(man.with(.energyIntake, 1200 / 46.5)) == "possible")
    #expect(level(man.with(.energyIntake, 1150 / 46.5)) == "present")
  }

  /// What is only a limit settles a test where all that it can be agrees. 58.88 kg at 160 cm are exactly 23 kg/m2.
  @Test func limitsOfBodyMassSettleOnlyWhatTheySay() {
    func mass(_ value: Double, _ status: ValueStatus) -> CriterionState {
      WastingCategories.mass(TestVisit().with(.bmi, value, nil, status).row)
    }
    #expect(mass(11, .belowLimit) == .met, "below 22")
    #expect(mass(12.5, .belowLimit) == .unknown, "below 25")
    #expect(mass(20, .aboveLimit) == .unknown)
    let exact = TestVisit().with(.weight, 58.88).with(.height, 160)
    #expect(WastingCategories.mass(exact.row) == .unknown, "not below 23, and no loss is known")
    let light = TestVisit().with(.weight, 25, nil, .belowLimit).with(.height, 160)
    #expect(WastingCategories.mass(light.row) == .met, "below 50 kg")
    #expect(OlderCriteria.bmi(TestVisit().with(.bmi, 12.5, nil, .belowLimit).row, atLeast: 25).strict == .notMet)
    #expect(OlderCriteria.bmi(TestVisit().with(.bmi, 15, nil, .belowLimit).row, atLeast: 25).missing == InputSet(.bmi))
    let stout = TestVisit().with(.sex, "male").with(.waist, 110, nil, .aboveLimit).with(.hip, 100)
    #expect(OlderCriteria.waistHipOrBMI(stout.row).strict == .met)
    #expect(OlderCriteria.waistHipOrBMI(stout.with(.hip, 100, nil, .aboveLimit).row).strict == .unknown)
  }

  /// Prealbumin counts on dialysis alone; a low one of a person of whom nobody said leaves chemistry open.
  @Test func lowPrealbuminAsksForDialysis() {
    let visit = TestVisit().with(.albumin, 42).with(.cholesterol, 5).with(.prealbumin, 150)
    #expect(WastingCategories.chemistry(visit.row) == .unknown)
    #expect(WastingCategories.chemistry(visit.with(.dialysis, "none").row) == .notMet)
    #expect(WastingCategories.chemistry(visit.with(.dialysis, "peritoneal").row) == .met)
    #expect(WastingCategories.chemistry(visit.with(.prealbumin, 350).row) == .notMet)
    #expect(WastingCategories.chemistry(visit.with(.prealbumin, 182.5, nil, .belowLimit).row) == .unknown, "below 365")
    let open = ProteinEnergyWasting.compute(visit.with(.bodyFat, 9).row)
    #expect(open =~ .missing(InputSet(.dialysis)))
  }

  /// 0.8 g/kg/d on dialysis, 0.6 before it; where nobody said which, between them nothing is said.
  @Test(arguments: [
    ("none", 0.59, CriterionState.met), ("none", 0.6, .notMet), ("peritoneal", 0.79, .met),
    ("haemodialysis", 0.8, .notMet),
    ("", 0.59, .met), ("", 0.7, .unknown), ("", 0.8, .notMet),
  ])
  func littleProteinDependsOnDialysis(dialysis: String, protein: Double, state: CriterionState) {
    let visit = TestVisit().with(.dialysis, dialysis).with(.energyIntake, 30)
    #expect(WastingCategories.intake(visit.with(.proteinIntake, protein).row) == state)
    // Energy alone excludes nothing: protein may be little.
    #expect(WastingCategories.intake(visit.row) == .unknown)
    #expect(WastingCategories.intake(visit.with(.energyIntake, 20).row) == .met)
  }

  @Test func bodyFatCountsWhereItWasMeasured() {
    let visit = TestVisit().with(.bmi, 25)
    #expect(WastingCategories.mass(visit.with(.bodyFat, 9).row) == .met)
    #expect(WastingCategories.mass(visit.with(.bodyFat, 30).row) == .unknown, "a loss of weight is not excluded")
  }

  /// Urea nitrogen in urine and weight of a person not on dialysis: 2.5 g of 70 kg are 0.42 g/kg/d by Maroni's equation, 8 g 0.91.
  private func collected(
    _ grams: [Double?], _ days: [Int?], reported: [Double?] = [], dialysis: Dialysis = .none
  ) -> CriterionState {
    var block = PanelBlock(
      visits: days.enumerated().map {
        VisitIdentity(row: Int64($0), patient: 1, ordinal: $0 + 1, day: $1, randomKey: 0)
      })
    for (row, nitrogen) in grams.enumerated() {
      block.age[row] = 60
      block[Covariate.dialysis, row] = dialysis.rawValue
      if row < reported.count, let protein = reported[row] {
        block[.proteinIntake, row] = LabValue(value: protein, reported: protein)
      }
      block[.energyIntake, row] = LabValue(value: 30, reported: 30)
      block[.weight, row] = LabValue(value: 70, reported: 70)
      if let nitrogen { block[.urineUreaNitrogen, row] = LabValue(value: nitrogen, reported: nitrogen) }
    }
    let last = IndexVisit(block[grams.count - 1])
    return WastingCategories.intake(last)
  }

  @Test func littleMustHaveLasted() {
    #expect(collected([2.5, 2.5], [0, 60]) == .met)
    #expect(collected([2.5, 2.5], [0, 59]) == .unknown)
    #expect(collected([2.5, nil, 2.5], [0, 30, 90]) == .met)
    #expect(collected([2.5, 8, 2.5], [0, 60, 90]) == .notMet, "enough a month ago")
    #expect(collected([2.5, 8, 2.5], [0, 20, 90]) == .unknown)
    #expect(collected([2.5, 2.5], [0, 184]) == .unknown, "half a year of which nothing is known")
    #expect(collected([2.5, 8], [0, 60]) == .notMet)
    #expect(collected([2.5, 2.5], [nil, nil]) == .unknown)
    // What was reported stands before what is broken down.
    #expect(collected([2.5, 2.5, 2.5], [0, 70, 90], reported: [nil, 1.2, nil]) == .notMet)
    // On a dialysis of which nobody said urine tells of a part: it can exclude little protein, and not show it.
    #expect(collected([2.5, 2.5], [0, 60], dialysis: .unknown) == .unknown)
    #expect(collected([2.5, 8], [0, 60], dialysis: .unknown) == .notMet)
  }

  /// Without urine the rate on dialysis is the least that it can be: it excludes little protein, and does not show it.
  @Test func aRateWithoutUrineIsALowerBound() {
    let dialysed = TestVisit().with(.dialysis, "haemodialysis").with(.interdialyticHours, 44)
      .with(.ureaNitrogenPost, 18, "mg/dL")
    let (little, enough) = (dialysed.with(.ureaNitrogen, 40, "mg/dL"), dialysed.with(.ureaNitrogen, 70, "mg/dL"))
    #expect(NPCR.compute(little.row).value < 0.8)
    #expect(WastingCategories.isProteinLow(little.row) == .unknown)
    #expect(WastingCategories.isProteinLow(little.with(.residualClearance, 0).row) == .met)
    #expect(WastingCategories.isProteinLow(enough.row) == .notMet)
  }
}

import Domain
import Testing

@testable import Indices

@Suite struct FamilyIndexTests {
  /// The sizes of what is allocated, and each place once.
  @Test func everyMemberHasItsPlace() {
    #expect(PREVENTEquation.models == PREVENTEquation.Model.allCases.count)
    #expect(PREVENTEquation.outcomes == PREVENTEquation.Outcome.allCases.count)
    #expect(KFREquation.settings == KFREquation.Setting.allCases.count)
    #expect(KFREquation.count == KFREquation.Size.allCases.count * KFREquation.settings)
    let places = IndexRegistry.all.compactMap { ($0 as? any FamilyIndex.Type)?.place }
    #expect(places.sorted() == Array(0..<FamilyPlaces.count))
    // As the registry orders them: one run each.
    #expect(IndexRegistry.families.map(\.count) == [KFREquation.count, PREVENTEquation.count])
    #expect(IndexRegistry.single.count + places.count == IndexRegistry.all.count)
  }

  /// A person for whom PREVENT was made, without a BMI.
  private let person = TestVisit(age: 50).with(.sex, "female").with(.cholesterol, 200, "mg/dL").with(.hdl, 45, "mg/dL")
    .with(.sbp, 160).with(.egfr, 90).with(.diabetes, "type2").with(.smoking, "no").with(.drugBloodPressure, "yes")
    .with(.drugStatin, "no").with(.hba1c, 7.5, "%")

  /// Only heart failure asks for a BMI: the others take one that is not known as 25, which has no effect.
  @Test func heartFailureAloneAsksForBMI() {
    let missing: InputSet = [InputSet(.bmi), InputSet(.height), InputSet(.weight)]
    let with25 = person.with(.bmi, 25)
    for index in [PREVENTCVD10.self, PREVENTASCVD10.self] as [any Index.Type] {
      #expect(index.compute(person.row).value == index.compute(with25.row).value)
      #expect(index.compute(person.row).status == .computed)
    }
    #expect(PREVENTHeartFailure10.compute(person.row).missing == missing)
    #expect(PREVENTHeartFailureHaemoglobin10.compute(person.row).missing == missing)
    #expect(PREVENTHeartFailureAlbuminuria10.compute(person.row).missing == missing.union(InputSet(.uacr)))
    #expect(PREVENTCVDAlbuminuria10.compute(person.row).missing == InputSet(.uacr))
    #expect(PREVENTHeartFailure10.compute(with25.row).status == .computed)
  }

  /// What refuses a person comes before what is missing.
  @Test func refusalsComeFirst() {
    let dialysed = person.with(.dialysis, "haemodialysis")
    let child = TestVisit(age: 12)
    for index in IndexRegistry.all where index is any FamilyIndex.Type {
      #expect(index.compute(dialysed.row).reason == .onDialysis)
      #expect(index.compute(child.row).reason == .minor)
    }
  }

  /// A value is an approximation where something that it is made of was reported as a limit, and nothing else: a creatinine beside a
  /// reported eGFR, or an HbA1c that a model does not ask for, has no part in it.
  @Test func onlyWhatIsUsedMakesItAnApproximation() {
    let risk = TestVisit(age: 60).with(.sex, "male").with(.uacr, 30, "mg/mmol").with(.creatinine, 100, nil, .aboveLimit)
    #expect(KFRE4NorthAmerica2.compute(risk.with(.egfr, 30).row).reason == .none)
    #expect(KFRE4NorthAmerica2.compute(risk.with(.egfr, 30, nil, .aboveLimit).row).reason == .censoredInput)
    #expect(KFRE4NorthAmerica2.compute(risk.with(.creatinine, 200, nil, .aboveLimit).row).reason == .censoredInput)
    let above = person.with(.bmi, 25).with(.hba1c, 12, "%", .aboveLimit).with(.creatinine, 60, nil, .belowLimit)
    #expect(PREVENTCVD10.compute(above.row).reason == .none)
    #expect(PREVENTCVDHaemoglobin10.compute(above.row).reason == .censoredInput)
    #expect(PREVENTCVD10.compute(above.with(.hdl, 45, "mg/dL", .aboveLimit).row).reason == .censoredInput)
  }

  /// METS-VF is made of METS-IR, and of its limits.
  @Test func theScoreOfAScoreKeepsItsCaveat() {
    let visit = TestVisit(age: 50).with(.sex, "male").with(.glucose, 100, "mg/dL").with(.hdl, 40, "mg/dL")
      .with(.triglyceride, 150, "mg/dL").with(.bmi, 28).with(.waist, 100).with(.height, 175)
    #expect(METSVF.compute(visit.row).reason == .none)
    #expect(METSVF.compute(visit.with(.triglyceride, 500, "mg/dL", .aboveLimit).row).reason == .censoredInput)
  }

  /// A woman of 80 with an eGFR of 59.9 and 0.5 mg/g of albumin, by Python's decimal with 40 digits: 1 - x^y would lose five digits of a
  /// small risk.
  @Test func smallRisksKeepTheirDigits() {
    let visit = TestVisit(age: 80).with(.sex, "female").with(.egfr, 59.9).with(.uacr, 0.5, "mg/g")
    let risk = KFRE4NorthAmerica5.compute(visit.row).value
    #expect(relativeDifference(risk, 0.000_283_742_887_853_010_257_7) < 1e-14)
  }

  /// A number that only the report has, in a database changed by hand: no rate comes of it.
  @Test func aReportThatIsNoNumberGivesNoRate() {
    var block = TestVisit(age: 50).with(.sex, "male").with(.creatinine, 1, "mg/dL").panel.block
    block[.creatinine, 0].reported = .infinity
    for index in [CKDEPI2009.self, EKFC.self, MDRD.self, CKDEPI2021.self] as [any Index.Type] {
      #expect(index.compute(block[0]).reason == .outsideDomain, "\(index.definition.id)")
    }
  }
}

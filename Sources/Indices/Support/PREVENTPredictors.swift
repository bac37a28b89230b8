import Domain
import Foundation

/// What the PREVENT equations ask of one visit, worked out once for all 24 of them: what is missing or out of range, and the
/// terms of the linear predictor (Khan 2024, doi 10.1161/CIRCULATIONAHA.123.067626, supplement S12).
struct PREVENTPredictors {
  /// Why none of them says anything of the person.
  let refusal: IndexValue?
  /// Whether all that every equation asks for is there.
  let isComplete: Bool
  /// What of it is missing.
  let missing: InputSet
  /// What is missing for those of heart failure, with albuminuria, and with HbA1c.
  let missingBMI, missingRatio, missingHaemoglobin: InputSet
  /// Whether a BMI is known: without one it is taken as 25, which has no effect.
  let hasBMI: Bool
  /// Albumin/creatinine ratio, mg/g, and HbA1c, per cent; nil where missing.
  let ratio, haemoglobin: Double?
  /// Whether what is there are numbers.
  let isFinite: Bool
  /// Whether what every equation asks for, but age, lies where they were made.
  let isInRange: Bool
  let isRatioInRange, isHaemoglobinInRange: Bool
  /// Whether something that every equation asks for, ACR and HbA1c were reported as below or above a limit.
  let isCensored, isRatioCensored, isHaemoglobinCensored: Bool
  let isFemale: Bool
  /// Age in years.
  let years: Double
  /// The terms: age from 55 in decades, cholesterol in mmol/L, pressure, BMI and eGFR below and above a bend; 0 or 1.
  let age, nonHDL, hdl, sbpLow, sbpHigh, bmiLow, bmiHigh, egfrLow, egfrHigh, lnRatio: Double
  let diabetes, smoking, treated, statin: Double

  init(_ visit: borrowing IndexVisit) {
    refusal =
      Applicability.isMinor(visit)
      ? .none(.notApplicable, .minor) : visit.isOnDialysis ? .none(.notApplicable, .onDialysis) : nil
    let (smokes, isTreated) = (visit.answer(.smoking), visit.answer(.drugBloodPressure))
    let takesStatin = visit.answer(.drugStatin)
    let total = PublishedUnit.cholesterol.value(visit)
    let hdl = PublishedUnit.hdl.value(visit)
    let systolic = visit.value(.sbp)
    var missing = Applicability.missing([.cholesterol, .hdl, .sbp], visit)
    if visit.age == nil { missing.insert(.age) }
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    if visit.hasDiabetes == nil { missing.insert(InputSet(.diabetes)) }
    if smokes == .unknown { missing.insert(InputSet(.smoking)) }
    if isTreated == .unknown { missing.insert(InputSet(.drugBloodPressure)) }
    if takesStatin == .unknown { missing.insert(InputSet(.drugStatin)) }
    isComplete = missing.isEmpty && visit.filtration != nil
    if visit.filtration == nil { missing.formUnion(EstimatedGFR.absence(visit).missing) }
    self.missing = missing
    missingBMI = BodyMassIndex.missing(visit)
    missingRatio = Applicability.missing([.uacr], visit)
    missingHaemoglobin = Applicability.missing([.hba1c], visit)
    ratio = PublishedUnit.albuminCreatinineRatio.value(visit)
    haemoglobin = PublishedUnit.hba1c.value(visit)
    isFinite = Applicability.areFinite([.cholesterol, .hdl, .sbp, .egfr, .uacr, .hba1c], visit)
    let common: AnalyteSet = [.cholesterol, .hdl, .sbp]
    isCensored = common.union(EstimatedGFR.source(visit)).meets(visit.censored)
    isRatioCensored = visit.censored.contains(.uacr)
    isHaemoglobinCensored = visit.censored.contains(.hba1c)
    isFemale = visit.sex == .female
    years = visit.age ?? .nan
    let bmi = visit.bodyMassIndex ?? 25
    hasBMI = visit.bodyMassIndex != nil
    let gfr = visit.filtration?.value ?? .nan
    isInRange =
      (90...200).contains(systolic ?? .nan) && (15...140).contains(gfr) && (130...320).contains(total ?? .nan)
      && (20...100).contains(hdl ?? .nan) && bmi >= 18.5 && bmi < 40
    isRatioInRange = (0.1...25_000).contains(ratio ?? .nan)
    isHaemoglobinInRange = (3...15).contains(haemoglobin ?? .nan)
    age = (years - 55) / 10
    nonHDL = ((total ?? .nan) - (hdl ?? .nan)) * 0.02586 - 3.5
    self.hdl = ((hdl ?? .nan) * 0.02586 - 1.3) / 0.3
    sbpLow = (min(systolic ?? .nan, 110) - 110) / 20
    sbpHigh = (max(systolic ?? .nan, 110) - 130) / 20
    bmiLow = (min(bmi, 30) - 25) / 5
    bmiHigh = (max(bmi, 30) - 30) / 5
    egfrLow = (min(gfr, 60) - 60) / -15
    egfrHigh = (max(gfr, 60) - 90) / -15
    lnRatio = visit.ln.albuminCreatinineRatio
    diabetes = visit.hasDiabetes == true ? 1 : 0
    smoking = smokes == .yes ? 1 : 0
    treated = isTreated == .yes ? 1 : 0
    statin = takesStatin == .yes ? 1 : 0
  }
}

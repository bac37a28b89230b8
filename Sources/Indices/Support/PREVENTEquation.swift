import Domain
import Foundation

/// The PREVENT equations (Khan 2024, doi 10.1161/CIRCULATIONAHA.123.067626): the risk of cardiovascular disease over 10 or 30
/// years, with the coefficients of its supplement as data (`Data/prevent.csv`).
final class PREVENTEquation: Sendable {
  /// What is foretold.
  enum Outcome: String, CaseIterable, Sendable { case cvd, ascvd, hf }
  /// Which predictors there are besides those of the base model.
  enum Model: String, Sendable {
    case base10 = "base_10"
    case base30 = "base_30"
    case albuminuria10 = "acr_10"
    case haemoglobin10 = "hba1c_10"
    case full10 = "full_10"
    case albuminuria30 = "acr_30"
    case haemoglobin30 = "hba1c_30"
    case full30 = "full_30"
  }
  let model: Model
  let outcome: Outcome
  private let women, men: PREVENTCoefficients
  private let isThirty, isFull, hasAlbuminuria, hasHaemoglobin: Bool

  init(_ model: Model, _ outcome: Outcome) {
    (self.model, self.outcome) = (model, outcome)
    isThirty = [.base30, .albuminuria30, .haemoglobin30, .full30].contains(model)
    isFull = model == .full10 || model == .full30
    hasAlbuminuria = isFull || model == .albuminuria10 || model == .albuminuria30
    hasHaemoglobin = isFull || model == .haemoglobin10 || model == .haemoglobin30
    women = PREVENTCoefficients(model.rawValue, "female_\(outcome.rawValue)")
    men = PREVENTCoefficients(model.rawValue, "male_\(outcome.rawValue)")
  }

  /// The predictors of one visit; nil where one is missing.
  private struct Predictors {
    let age, total, hdl, systolic, bmi, gfr, diabetes, smoking, treated, statin: Double
    let ratio, haemoglobin: Double?
  }

  private func predictors(_ visit: IndexVisit) -> Predictors? {
    func number(_ answer: Answer) -> Double? { answer == .unknown ? nil : answer == .yes ? 1 : 0 }
    guard let age = visit.age, visit.sex != .unknown, let total = PublishedUnit.cholesterol.value(visit),
      let hdl = PublishedUnit.hdl.value(visit), let systolic = visit.value(.sbp), let gfr = visit.filtration,
      let diabetes = Hypertension.hasDiabetes(visit), let smoking = number(visit.answer(.smoking)),
      let treated = number(visit.answer(.drugBloodPressure)), let statin = number(visit.answer(.drugStatin))
    else { return nil }
    let bmi = visit.bodyMassIndex
    let ratio = PublishedUnit.albuminCreatinineRatio.value(visit)
    let haemoglobin = PublishedUnit.hba1c.value(visit)
    guard outcome != .hf || bmi != nil, !hasAlbuminuria || ratio != nil, !hasHaemoglobin || haemoglobin != nil else {
      return nil
    }
    return Predictors(
      age: age, total: total, hdl: hdl, systolic: systolic, bmi: bmi ?? 25, gfr: gfr.value, diabetes: diabetes ? 1 : 0,
      smoking: smoking, treated: treated, statin: statin, ratio: ratio, haemoglobin: haemoglobin)
  }

  private func missing(_ visit: IndexVisit) -> InputSet {
    var missing = Applicability.missing([.cholesterol, .hdl, .sbp], visit)
    if visit.age == nil { missing.insert(.age) }
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    if visit.filtration == nil { missing.formUnion(EstimatedGFR.absence(visit).missing) }
    if Hypertension.hasDiabetes(visit) == nil { missing.insert(InputSet(.diabetes)) }
    func ask(_ covariate: Covariate) {
      if visit.answer(covariate) == .unknown { missing.insert(InputSet(covariate)) }
    }
    ask(.smoking)
    ask(.drugBloodPressure)
    ask(.drugStatin)
    if outcome == .hf { missing.formUnion(BodyMassIndex.missing(visit)) }
    if hasAlbuminuria { missing.formUnion(Applicability.missing([.uacr], visit)) }
    if hasHaemoglobin { missing.formUnion(Applicability.missing([.hba1c], visit)) }
    return missing
  }

  /// Whether the predictors lie where the equations were made: outside they are refused, as the authors' programs do.
  private func isInRange(_ p: Predictors) -> Bool {
    let lipids = (130...320).contains(p.total) && (20...100).contains(p.hdl)
    return (30...(isThirty ? 59 : 79)).contains(Int(p.age)) && (90...200).contains(p.systolic)
      && (15...140).contains(p.gfr) && lipids && (p.bmi >= 18.5 && p.bmi < 40)
      && (p.ratio.map { !hasAlbuminuria || (0.1...25_000).contains($0) } ?? true)
      && (p.haemoglobin.map { !hasHaemoglobin || (3...15).contains($0) } ?? true)
  }

  /// The risk of one visit.
  func risk(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    if visit.isOnDialysis { return .none(.notApplicable, .onDialysis) }
    guard let found = predictors(visit) else { return Applicability.absent(missing(visit)) }
    guard Applicability.areFinite([.cholesterol, .hdl, .sbp, .egfr, .uacr, .hba1c], visit) else {
      return .none(.notComputable, .outsideDomain)
    }
    guard isInRange(found) else { return .none(.notApplicable, .outsideValidatedRange) }
    let odds = exp(logOdds(found, visit.sex == .female ? women : men))
    return Applicability.result(
      odds / (1 + odds),
      caveat: Applicability.censoring([.cholesterol, .hdl, .sbp, .egfr, .creatinine, .uacr, .hba1c], visit))
  }

  /// The linear predictor, term by term as the supplement prints it: age from 55 in decades, cholesterol in mmol/L.
  private func logOdds(_ p: Predictors, _ b: PREVENTCoefficients) -> Double {
    let age = (p.age - 55) / 10
    let rest = (p.total - p.hdl) * 0.02586 - 3.5
    let hdl = (p.hdl * 0.02586 - 1.3) / 0.3
    let (low, high) = ((min(p.systolic, 110) - 110) / 20, (max(p.systolic, 110) - 130) / 20)
    let (lean, heavy) = ((min(p.bmi, 30) - 25) / 5, (max(p.bmi, 30) - 30) / 5)
    let (lost, kept) = ((min(p.gfr, 60) - 60) / -15, (max(p.gfr, 60) - 90) / -15)
    var sum =
      b.constant + b.age * age + b.age2 * age * age + b.nonHDL * rest + b.hdl * hdl
    sum += b.sbpLow * low + b.sbpHigh * high + b.diabetes * p.diabetes + b.smoking * p.smoking
    sum += b.bmiLow * lean + b.bmiHigh * heavy + b.egfrLow * lost + b.egfrHigh * kept
    sum += b.bloodPressureDrug * p.treated + b.statin * p.statin + b.treatedSBP * p.treated * high
    sum += b.treatedNonHDL * p.statin * rest
    sum += age * (b.ageNonHDL * rest + b.ageHDL * hdl + b.ageSBP * high)
    sum += age * (b.ageDiabetes * p.diabetes + b.ageSmoking * p.smoking)
    sum += age * (b.ageBMI * heavy + b.ageEGFR * lost)
    if hasAlbuminuria, let ratio = p.ratio { sum += b.lnACR * log(ratio) }
    if hasHaemoglobin, let haemoglobin = p.haemoglobin {
      sum += (haemoglobin - 5.3) * (p.diabetes == 1 ? b.hba1cDiabetes : b.hba1cNone)
    }
    if isFull { sum += b.sdiMissing }
    return sum
  }

  func definition(_ id: String) -> IndexDefinition {
    let words =
      switch outcome {
      case .cvd: "cardiovascular disease"
      case .ascvd: "atherosclerotic cardiovascular disease"
      case .hf: "heart failure"
      }
    let added =
      switch model {
      case .base10, .base30: ""
      case .albuminuria10, .albuminuria30: ", with ACR"
      case .haemoglobin10, .haemoglobin30: ", with HbA1c"
      case .full10, .full30: ", with ACR and HbA1c"
      }
    var inputs: InputSet = [
      .age, InputSet(.sex), InputSet(.cholesterol), InputSet(.hdl), InputSet(.sbp), InputSet(.egfr),
      InputSet(.creatinine),
      InputSet(.diabetes), InputSet(.smoking), InputSet(.drugBloodPressure), InputSet(.drugStatin),
    ]
    if outcome == .hf { inputs.formUnion([InputSet(.bmi), InputSet(.height), InputSet(.weight)]) }
    if hasAlbuminuria { inputs.insert(InputSet(.uacr)) }
    if hasHaemoglobin { inputs.insert(InputSet(.hba1c)) }
    return IndexDefinition(
      id: id, name: "PREVENT, \(words), \(isThirty ? 30 : 10) years\(added)",
      formula:
        "1 / (1 + exp(-x)); x: 22 terms of age, non-HDL and HDL cholesterol, systolic pressure, diabetes, smoking, BMI,"
        + " eGFR, treatment and their products with age; coefficients by sex in Sources/Indices/Data/prevent.csv",
      unit: "1",
      inputs: inputs,
      validity:
        "Without known cardiovascular disease; 30 to \(isThirty ? 59 : 79) years, cholesterol 130 to 320 and HDL 20 to"
        + " 100 mg/dL, systolic pressure 90 to 200 mmHg, eGFR 15 to 140, BMI 18.5 to below 40 where it is known, ACR 0.1 to"
        + " 25,000 mg/g and HbA1c 3 to 15 % where they are asked for: refused outside, as the authors' programs do. Age in"
        + " whole years. Not on dialysis."
        + (isFull ? " The index of social deprivation is taken as not known." : ""),
      cutoff: "7.5 % over 10 years is often taken for a statin; PREVENT has no official limit.",
      caveat: "CKD enters by eGFR and, where there is one, ACR.",
      source: "Khan SS et al. Circulation 2024;149:430-449, doi 10.1161/CIRCULATIONAHA.123.067626, supplement S12")
  }
}

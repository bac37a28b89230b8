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

  private func missing(_ p: PREVENTPredictors) -> InputSet {
    var missing = p.missing
    if outcome == .hf { missing.formUnion(p.missingBMI) }
    if hasAlbuminuria { missing.formUnion(p.missingRatio) }
    if hasHaemoglobin { missing.formUnion(p.missingHaemoglobin) }
    return missing
  }

  /// The risk of one visit.
  func risk(_ visit: IndexVisit) -> IndexValue {
    let p = visit.prevent
    if let refusal = p.refusal { return refusal }
    guard p.isComplete, outcome != .hf || p.hasBMI, !hasAlbuminuria || p.ratio != nil,
      !hasHaemoglobin || p.haemoglobin != nil
    else { return Applicability.absent(missing(p)) }
    guard p.isFinite else { return .none(.notComputable, .outsideDomain) }
    // Outside the ranges in which the equations were made they are refused, as the authors' programs do.
    guard p.isInRange, p.years >= 30, p.years < (isThirty ? 60 : 80), !hasAlbuminuria || p.isRatioInRange,
      !hasHaemoglobin || p.isHaemoglobinInRange
    else { return .none(.notApplicable, .outsideValidatedRange) }
    let odds = exp(logOdds(p, p.isFemale ? women : men))
    return Applicability.result(odds / (1 + odds), caveat: p.caveat)
  }

  /// The linear predictor, term by term as the supplement prints it.
  private func logOdds(_ p: PREVENTPredictors, _ b: PREVENTCoefficients) -> Double {
    var sum = b.constant + b.age * p.age + b.age2 * p.age * p.age + b.nonHDL * p.nonHDL + b.hdl * p.hdl
    sum += b.sbpLow * p.sbpLow + b.sbpHigh * p.sbpHigh + b.diabetes * p.diabetes + b.smoking * p.smoking
    sum += b.bmiLow * p.bmiLow + b.bmiHigh * p.bmiHigh + b.egfrLow * p.egfrLow + b.egfrHigh * p.egfrHigh
    sum += b.bloodPressureDrug * p.treated + b.statin * p.statin + b.treatedSBP * p.treated * p.sbpHigh
    sum += b.treatedNonHDL * p.statin * p.nonHDL
    sum += p.age * (b.ageNonHDL * p.nonHDL + b.ageHDL * p.hdl + b.ageSBP * p.sbpHigh)
    sum += p.age * (b.ageDiabetes * p.diabetes + b.ageSmoking * p.smoking)
    sum += p.age * (b.ageBMI * p.bmiHigh + b.ageEGFR * p.egfrLow)
    if hasAlbuminuria { sum += b.lnACR * p.lnRatio }
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

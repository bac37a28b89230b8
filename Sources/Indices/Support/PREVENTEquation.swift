import Domain
import Foundation

/// The PREVENT equations (Khan 2024, doi 10.1161/CIRCULATIONAHA.123.067626): the risk of cardiovascular disease over 10 or 30
/// years, with the coefficients of its supplement as data (`Data/prevent.csv`). One value a model; its three outcomes ask the
/// same and are worked out side by side.
struct PREVENTEquation: Sendable {
  /// What is foretold.
  enum Outcome: Int, CaseIterable, Sendable { case cvd, ascvd, hf }
  /// Which predictors there are besides those of the base model.
  enum Model: Int, CaseIterable, Sendable {
    case base10, base30, albuminuria10, haemoglobin10, full10, albuminuria30, haemoglobin30, full30

    /// As `Data/prevent.csv` calls it.
    var name: String {
      switch self {
      case .base10: "base_10"
      case .base30: "base_30"
      case .albuminuria10: "acr_10"
      case .haemoglobin10: "hba1c_10"
      case .full10: "full_10"
      case .albuminuria30: "acr_30"
      case .haemoglobin30: "hba1c_30"
      case .full30: "full_30"
      }
    }
    var isThirty: Bool { [.base30, .albuminuria30, .haemoglobin30, .full30].contains(self) }
    var isFull: Bool { self == .full10 || self == .full30 }
    var hasAlbuminuria: Bool { isFull || self == .albuminuria10 || self == .albuminuria30 }
    var hasHaemoglobin: Bool { isFull || self == .haemoglobin10 || self == .haemoglobin30 }
  }
  private let model: Model
  let isThirty, isFull, hasAlbuminuria, hasHaemoglobin: Bool

  init(_ model: Model) {
    self.model = model
    (isThirty, isFull) = (model.isThirty, model.isFull)
    (hasAlbuminuria, hasHaemoglobin) = (model.hasAlbuminuria, model.hasHaemoglobin)
  }

  /// How many models, outcomes and risks there are.
  static var models: Int { 8 }
  static var outcomes: Int { 3 }
  static var count: Int { models * outcomes }

  /// The risks of one visit by all models, to where `risks` points, by `FamilyPlaces`.
  static func evaluate(_ visit: IndexVisit, _ risks: UnsafeMutablePointer<IndexValue>) {
    let p = PREVENTPredictors(visit)
    if let refusal = p.refusal {
      for place in 0..<count { risks[place] = refusal }
      return
    }
    let (equations, coefficients) = (visit.tables.pointee.prevent, visit.tables.pointee.preventCoefficients)
    for place in 0..<equations.count {
      equations[place].evaluate(p, coefficients.at(2 * place + (p.isFemale ? 0 : 1)), risks)
    }
  }

  private func evaluate(
    _ p: PREVENTPredictors, _ coefficients: UnsafePointer<PREVENTCoefficients>,
    _ risks: UnsafeMutablePointer<IndexValue>
  ) {
    let (first, step) = FamilyPlaces.prevent(model)
    let (cvd, ascvd, hf) = (risks + first, risks + first + step, risks + first + 2 * step)
    if let absence = absence(p) {
      (cvd.pointee, ascvd.pointee, hf.pointee) = (absence, absence, absence)
    } else {
      let logOdds = coefficients.pointee.logOdds(p, self)
      let odds = PREVENTCoefficients.Outcomes(exp(logOdds[0]), exp(logOdds[1]), exp(logOdds[2]), 0)
      let risk = odds / (1 + odds)
      let isCensored =
        p.isCensored || hasAlbuminuria && p.isRatioCensored || hasHaemoglobin && p.isHaemoglobinCensored
      let caveat: IndexReason = isCensored ? .censoredInput : .none
      cvd.pointee = Applicability.result(risk[Outcome.cvd.rawValue], caveat: caveat)
      ascvd.pointee = Applicability.result(risk[Outcome.ascvd.rawValue], caveat: caveat)
      hf.pointee = Applicability.result(risk[Outcome.hf.rawValue], caveat: caveat)
    }
    // Heart failure alone asks for a BMI.
    if !p.hasBMI { hf.pointee = Applicability.absent(missing(p).union(p.missingBMI)) }
  }

  /// Why the model says nothing of any outcome; nil where it does.
  @inline(__always) private func absence(_ p: PREVENTPredictors) -> IndexValue? {
    guard p.isComplete, !hasAlbuminuria || p.ratio != nil, !hasHaemoglobin || p.haemoglobin != nil else {
      return Applicability.absent(missing(p))
    }
    guard p.isFinite else { return .none(.notComputable, .outsideDomain) }
    // Outside the ranges in which the equations were made they are refused, as the authors' programs do.
    guard p.isInRange, p.years >= 30, p.years < (isThirty ? 60 : 80), !hasAlbuminuria || p.isRatioInRange,
      !hasHaemoglobin || p.isHaemoglobinInRange
    else { return .none(.notApplicable, .outsideValidatedRange) }
    return nil
  }

  private func missing(_ p: PREVENTPredictors) -> InputSet {
    var missing = p.missing
    if hasAlbuminuria { missing.formUnion(p.missingRatio) }
    if hasHaemoglobin { missing.formUnion(p.missingHaemoglobin) }
    return missing
  }
}

extension PREVENTEquation {
  static func definition(_ id: String, _ model: Model, _ outcome: Outcome) -> IndexDefinition {
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
    if model.hasAlbuminuria { inputs.insert(InputSet(.uacr)) }
    if model.hasHaemoglobin { inputs.insert(InputSet(.hba1c)) }
    return IndexDefinition(
      id: id, name: "PREVENT, \(words), \(model.isThirty ? 30 : 10) years\(added)",
      formula:
        "1 / (1 + exp(-x)); x: 22 terms of age, non-HDL and HDL cholesterol, systolic pressure, diabetes, smoking, BMI,"
        + " eGFR, treatment and their products with age; coefficients by sex in Sources/Indices/Data/prevent.csv",
      unit: "1",
      inputs: inputs,
      validity:
        "Without known cardiovascular disease; 30 to \(model.isThirty ? 59 : 79) years, cholesterol 130 to 320 and HDL 20 to"
        + " 100 mg/dL, systolic pressure 90 to 200 mmHg, eGFR 15 to 140, BMI 18.5 to below 40 where it is known, ACR 0.1 to"
        + " 25,000 mg/g and HbA1c 3 to 15 % where they are asked for: refused outside, as the authors' programs do. Age as"
        + " given, with its fraction. Not on dialysis."
        + (model.isFull ? " The index of social deprivation is taken as not known." : ""),
      cutoff: "7.5 % over 10 years is often taken for a statin; PREVENT has no official limit.",
      caveat: "CKD enters by eGFR and, where there is one, ACR.",
      source: "Khan SS et al. Circulation 2024;149:430-449, doi 10.1161/CIRCULATIONAHA.123.067626, supplement S12")
  }
}

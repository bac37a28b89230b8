import Domain
import Foundation

/// The kidney failure risk equations (Tangri 2016, doi 10.1001/jama.2015.18202): the probability of dialysis or
/// transplantation within 2 or 5 years. The albumin/creatinine ratio is in mg/g: in mg/mmol the hazard would be 2.7 times
/// too low.
struct KFREquation: Sendable {
  /// How many variables it has.
  enum Size: Int, CaseIterable, Sendable {
    case four, six, eight

    var variables: Int { 4 + 2 * rawValue }
    /// Baseline survival: North America over 2 and 5 years, then elsewhere.
    var survival: SIMD4<Double> {
      switch self {
      case .four: [0.9750, 0.9240, 0.9832, 0.9365]
      case .six: [0.9750, 0.9240, 0.9830, 0.9370]
      case .eight: [0.9780, 0.9301, 0.9827, 0.9245]
      }
    }
  }
  /// Where people live, and over how many years: the places in `Size.survival`.
  enum Setting: Int, CaseIterable, Sendable {
    case northAmerica2, northAmerica5, elsewhere2, elsewhere5

    var years: Int { self == .northAmerica2 || self == .elsewhere2 ? 2 : 5 }
    var isNorthAmerica: Bool { self == .northAmerica2 || self == .northAmerica5 }
  }
  private let size: Size
  /// Natural logarithms of `Size.survival`.
  private let logSurvival: SIMD4<Double>
  private let inputs: AnalyteSet

  init(_ size: Size) {
    (self.size, inputs) = (size, Self.inputs(size))
    let survival = size.survival
    logSurvival = SIMD4(log(survival[0]), log(survival[1]), log(survival[2]), log(survival[3]))
  }

  /// How many settings and risks there are.
  static var settings: Int { 4 }
  static var count: Int { 3 * settings }

  private static func inputs(_ size: Size) -> AnalyteSet {
    size == .eight ? [.uacr, .albumin, .phosphate, .bicarbonate, .calcium] : [.uacr]
  }
  /// The linear predictor; nil where an input is missing (see `missing`) or has no logarithm.
  private func predictor(_ visit: IndexVisit, gfr: Double) -> Double? {
    guard let age = visit.age, visit.sex != .unknown, let ratio = PublishedUnit.albuminCreatinineRatio.value(visit),
      ratio > 0
    else { return nil }
    let male: Double = visit.sex == .male ? 1 : 0
    let (years, sex, filtration, albuminuria) = (
      age / 10 - 7.036, male - 0.5642, gfr / 5 - 7.222, visit.ln.albuminCreatinineRatio - 5.137
    )
    switch size {
    case .four: return -0.2201 * years + 0.2467 * sex - 0.5567 * filtration + 0.4510 * albuminuria
    case .six:
      guard let diabetes = visit.hasDiabetes, let hypertension = Hypertension.isPresent(visit) else {
        return nil
      }
      return -0.2218 * years + 0.2553 * sex - 0.5541 * filtration + 0.4562 * albuminuria
        - 0.1475 * ((diabetes ? 1 : 0) - 0.5106) + 0.1426 * ((hypertension ? 1 : 0) - 0.8501)
    case .eight:
      guard let albumin = PublishedUnit.albumin.value(visit), let phosphate = PublishedUnit.phosphate.value(visit),
        let bicarbonate = visit.value(.bicarbonate), let calcium = PublishedUnit.calcium.value(visit)
      else { return nil }
      return -0.1992 * years + 0.1602 * sex - 0.4919 * filtration + 0.3364 * albuminuria - 0.3441 * (albumin - 3.997)
        + 0.2604 * (phosphate - 3.916) - 0.07354 * (bicarbonate - 25.57) - 0.2228 * (calcium - 9.355)
    }
  }

  private func missing(_ visit: IndexVisit) -> InputSet {
    var missing = Applicability.missing(inputs, visit)
    if visit.age == nil { missing.insert(.age) }
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    if size == .six {
      if visit.hasDiabetes == nil { missing.insert(InputSet(.diabetes)) }
      if Hypertension.isPresent(visit) == nil { missing.insert(InputSet(.hypertension)) }
    }
    return missing
  }

  /// The risks of one visit by all equations, to where `risks` points, by `FamilyPlaces` from their first.
  static func evaluate(_ visit: IndexVisit, _ risks: UnsafeMutablePointer<IndexValue>) {
    let equations = visit.tables.pointee.kidneyFailure
    for place in 0..<equations.count { equations[place].evaluate(visit, risks + Self.settings * place) }
  }

  private func evaluate(_ visit: IndexVisit, _ risks: UnsafeMutablePointer<IndexValue>) {
    if let absence = absence(visit) {
      for setting in 0..<Self.settings { risks[setting] = absence }
      return
    }
    let hazard = visit.filtration.flatMap { predictor(visit, gfr: $0.value) }.map { exp($0) } ?? .nan
    let caveat = Applicability.censoring(inputs.union(EstimatedGFR.source(visit)), visit)
    // 1 - survival^hazard, which expm1 gives to the last digit where the risk is small.
    for setting in 0..<Self.settings {
      risks[setting] = Applicability.result(-expm1(logSurvival[setting] * hazard), caveat: caveat)
    }
  }

  /// Why the equation says nothing of a visit; nil where it does.
  private func absence(_ visit: IndexVisit) -> IndexValue? {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    if visit.isOnDialysis { return .none(.notApplicable, .onDialysis) }
    if visit.answer(.transplant) == .yes { return .none(.notApplicable, .kidneyTransplant) }
    guard let filtration = visit.filtration else {
      var absence = EstimatedGFR.absence(visit)
      if absence.reason == .missingInput { absence.missing.formUnion(missing(visit)) }
      return absence
    }
    // Made for GFR below 60: nothing is said above.
    guard filtration.value < 60 else { return .none(.notApplicable, .outsideValidatedRange) }
    guard filtration.value > 0 else { return .none(.notComputable, .outsideDomain) }
    let missing = missing(visit)
    guard missing.isEmpty else { return Applicability.absent(missing) }
    return Applicability.areFinite(inputs, visit) ? nil : .none(.notComputable, .outsideDomain)
  }
}

extension KFREquation {
  static func definition(_ name: String, _ size: Size, _ setting: Setting) -> IndexDefinition {
    let region = setting.isNorthAmerica ? "North America" : "outside North America"
    let survival = size.survival[setting.rawValue]
    let terms =
      switch size {
      case .four:
        "-0.2201 (age/10 - 7.036) + 0.2467 (male - 0.5642) - 0.5567 (eGFR/5 - 7.222) + 0.4510 (ln ACR [mg/g] - 5.137)"
      case .six:
        "-0.2218 (age/10 - 7.036) + 0.2553 (male - 0.5642) - 0.5541 (eGFR/5 - 7.222) + 0.4562 (ln ACR [mg/g] - 5.137)"
          + " - 0.1475 (diabetes - 0.5106) + 0.1426 (hypertension - 0.8501)"
      case .eight:
        "-0.1992 (age/10 - 7.036) + 0.1602 (male - 0.5642) - 0.4919 (eGFR/5 - 7.222) + 0.3364 (ln ACR [mg/g] - 5.137)"
          + " - 0.3441 (albumin [g/dL] - 3.997) + 0.2604 (phosphate [mg/dL] - 3.916) - 0.07354 (bicarbonate [mmol/L] -"
          + " 25.57) - 0.2228 (calcium [mg/dL] - 9.355)"
      }
    var inputs: InputSet = [InputSet(.egfr), InputSet(.creatinine), .age, InputSet(.sex)]
    inputs.formUnion(Self.inputs(size).inputs)
    if size == .six { inputs.formUnion([InputSet(.diabetes), InputSet(.hypertension)]) }
    return IndexDefinition(
      id: name, name: "KFRE, \(size.variables) variables, \(setting.years) years, \(region)",
      formula: "1 - \(survival)^exp(\(terms))", unit: "1", inputs: inputs,
      validity: "Adults with eGFR below 60, not on dialysis or transplanted; refused outside."
        + (size == .six ? " Hypertension as for eGDR." : ""),
      cutoff: "Programmes refer above 3 to 5 % over 5 years and plan access above 20 to 40 % over 2 (KDIGO 2024).",
      caveat: "Death before kidney failure is not in it, so that it reads too high in the old and frail.",
      source: "Tangri N et al. JAMA 2016;315:164-174, doi 10.1001/jama.2015.18202")
  }
}

import Domain
import Foundation

/// eGFR by the CKD-EPI equation of 2021 from creatinine, without race (Inker 2021, doi 10.1056/NEJMoa2102953).
///
/// Unit mL/min/1.73 m2; creatinine in mg/dL (88.4 umol/L), age in years, adults. Sex chooses kappa, alpha and a factor.
/// This column is always computed from creatinine; `EstimatedGFR` prefers a reported eGFR.
public enum CKDEPI2021: Index {
  public static let definition = IndexDefinition(
    id: "egfr_ckdepi_2021", name: "eGFR, CKD-EPI 2021 (creatinine)",
    formula: "142 x min(Scr/k, 1)^a x max(Scr/k, 1)^-1.200 x 0.9938^age [x 1.012 if female]; Scr in mg/dL;"
      + " k 0.7 (female), 0.9 (male); a -0.241 (female), -0.302 (male)",
    unit: "mL/min/1.73 m2", inputs: [InputSet(.creatinine), .age, InputSet(.sex)],
    validity: "Adults from 18 years, creatinine traceable to IDMS, steady state; not on dialysis.",
    cutoff: "KDIGO G categories (see ckd_g).",
    caveat: "Muscle wasting lowers creatinine, so that filtration is overestimated; an estimate from creatinine and"
      + " cystatin C together is preferred where both exist (KDIGO 2024).",
    source: "Inker LA et al. N Engl J Med 2021;385:1737-1749, doi 10.1056/NEJMoa2102953")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    if visit.isOnDialysis { return .none(.notApplicable, .onDialysis) }
    var missing = Applicability.missing([.creatinine], visit)
    if visit.age == nil { missing.insert(.age) }
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    guard missing.isEmpty else { return .missing(missing) }
    // Where nobody reported an eGFR it has been worked out already.
    let known = visit.filtration.flatMap { $0.isReported ? nil : $0.value }
    guard let value = known ?? estimate(visit) else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result(value, caveat: Applicability.censoring([.creatinine], visit))
  }

  /// The equation itself.
  /// - Parameters:
  ///   - lnCreatinine: the logarithm of mg/dL.
  ///   - age: years, from 18.
  ///   - sex: female or male.
  /// - Returns: mL/min/1.73 m2, or nil where the equation has no value.
  static func estimate(lnCreatinine: Double, age: Double, sex: Sex) -> Double? {
    guard lnCreatinine.isFinite, sex != .unknown else { return nil }
    let ratio = lnCreatinine - (sex == .female ? log(0.7) : log(0.9))
    let alpha = sex == .female ? -0.241 : -0.302
    let value =
      142
      * exp(
        FiltrationEquation.lnSpline(ratio, below: alpha, above: -1.200) + FiltrationEquation.lnDecline(0.9938, age))
      * (sex == .female ? 1.012 : 1)
    return value.isFinite ? value : nil
  }

  /// The eGFR of an adult who is not on dialysis; nil where something for it is missing or has no value.
  static func estimate(_ visit: IndexVisit) -> Double? {
    guard let age = visit.age, age >= Applicability.adultAge, visit.status(.creatinine) != .missing
    else { return nil }
    return estimate(lnCreatinine: visit.ln.creatinine, age: age, sex: visit.sex)
  }

  /// Where the eGFR lies when creatinine is censored: it falls as creatinine rises, so the sides change.
  static func bounds(_ visit: IndexVisit) -> CensoredBounds {
    guard let creatinine = PublishedUnit.creatinine.value(visit), let age = visit.age else { return .anywhere }
    func at(_ creatinine: Double) -> Double {
      estimate(lnCreatinine: log(creatinine), age: age, sex: visit.sex) ?? .nan
    }
    switch visit.status(.creatinine) {
    case .missing: return .anywhere
    case .measured: return .point(at(creatinine))
    case .belowLimit: return .above(at(creatinine / Censoring.belowLimitFraction))
    case .aboveLimit: return .below(at(creatinine / Censoring.aboveLimitFraction))
    }
  }
}

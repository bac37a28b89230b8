import Domain
import Foundation

/// What the equations of filtration read, in the units in which they are printed. Powers are taken by the logarithm, which all of
/// them share: x^a x y^b is exp(a ln x + b ln y).
struct FiltrationInputs {
  /// mg/L; not a number where the equation does not ask for it.
  var cystatin: Double
  /// Years.
  var age: Double
  var isFemale: Bool
  /// Of creatinine in mg/dL, cystatin C in mg/L, and years.
  var ln: SharedLogarithms
}

/// What all equations of filtration refuse: people who are too young, people on dialysis, what is missing, and what is no
/// positive number.
enum FiltrationEquation {
  /// ln factor^years: what is left after so many years of falling by the same factor, a constant.
  @inline(__always) static func lnDecline(_ factor: Double, _ years: Double) -> Double { years * log(factor) }

  /// ln (min(x, 1)^below x max(x, 1)^above) of ln x, as CKD-EPI prints it: one of the two factors is always 1.
  @inline(__always) static func lnSpline(_ lnX: Double, below: Double, above: Double) -> Double {
    lnX * (lnX < 0 ? below : above)
  }

  /// - Parameters:
  ///   - markers: creatinine, cystatin C or both.
  ///   - youngest: years; nothing is computed below.
  ///   - oldest: years; flagged above.
  ///   - needsSex: whether the equation differs between women and men.
  ///   - validatedBelow: mL/min/1.73 m2; flagged from there.
  ///   - equation: mL/min/1.73 m2.
  @inline(__always) static func compute(
    _ visit: IndexVisit, markers: AnalyteSet, youngest: Double = Applicability.adultAge, oldest: Double = .infinity,
    needsSex: Bool = true,
    validatedBelow: Double = .infinity, _ equation: (FiltrationInputs) -> Double
  ) -> IndexValue {
    if let age = visit.age, age < youngest {
      return .none(.notApplicable, youngest == Applicability.adultAge ? .minor : .outsideAge)
    }
    if visit.isOnDialysis { return .none(.notApplicable, .onDialysis) }
    var missing = Applicability.missing(markers, visit)
    if visit.age == nil { missing.insert(.age) }
    if needsSex, visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    guard missing.isEmpty, let age = visit.age else { return Applicability.absent(missing) }
    let inputs = FiltrationInputs(
      cystatin: visit.value(.cystatinC) ?? .nan, age: age, isFemale: visit.sex == .female, ln: visit.ln)
    // A value above nought has a finite logarithm. The number as reported may be none where the canonical one is, in a database
    // that was changed by hand.
    guard !markers.contains(.creatinine) || inputs.ln.creatinine.isFinite,
      !markers.contains(.cystatinC) || inputs.ln.cystatin.isFinite, age > 0
    else { return .none(.notComputable, .outsideDomain) }
    let value = equation(inputs)
    return Applicability.result(
      value, caveat: Applicability.censoring(markers, visit), validated: value < validatedBelow && age <= oldest)
  }
}

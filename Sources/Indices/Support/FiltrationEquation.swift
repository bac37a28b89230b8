import Domain
import Foundation

/// What the equations of filtration read, in the units in which they are printed.
struct FiltrationInputs {
  /// mg/dL; not a number where the equation does not ask for it.
  var creatinine: Double
  /// mg/L; likewise.
  var cystatin: Double
  /// Years.
  var age: Double
  var isFemale: Bool
}

/// What all equations of filtration refuse: people who are too young, people on dialysis, what is missing, and what is no
/// positive number.
enum FiltrationEquation {
  /// What is left after so many years of falling by the same factor: factor^years, the factor being a constant.
  @inline(__always) static func decline(_ factor: Double, _ years: Double) -> Double { exp(years * log(factor)) }

  /// min(x, 1)^below x max(x, 1)^above, as CKD-EPI prints it: one of the two factors is always 1.
  @inline(__always) static func spline(_ x: Double, below: Double, above: Double) -> Double {
    pow(x, x < 1 ? below : above)
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
      creatinine: PublishedUnit.creatinine.value(visit) ?? .nan, cystatin: visit.value(.cystatinC) ?? .nan, age: age,
      isFemale: visit.sex == .female)
    // The number as reported may be none where the canonical one is, in a database that was changed by hand.
    guard !markers.contains(.creatinine) || inputs.creatinine.isFinite && inputs.creatinine > 0,
      !markers.contains(.cystatinC) || inputs.cystatin.isFinite && inputs.cystatin > 0, age > 0
    else { return .none(.notComputable, .outsideDomain) }
    let value = equation(inputs)
    return Applicability.result(
      value, caveat: Applicability.censoring(markers, visit), validated: value < validatedBelow && age <= oldest)
  }
}

import Domain

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
  /// - Parameters:
  ///   - markers: creatinine, cystatin C or both.
  ///   - youngest: years; nothing is computed below.
  ///   - oldest: years; flagged above.
  ///   - needsSex: whether the equation differs between women and men.
  ///   - validatedBelow: mL/min/1.73 m2; flagged from there.
  ///   - equation: mL/min/1.73 m2.
  static func compute(
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
    func isUsable(_ marker: Analyte, _ value: Double) -> Bool {
      !markers.contains(marker) || value.isFinite && value > 0
    }
    guard isUsable(.creatinine, inputs.creatinine), isUsable(.cystatinC, inputs.cystatin), age > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    let value = equation(inputs)
    return Applicability.result(
      value, caveat: Applicability.censoring(markers, visit), validated: value < validatedBelow && age <= oldest)
  }
}

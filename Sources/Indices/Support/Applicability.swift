import Domain

/// Reasons for which an index says nothing of a person, and caveats on a value, shared by all indices.
enum Applicability {
  /// The age from which the equations for adults hold.
  static let adultAge = 18.0

  /// Whether the person is known to be under 18. An unknown age is taken as adult: the formulas do not need it.
  static func isMinor(_ visit: IndexVisit) -> Bool { visit.age.map { $0 < adultAge } ?? false }

  /// Why indices that ask for the person's own insulin, fasting, and those that ask for a fasting adult say nothing of a visit;
  /// `none` where they do, or where the person is a minor, of which not all of them ask.
  static func refusals(_ visit: IndexVisit) -> (ownInsulin: IndexReason, fasting: IndexReason) {
    let fasting: IndexReason = visit.answer(.fasting) == .no ? .notFasting : .none
    let isExogenous = visit.answer(.drugInsulin) == .yes || visit.diabetes == .type1
    return (isExogenous ? .exogenousInsulin : fasting, fasting)
  }

  @inline(__always) private static func refusal(_ reason: IndexReason) -> IndexValue? {
    reason == .none ? nil : .none(.notApplicable, reason)
  }

  /// Not for a minor, nor for a sample that is known not to be fasting.
  @inline(__always) static func fastingAdult(_ visit: IndexVisit) -> IndexValue? {
    refusal(isMinor(visit) ? .minor : visit.fastingRefusal)
  }

  /// Not for a minor, nor where `ownFastingInsulin` says no.
  @inline(__always) static func ownInsulin(_ visit: IndexVisit) -> IndexValue? {
    refusal(isMinor(visit) ? .minor : visit.ownInsulinRefusal)
  }

  /// Not where the insulin in the blood is not the person's own, under insulin treatment and in type 1 diabetes,
  /// which lives by it; nor for a sample that is known not to be fasting.
  @inline(__always) static func ownFastingInsulin(_ visit: IndexVisit) -> IndexValue? {
    refusal(visit.ownInsulinRefusal)
  }

  /// The inputs among these that are missing.
  static func missing(_ analytes: AnalyteSet, _ visit: IndexVisit) -> InputSet {
    analytes.subtracting(visit.present).inputs
  }

  /// The same, where BMI may stand for height and weight or the other way round.
  static func missingOrBMI(_ analytes: AnalyteSet, _ visit: IndexVisit) -> InputSet {
    missing(analytes, visit).subtracting(InputSet(.bmi)).union(BodyMassIndex.missing(visit))
  }

  /// No value for want of these; where none is wanting, what is there is no number.
  static func absent(_ missing: InputSet) -> IndexValue {
    missing.isEmpty ? .none(.notComputable, .outsideDomain) : .missing(missing)
  }

  /// Whether those of these that are there are numbers.
  static func areFinite(_ analytes: AnalyteSet, _ visit: IndexVisit) -> Bool {
    !analytes.meets(visit.notFinite)
  }

  /// `censoredInput` where one of these was reported as below or above a limit.
  static func censoring(_ analytes: AnalyteSet, _ visit: IndexVisit) -> IndexReason {
    analytes.meets(visit.censored) ? .censoredInput : .none
  }

  /// The caveat of an index that rests on fasting insulin: reduced clearance by the kidney comes before censoring,
  /// because it shifts every value one way while a limit blurs one.
  @inline(__always) static func insulinCaveat(_ analytes: AnalyteSet, _ visit: IndexVisit) -> IndexReason {
    visit.clearsLessInsulin ? .reducedInsulinClearance : censoring(analytes, visit)
  }

  /// A finite value with its status, or the statement that the formula has none here.
  ///
  /// A value outside the validated range keeps its caveat where it has one, since the status already says the rest.
  static func result(_ value: Double, caveat: IndexReason, validated: Bool = true) -> IndexValue {
    guard value.isFinite else { return .none(.notComputable, .outsideDomain) }
    if validated { return .computed(value, caveat: caveat) }
    return IndexValue(
      value: value, status: .outOfRange, reason: caveat == .none ? .outsideValidatedRange : caveat)
  }
}

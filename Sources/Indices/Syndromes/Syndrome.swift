import Domain

/// A definition of the metabolic syndrome: criteria, and how many of them make the syndrome.
///
/// Every answer is three-valued. The strict reading takes drug clauses in: a criterion that only a drug could meet is
/// unknown where the drug is unknown, while a measured value over the limit is met whatever the drugs. The measured
/// reading looks at measurements alone. The definitions are for adults: a person known to be under 18 is undetermined,
/// and an unknown age is taken as adult.
public protocol Syndrome: Sendable {
  /// What the definition is, as published.
  static var definition: SyndromeDefinition { get }
  /// How many criteria make the syndrome.
  static var rule: SyndromeRule { get }
  /// The criteria of one visit, in the order of `definition.criteria`.
  static func criteria(_ visit: IndexVisit) -> CriterionAnswers
  /// The definition applied to one visit.
  static func evaluate(_ visit: IndexVisit) -> SyndromeValue
}

extension Syndrome {
  /// The definition applied to one visit.
  public static func evaluate(_ visit: IndexVisit) -> SyndromeValue {
    if Applicability.isMinor(visit) {
      let unasked = CriterionStates(repeating: .unknown, count: definition.criteria.count)
      return SyndromeValue(
        strict: .undetermined, measured: .undetermined, criteria: unasked, criteriaMeasured: unasked, missing: [])
    }
    return rule.value(criteria(visit))
  }
}

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
  static func criteria(_ visit: PanelRow) -> [CriterionAnswer]
}

extension Syndrome {
  /// The definition applied to one visit.
  public static func evaluate(_ visit: PanelRow) -> SyndromeValue {
    let answers =
      Applicability.isMinor(visit)
      ? Array(repeating: CriterionAnswer.notAsked, count: definition.criteria.count) : criteria(visit)
    let strict = answers.map(\.strict)
    let measured = answers.map(\.measured)
    var missing: InputSet = []
    for place in rule.unsettled(strict) { missing.formUnion(answers[place].missing) }
    return SyndromeValue(
      strict: rule.state(strict), measured: rule.state(measured), criteria: strict, criteriaMeasured: measured,
      missing: missing)
  }
}

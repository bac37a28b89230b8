import Domain

/// How criteria make a syndrome: at least `required` of them, among them the obligatory one where there is one.
public struct SyndromeRule: Sendable {
  /// The least number of criteria met, the obligatory one counted.
  public let required: Int
  /// The place of a criterion without which there is no syndrome.
  public let obligatory: Int?

  /// Both parts.
  public init(required: Int, obligatory: Int? = nil) {
    self.required = required
    self.obligatory = obligatory
  }

  /// Present when it is so whatever the unknown criteria turn out to be, absent when it is not whatever they turn out
  /// to be, undetermined otherwise.
  @inline(__always) public func state(_ criteria: CriterionStates) -> SyndromeState {
    let (met, notMet) = (criteria.count(of: .met), criteria.count(of: .notMet))
    let needed = obligatory.map { criteria[$0] } ?? .met
    if needed == .notMet || criteria.count - notMet < required { return .absent }
    return needed == .met && met >= required ? .present : .undetermined
  }

  /// The syndrome from the answers to its criteria; where it is undetermined, with what would have to be known of the criteria that
  /// could still settle it.
  @inline(__always) func value(_ answers: CriterionAnswers) -> SyndromeValue {
    let strict = state(answers.strict)
    let isAlone = awaitsObligatoryAlone(answers.strict)
    let missing = isAlone ? obligatory.map { answers.missing($0) } ?? [] : answers.allMissing
    return SyndromeValue(
      strict: strict, measured: state(answers.measured), criteria: answers.strict, criteriaMeasured: answers.measured,
      missing: missing.when(strict == .undetermined))
  }

  /// Whether enough other criteria of an undetermined syndrome are met, so that only the obligatory one can settle it.
  @inline(__always) private func awaitsObligatoryAlone(_ criteria: CriterionStates) -> Bool {
    guard let obligatory else { return false }
    return criteria.count(of: .met) - (criteria[obligatory] == .met ? 1 : 0) >= required - 1
  }
}

/// One criterion of a visit under both readings, with the inputs that would make it known.
public struct CriterionAnswer: Sendable, Equatable {
  /// With drug and diagnosis clauses.
  public let strict: CriterionState
  /// From measurements alone.
  public let measured: CriterionState
  /// What would have to be known where `strict` is unknown; empty otherwise.
  public let missing: InputSet

  /// All parts; `missing` is dropped where the answer is known.
  public init(strict: CriterionState, measured: CriterionState, missing: InputSet) {
    self.strict = strict
    self.measured = measured
    self.missing = missing.when(strict == .unknown)
  }
}

/// The answers of one visit to the criteria of a definition, five at most.
public struct CriterionAnswers: Sendable, Equatable {
  /// With drug and diagnosis clauses.
  public let strict: CriterionStates
  /// From measurements alone.
  public let measured: CriterionStates
  private let first, second, third, fourth, fifth: InputSet

  /// In the order of the definition; one that has four leaves the fifth out.
  init(
    _ first: CriterionAnswer, _ second: CriterionAnswer, _ third: CriterionAnswer, _ fourth: CriterionAnswer,
    _ fifth: CriterionAnswer? = nil
  ) {
    (self.first, self.second, self.third) = (first.missing, second.missing, third.missing)
    (self.fourth, self.fifth) = (fourth.missing, fifth?.missing ?? [])
    strict = CriterionStates(first.strict, second.strict, third.strict, fourth.strict, fifth?.strict)
    measured = CriterionStates(first.measured, second.measured, third.measured, fourth.measured, fifth?.measured)
  }

  /// One criterion.
  public subscript(place: Int) -> CriterionAnswer {
    CriterionAnswer(strict: strict[place], measured: measured[place], missing: missing(place))
  }

  /// What would have to be known where any is unknown.
  @inline(__always) var allMissing: InputSet { first.union(second).union(third).union(fourth).union(fifth) }

  func missing(_ place: Int) -> InputSet {
    switch place {
    case 0: first
    case 1: second
    case 2: third
    case 3: fourth
    default: fifth
    }
  }
}

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
  public func state(_ criteria: [CriterionState]) -> SyndromeState {
    let met = criteria.count { $0 == .met }
    let possible = criteria.count { $0 != .notMet }
    let needed = obligatory.map { criteria[$0] } ?? .met
    if needed == .notMet || possible < required { return .absent }
    return needed == .met && met >= required ? .present : .undetermined
  }

  /// The places of the unknown criteria that could still settle the answer; empty where it is settled.
  ///
  /// With an obligatory criterion unknown and enough others met already, only the obligatory one matters.
  public func unsettled(_ criteria: [CriterionState]) -> [Int] {
    guard state(criteria) == .undetermined else { return [] }
    let unknown = criteria.indices.filter { criteria[$0] == .unknown }
    guard let obligatory else { return unknown }
    let othersMet = criteria.indices.count { $0 != obligatory && criteria[$0] == .met }
    return unknown.filter { $0 == obligatory || othersMet < required - 1 }
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
    self.missing = strict == .unknown ? missing : []
  }

  /// For a person to whom the definition does not apply.
  static let notAsked = CriterionAnswer(strict: .unknown, measured: .unknown, missing: [])
}

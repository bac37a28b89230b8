/// Three-valued answer of one criterion.
public enum CriterionState: UInt8, Sendable {
  case unknown, notMet, met

  /// As written in files and reports.
  public var name: String {
    switch self {
    case .unknown: "unknown"
    case .notMet: "not met"
    case .met: "met"
    }
  }
}

/// Three-valued answer of a syndrome definition.
public enum SyndromeState: UInt8, Sendable {
  case undetermined, absent, present

  /// As written in files.
  public var name: String {
    switch self {
    case .undetermined: "undetermined"
    case .absent: "absent"
    case .present: "present"
    }
  }
}

/// One item of a syndrome definition, as published.
public struct CriterionDefinition: Sendable {
  /// Short name, as `waist`.
  public let id: String
  /// Name for people.
  public let label: String
  /// The rule in words, with cut-offs in both units.
  public let rule: String
  /// What it asks for.
  public let inputs: InputSet

  /// All parts at once.
  public init(id: String, label: String, rule: String, inputs: InputSet = []) {
    self.id = id
    self.label = label
    self.rule = rule
    self.inputs = inputs
  }
}

/// A definition of the metabolic syndrome.
public struct SyndromeDefinition: Sendable {
  /// Column name, as `mets_idf_2005`.
  public let id: String
  /// Name for people.
  public let name: String
  /// How the items make the syndrome, in words.
  public let rule: String
  /// The items.
  public let criteria: [CriterionDefinition]
  /// What to mind in kidney disease; empty where there is nothing.
  public let caveat: String
  /// Primary source with DOI.
  public let source: String
  /// What it asks for: age, of which the definitions need an adult's, and what its items ask for.
  public var inputs: InputSet { criteria.reduce(.age) { $0.union($1.inputs) } }

  /// All parts at once.
  public init(
    id: String, name: String, rule: String, criteria: [CriterionDefinition], caveat: String = "", source: String
  ) {
    self.id = id
    self.name = name
    self.rule = rule
    self.criteria = criteria
    self.caveat = caveat
    self.source = source
  }
}

/// A syndrome definition applied to a visit.
public struct SyndromeValue: Sendable, Equatable {
  /// The answer with drug clauses: a drug whose use is unknown leaves a criterion unknown.
  public var strict: SyndromeState
  /// The answer from measurements alone, drug clauses ignored.
  public var measured: SyndromeState
  /// The items under the strict reading, in the order of the definition.
  public var criteria: CriterionStates
  /// The items from measurements alone.
  public var criteriaMeasured: CriterionStates
  /// What would have to be known to settle the strict answer.
  public var missing: InputSet

  /// All parts at once.
  public init(
    strict: SyndromeState, measured: SyndromeState, criteria: CriterionStates, criteriaMeasured: CriterionStates,
    missing: InputSet
  ) {
    self.strict = strict
    self.measured = measured
    self.criteria = criteria
    self.criteriaMeasured = criteriaMeasured
    self.missing = missing
  }
}

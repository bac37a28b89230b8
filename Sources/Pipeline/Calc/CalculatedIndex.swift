import Domain
import Indices
import Ingest

/// An index or a syndrome definition that `rheostat calc` computes from values given by name.
public struct CalculatedIndex: Sendable {
  /// What came of it.
  public struct Answer: Sendable {
    /// The number, or a level's or syndrome's name; nil where there is none.
    public let number: Double?
    public let level: String?
    /// As in `results_long.csv`.
    public let status, reason, reasonText: String
    /// Names of inputs that are wanting.
    public let missing: [String]
    /// Of a syndrome: both readings of it and of each of its criteria.
    public var readings: SyndromeReadings?

    /// As text for a table: the number with all its digits, or the level; empty where there is none.
    public var text: String { level ?? number.map { "\($0)" } ?? "" }
  }

  public let id, name, formula, unit, validity, cutoff, caveat, source: String
  /// Names of the inputs.
  public let inputs: [String]
  private let compute: @Sendable (PanelRow) -> Answer

  /// All indices in the order of their columns, then the syndromes.
  public static let all: [CalculatedIndex] =
    IndexRegistry.all.map { CalculatedIndex($0) }
    + SyndromeRegistry.all.map { CalculatedIndex(syndrome: $0) }

  private init(_ index: any Index.Type) {
    let definition = index.definition
    (id, name, formula, unit) = (definition.id, definition.name, definition.formula, definition.unit)
    (validity, cutoff, caveat, source) = (definition.validity, definition.cutoff, definition.caveat, definition.source)
    inputs = definition.inputs.names
    compute = { row in
      let value = index.compute(row)
      return Answer(
        number: value.value.isFinite ? value.value : nil, level: definition.level(of: value), status: value.status.name,
        reason: value.reason.code, reasonText: value.reason.text, missing: value.missing.names)
    }
  }

  private init(syndrome: any Syndrome.Type) {
    let definition = syndrome.definition
    (id, name, unit) = (definition.id, definition.name, "1")
    formula = definition.rule + " " + definition.criteria.map { "\($0.label): \($0.rule)" }.joined(separator: "; ")
    (validity, cutoff, caveat, source) = ("Adults.", "", definition.caveat, definition.source)
    inputs = definition.inputs.names
    compute = { row in
      let value = syndrome.evaluate(row)
      let (status, reason, text) = Self.outcome(value, row)
      return Answer(
        number: nil, level: value.strict.name, status: status.name, reason: reason.code, reasonText: text,
        missing: value.missing.names, readings: SyndromeReadings(definition, value))
    }
  }

  /// How a definition came out, and why it is open where it is.
  private static func outcome(_ value: SyndromeValue, _ row: PanelRow) -> (IndexStatus, IndexReason, String) {
    if value.strict != .undetermined { return (.computed, .none, "") }
    if let age = row.age, age < 18 { return (.notApplicable, .minor, IndexReason.minor.text) }
    if value.missing.isEmpty { return (.notComputable, .none, "Nothing that Rheostat reads could settle it.") }
    return (.notComputable, .missingInput, IndexReason.missingInput.text)
  }

  /// The index of this name.
  /// - Throws: `RheostatError` 64 where there is none.
  public static func named(_ id: String) throws -> CalculatedIndex {
    guard let found = all.first(where: { $0.id == id.lowercased() }) else {
      throw RheostatError(
        .usage, "There is no index \"\(id)\".", advice: "rheostat calc --list has them all.")
    }
    return found
  }

  /// Of one visit.
  public func answer(_ row: PanelRow) -> Answer { compute(row) }

  /// Of the last of the visits that these words make.
  /// - Throws: `RheostatError` 64 that names the word.
  public func answer(_ words: [String]) throws -> Answer {
    let panel = try Self.visits(words)
    return compute(panel[panel.count - 1])
  }

  /// A visit with nothing known.
  public static var blank: PanelBlock {
    PanelBlock(visits: [VisitIdentity(row: 1, patient: 1, ordinal: 1, day: 0, randomKey: 0)])
  }
}

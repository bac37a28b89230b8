import Domain

/// The two readings of a syndrome: strict, in which a drug whose use is unknown leaves its criterion unknown, and from
/// measurements alone.
public struct SyndromeReadings: Sendable {
  /// One criterion, both ways: met, not met or unknown.
  public struct Criterion: Encodable, Sendable {
    public let criterion, strict, measured: String
  }
  /// The syndrome: present, absent or undetermined.
  public let strict, measured: String
  /// In the order of the definition.
  public let criteria: [Criterion]

  init(_ definition: SyndromeDefinition, _ value: SyndromeValue) {
    (strict, measured) = (value.strict.name, value.measured.name)
    criteria = definition.criteria.enumerated().map { place, criterion in
      Criterion(
        criterion: criterion.label, strict: value.criteria[place].name, measured: value.criteriaMeasured[place].name)
    }
  }

  /// For people.
  var lines: [String] {
    let width = (criteria.map(\.criterion.count) + [12]).max() ?? 12
    func row(_ name: String, _ strict: String, _ measured: String) -> String {
      let padding = String(repeating: " ", count: width - name.count + 2)
      return "  " + name + padding + strict + String(repeating: " ", count: max(1, 15 - strict.count)) + measured
    }
    return [row("", "strict", "measured only")]
      + criteria.map { row($0.criterion, $0.strict, $0.measured) } + [row("the syndrome", strict, measured)]
  }
}

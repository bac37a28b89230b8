public import Domain

/// All indices and syndromes of one visit after another, in buffers that are used again.
public struct VisitScores {
  /// In the order of `IndexRegistry.all`.
  public private(set) var indices: [IndexValue]
  /// In the order of `SyndromeRegistry.all`.
  public private(set) var syndromes: [SyndromeValue]
  private let indexTypes = IndexRegistry.all
  private let syndromeTypes = SyndromeRegistry.all

  /// Without a visit yet.
  public init() {
    indices = Array(repeating: .missing([]), count: indexTypes.count)
    syndromes = syndromeTypes.map { _ in
      SyndromeValue(strict: .undetermined, measured: .undetermined, criteria: [], criteriaMeasured: [], missing: [])
    }
  }

  /// Computes all of a visit.
  public mutating func compute(_ panel: PanelRow) {
    let visit = IndexVisit(panel)
    for place in indexTypes.indices { indices[place] = indexTypes[place].compute(visit) }
    for place in syndromeTypes.indices { syndromes[place] = syndromeTypes[place].evaluate(visit) }
  }
}

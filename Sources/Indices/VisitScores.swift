public import Domain

/// All indices and syndromes of the visits of a block, one after another, in buffers that are used again.
public struct VisitScores {
  /// In the order of `IndexRegistry.all`.
  public private(set) var indices: [IndexValue]
  /// In the order of `SyndromeRegistry.all`.
  public private(set) var syndromes: [SyndromeValue]
  private let visit: IndexVisit

  /// For the visits of a block, without one yet.
  public init(of block: PanelBlock) {
    visit = IndexVisit(of: block, history: VisitHistory(count: block.count))
    indices = Array(repeating: .missing([]), count: IndexRegistry.all.count)
    syndromes = SyndromeRegistry.all.map { _ in
      SyndromeValue(strict: .undetermined, measured: .undetermined, criteria: [], criteriaMeasured: [], missing: [])
    }
  }

  /// Computes all of a visit; quickest in the order of the rows.
  public mutating func compute(row: Int) {
    visit.read(row: row)
    Self.compute(IndexRegistry.single, visit, into: &indices)
    Self.copy(IndexRegistry.families, visit, into: &indices)
    Self.evaluate(SyndromeRegistry.all, visit, into: &syndromes)
  }

  /// All indices and all definitions of all visits of a block, by index or definition, then by visit.
  public static func columns(of block: PanelBlock) -> (indices: [[IndexValue]], syndromes: [[SyndromeValue]]) {
    var scores = VisitScores(of: block)
    var indices = IndexRegistry.all.map { _ in [IndexValue]() }
    var syndromes = SyndromeRegistry.all.map { _ in [SyndromeValue]() }
    for row in 0..<block.count {
      scores.compute(row: row)
      for place in indices.indices { indices[place].append(scores.indices[place]) }
      for place in syndromes.indices { syndromes[place].append(scores.syndromes[place]) }
    }
    return (indices, syndromes)
  }

  // The lists and the visit as parameters: as properties they would be counted anew for each index.

  private static func compute(
    _ types: [(type: any Index.Type, place: Int)], _ visit: IndexVisit, into values: inout [IndexValue]
  ) {
    values.withUnsafeMutableBufferPointer { values in
      for (type, place) in types { values[place] = type.compute(visit) }
    }
  }

  private static func copy(_ runs: [FamilyRun], _ visit: IndexVisit, into values: inout [IndexValue]) {
    values.withUnsafeMutableBufferPointer { values in
      for run in runs { visit.copyFamilies(run, to: values) }
    }
  }

  private static func evaluate(
    _ types: [any Syndrome.Type], _ visit: IndexVisit, into values: inout [SyndromeValue]
  ) {
    values.withUnsafeMutableBufferPointer { values in
      for place in types.indices { values[place] = types[place].evaluate(visit) }
    }
  }
}

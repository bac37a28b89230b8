public import Domain

/// All indices and syndromes of the visits of a block, one after another, in buffers that are used again.
public struct VisitScores {
  /// In the order of `IndexRegistry.all`.
  public private(set) var indices: [IndexValue]
  /// In the order of `SyndromeRegistry.all`.
  public private(set) var syndromes: [SyndromeValue]
  /// The indices that are computed one by one, and those of families, with their places in `indices`.
  private let single: [(type: any Index.Type, place: Int)]
  private let families = FamilyRun.all(IndexRegistry.all)
  private let syndromeTypes = SyndromeRegistry.all
  private let visit: IndexVisit

  /// For the visits of a block, without one yet.
  public init(of block: PanelBlock) {
    visit = IndexVisit(of: block, history: VisitHistory(count: block.count))
    indices = Array(repeating: .missing([]), count: IndexRegistry.all.count)
    let types = IndexRegistry.all.enumerated()
    single = types.compactMap { place, type in type is any FamilyIndex.Type ? nil : (type, place) }
    syndromes = syndromeTypes.map { _ in
      SyndromeValue(strict: .undetermined, measured: .undetermined, criteria: [], criteriaMeasured: [], missing: [])
    }
  }

  /// Computes all of a visit; quickest in the order of the rows.
  public mutating func compute(row: Int) {
    visit.read(row: row)
    Self.compute(single, visit, into: &indices)
    Self.copy(families, visit, into: &indices)
    Self.evaluate(syndromeTypes, visit, into: &syndromes)
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

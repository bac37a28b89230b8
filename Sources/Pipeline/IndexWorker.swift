import Domain
import Indices
import Store

/// One thread of the stage of indices: reads blocks over a connection of its own, since another one writes meanwhile, and
/// computes what changed in them.
final class IndexWorker {
  /// What came of a block.
  struct Block: Sendable {
    /// How many visits it has.
    let visits: Int
    /// Those of them whose hash is not the stored one.
    let results: [IndexResult]
  }

  private let cohort: CohortStore
  private var store: CohortStore?
  private let hash = PanelHash(settings: "indices 13 \(RheostatVersion.current)", usesRandomNumbers: false)

  /// - Parameter cohort: the store that is written to.
  init(beside cohort: CohortStore) { self.cohort = cohort }

  /// - Throws: what opening and reading the database throw.
  func score(_ patients: ClosedRange<Int64>) throws -> Block {
    let store = try store ?? CohortStore(beside: cohort)
    self.store = store
    let panel = try store.panel(of: patients)
    let earlier = try store.stageHashes("indices", of: panel)
    let hashes = (0..<panel.count).map { hash(panel, row: $0) }
    var scores = VisitScores(of: panel)
    let results = hashes.indices.compactMap { row -> IndexResult? in
      guard hashes[row] != earlier[row] else { return nil }
      scores.compute(row: row)
      return IndexResult(
        visit: panel.visits[row].row, scores: EncodedScores(indices: scores.indices, syndromes: scores.syndromes),
        hash: hashes[row])
    }
    return Block(visits: panel.count, results: results)
  }
}

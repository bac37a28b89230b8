import Dispatch
import Domain
import Foundation
import Indices
import Mechanism
import Store
import Synchronization

/// Runs the computing stages over the cohort, block by block, redoing only what changed.
public enum ScoreStage {
  /// The definitions behind the columns of the tables.
  public static func catalogue(of store: CohortStore) throws -> Catalogue { catalogue(kept: try store.keptColumns()) }

  /// The same with these kept columns.
  static func catalogue(kept: [String]) -> Catalogue {
    Catalogue(indices: IndexRegistry.definitions, syndromes: SyndromeRegistry.definitions, kept: kept)
  }

  /// Computes indices and syndromes of every visit whose panel or settings changed.
  public static func indices(store: CohortStore, settings: RunSettings, progress: ProgressHandler) throws {
    let catalogue = try catalogue(of: store)
    let total = try Int64(store.visitCount())
    let hash = PanelHash(settings: "indices 6 \(RheostatVersion.current)", usesRandomNumbers: false)
    var done: Int64 = 0
    var redone = 0
    try forEachBlock(of: store, settings: settings) { stored in
      let panel = stored.panel
      let hashes = (0..<panel.count).map { hash(panel, row: $0) }
      let earlier = try store.stageHashes("indices", of: panel)
      let rows = (0..<panel.count).filter { earlier[$0] != hashes[$0] }
      if !rows.isEmpty {
        try store.storeIndices(
          panel, rows: rows, scores: compute(panel, rows: rows, threads: settings.threads), catalogue: catalogue,
          hashes: hashes)
      }
      redone += rows.count
      done += Int64(panel.count)
      progress(
        StageProgress(stage: "indices", done: done, total: total, unit: "visits", ended: false, summary: ""))
    }
    progress(
      StageProgress(
        stage: "indices", done: done, total: total, unit: "visits", ended: true,
        summary: "\(total) visits, \(redone) computed, \(total - Int64(redone)) unchanged"))
  }

  /// All indices and syndromes of some visits of a block on several threads, a run of visits each; the same for any number of
  /// threads.
  private static func compute(_ panel: PanelBlock, rows: [Int], threads: Int) -> [EncodedScores] {
    let threads = min(max(1, threads), max(1, rows.count))
    let parts = Mutex(Array(repeating: [EncodedScores](), count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { part in
      var scores = VisitScores()
      let encoded = rows[rows.count * part / threads..<rows.count * (part + 1) / threads].map { row in
        scores.compute(panel[row])
        return EncodedScores(indices: scores.indices, syndromes: scores.syndromes)
      }
      parts.withLock { $0[part] = encoded }
    }
    return parts.withLock { $0.flatMap(\.self) }
  }

  /// Gives every block of the cohort in order, with the random keys of its visits set.
  static func forEachBlock(
    of store: CohortStore, settings: RunSettings, _ body: (StoredBlock) throws -> Void
  ) throws {
    let ahead = try BlockReadAhead(of: store, seed: settings.seed)
    while let block = try ahead.next() { try body(block) }
  }
}

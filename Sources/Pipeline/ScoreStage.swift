import Domain
import Foundation
import Indices
import Mechanism
import Store

/// Runs the computing stages over the cohort, block by block, redoing only what changed.
public enum ScoreStage {
  /// The definitions behind the columns of the tables.
  public static func catalogue(of store: CohortStore) throws -> Catalogue { catalogue(kept: try store.keptColumns()) }

  /// The same with these kept columns.
  static func catalogue(kept: [String]) -> Catalogue {
    Catalogue(indices: IndexRegistry.definitions, syndromes: SyndromeRegistry.definitions, kept: kept)
  }

  /// Computes indices and syndromes of every visit whose panel or settings changed: each thread reads and computes blocks of its
  /// own, and they are stored in their order, so that the database is the same for any number of threads.
  public static func indices(store: CohortStore, settings: RunSettings, progress: ProgressHandler) throws {
    let catalogue = try catalogue(of: store)
    let total = try Int64(store.visitCount())
    var (last, done, redone) = (Int64(0), Int64(0), 0)
    let reader = try CohortStore(beside: store)
    let writer = WriteBehind()
    let work = Result {
      try OrderedWork.run(threads: settings.threads) {
        IndexWorker(beside: store)
      } fetch: { () -> ClosedRange<Int64>? in
        let patients = try reader.patients(after: last)
        last = patients?.upperBound ?? last
        return patients
      } work: { worker, patients in
        Result { try worker.score(patients) }
      } deliver: { result in
        let block = try result.get()
        if !block.results.isEmpty { try writer.add { try store.storeIndices(block.results, catalogue: catalogue) } }
        redone += block.results.count
        done += Int64(block.visits)
        progress(
          StageProgress(stage: "indices", done: done, total: total, unit: "visits", ended: false, summary: ""))
      }
    }
    // Also where reading failed: what was handed over before is stored, as it would have been without threads.
    try writer.finish()
    try work.get()
    progress(
      StageProgress(
        stage: "indices", done: done, total: total, unit: "visits", ended: true,
        summary: "\(total) visits, \(redone) computed, \(total - Int64(redone)) unchanged"))
  }

  /// Gives every block of the cohort in order, with the random keys of its visits set.
  static func forEachBlock(
    of store: CohortStore, settings: RunSettings, _ body: (StoredBlock) throws -> Void
  ) throws {
    let ahead = try BlockReadAhead(of: store, seed: settings.seed)
    while let block = try ahead.next() { try body(block) }
  }
}

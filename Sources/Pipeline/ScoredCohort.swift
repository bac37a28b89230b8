import Domain
import Store

/// The cohort with everything that the stages have said of it, as a stream of blocks.
enum ScoredCohort {
  /// Gives every block in order.
  /// - Parameter provenance: whether to read where each value comes from, which reports need and tables do not.
  /// - Throws: `RheostatError` 65 where a visit has not been scored.
  static func forEachBlock(
    of store: CohortStore, catalogue: Catalogue, provenance: Bool, only patients: Set<Int64>? = nil,
    _ body: (ScoredBlock, StoredBlock) throws -> Void
  ) throws {
    guard try store.setting("mechanism.state") != "under way" else {
      throw RheostatError(
        .dataUnusable, "Scoring was interrupted: some visits still have results of earlier settings.",
        advice: "Run again: rheostat score --db \(store.path)", location: store.path)
    }
    var last: Int64 = 0
    while let stored = try store.block(after: last, kept: catalogue.kept) {
      let panel = stored.panel
      last = panel.visits.last?.patient ?? Int64.max
      if let patients, !panel.visits.contains(where: { patients.contains($0.patient) }) { continue }
      guard let values = try store.indices(of: panel, catalogue: catalogue) else {
        throw RheostatError(
          .dataUnusable, "Some visits have not been scored since their data came in.",
          advice: "Run first: rheostat score --db \(store.path)",
          location: store.path)
      }
      try body(
        ScoredBlock(
          panel: panel, indices: values.indices, syndromes: values.syndromes, phenotypes: store.phenotypes(of: panel),
          kept: stored.kept, provenance: provenance ? store.provenance(of: panel) : []), stored)
    }
  }
}

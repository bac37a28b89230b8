import Dispatch
import Domain
import Indices
import Mechanism
import Store
import Synchronization

extension ScoreStage {
  /// Visits that one transaction holds: what a killed run has to do again at most.
  private static let batch = 256
  /// Visits that a thread takes at a time.
  private static let share = 8

  /// Scores every visit whose panel, settings, model or ensemble changed.
  public static func mechanism(store: CohortStore, settings: RunSettings, progress: ProgressHandler) throws {
    let scorer = try mechanismScorer(settings, followsDrivers: true)
    let version = MechanismVersion.shipped
    let hash = PanelHash(mechanism: version, settings)
    let total = try Int64(store.visitCount())
    // Until the end some visits may still carry results of other settings: nothing is shown of a cohort in that state.
    try store.setSetting("mechanism.state", "under way")
    try store.setSetting("mechanism.seed", String(settings.seed))
    try store.setSetting("mechanism.draws", String(settings.draws))
    try store.setSetting("mechanism.all_draws", settings.stopsEarly ? "no" : "yes")
    try store.setSetting("mechanism.kits", settings.kits.words.joined(separator: " "))
    try store.setSetting("mechanism.model", version.model)
    try store.setSetting("mechanism.ensemble", version.ensemble)
    var done: Int64 = 0
    var redone = 0
    try forEachBlock(of: store, settings: settings) { stored in
      let panel = stored.panel
      let hashes = (0..<panel.count).map { hash(panel, row: $0) }
      let earlier = try store.stageHashes("mechanism", of: panel)
      let rows = (0..<panel.count).filter { earlier[$0] != hashes[$0] }
      done += Int64(panel.count - rows.count)
      for start in stride(from: 0, to: rows.count, by: batch) {
        let part = Array(rows[start..<min(start + batch, rows.count)])
        let results = score(part, of: panel, with: scorer, threads: settings.threads)
        try store.storePhenotypes(panel, results: results, rows: part, hashes: hashes)
        done += Int64(part.count)
        redone += part.count
        progress(StageProgress(stage: "mechanism", done: done, total: total, unit: "visits", ended: false, summary: ""))
      }
    }
    try store.setSetting("mechanism.state", "complete")
    progress(
      StageProgress(
        stage: "mechanism", done: done, total: total, unit: "visits", ended: true,
        summary: "\(total) visits, \(redone) scored, \(total - Int64(redone)) unchanged"))
  }

  /// The scorer of the shipped model.
  static func mechanismScorer(_ settings: RunSettings, followsDrivers: Bool = false) throws -> Scorer {
    do {
      return try Scorer.shipped(
        draws: settings.draws, stopsEarly: settings.stopsEarly, kits: settings.kits, followsDrivers: followsDrivers)
    } catch {
      throw RheostatError(
        .internalError, "The model that ships with this version cannot be used (\(error)).",
        advice: "Please report this with the version of Rheostat.")
    }
  }

  /// Scores some visits on several threads; the results come in the order of `rows`, the same for any number of threads.
  private static func score(
    _ rows: [Int], of panel: PanelBlock, with scorer: Scorer, threads: Int
  ) -> [PhenotypeResult] {
    let shares = stride(from: 0, to: rows.count, by: share).map { Array(rows[$0..<min($0 + share, rows.count)]) }
    let next = Mutex(0)
    let finished = Mutex<[[PhenotypeResult]?]>(Array(repeating: nil, count: shares.count))
    DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
      while true {
        let place = next.withLock { value in
          defer { value += 1 }
          return value
        }
        guard place < shares.count else { return }
        let part = panel.selecting(shares[place]).withDerivedBMI()
        let filtration = EstimatedGFR.all(of: part).map { $0?.value ?? .nan }
        let result = scorer.score(part, computedGFR: filtration)
        finished.withLock { $0[place] = result }
      }
    }
    return finished.withLock { results in results.compactMap(\.self).flatMap(\.self) }
  }
}

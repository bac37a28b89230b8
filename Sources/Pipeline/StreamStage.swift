import Dispatch
import Domain
import Foundation
import Indices
import Ingest
import Mechanism
import Report
import Synchronization

/// Scores a table row by row, as the worker of a distributed engine: the header and one visit a line come in, each line goes
/// out with its result columns, in order. No database, no files, no clock; no result depends on another row.
public struct StreamStage: Sendable {
  /// Rows that are worked on together at most; fewer where the input pauses.
  static let inFlight = 256

  private let settings: RunSettings
  private let scorer: Scorer
  private let catalogue = ScoreStage.catalogue(kept: [])
  private let columns: ResultColumns

  /// - Throws: `RheostatError` 70 where the shipped model cannot be used.
  public init(settings: RunSettings) throws {
    self.settings = settings
    scorer = try ScoreStage.mechanismScorer(settings)
    columns = ResultColumns(catalogue: catalogue)
  }

  /// Works until the input ends.
  /// - Parameters:
  ///   - input: a descriptor to read from.
  ///   - write: takes lines of the output; called whenever the input pauses, and at the latest after `inFlight` rows.
  ///   - note: told, once and at the end, which columns were of no use.
  public func run(input: Int32, write: ([UInt8]) throws(RheostatError) -> Void, note: (String) -> Void) throws {
    var waiting: [StreamIngest.Row] = []
    try withoutActuallyEscaping(write) { write in
      func flush() throws(RheostatError) {
        guard !waiting.isEmpty else { return }
        let rows = waiting
        waiting = []
        try write(lines(rows))
      }
      let stream = try StreamIngest(descriptor: input) { () throws(RheostatError) in try flush() }
      try write(stream.header + [UInt8(ascii: ",")] + columns.header())
      while let row = try stream.next() {
        waiting.append(row)
        if waiting.count == Self.inFlight { try flush() }
      }
      try flush()
      for problem in try stream.unusedColumns() { note(problem.message) }
    }
  }

  /// The rows with their results, solved on several threads, in order.
  private func lines(_ rows: [StreamIngest.Row]) -> [UInt8] {
    let next = Mutex(0)
    let finished = Mutex<[[UInt8]]>(Array(repeating: [], count: rows.count))
    nonisolated(unsafe) let rows = rows
    DispatchQueue.concurrentPerform(iterations: min(max(1, settings.threads), rows.count)) { _ in
      while true {
        let place = next.withLock { value in
          defer { value += 1 }
          return value
        }
        guard place < rows.count else { return }
        let line = rows[place].raw + [UInt8(ascii: ",")] + results(rows[place])
        finished.withLock { $0[place] = line }
      }
    }
    return finished.withLock { Array($0.joined()) }
  }

  private func results(_ row: StreamIngest.Row) -> [UInt8] {
    let problems = row.problems.map { $0.analyte.isEmpty ? $0.code : "\($0.analyte): \($0.code)" }
      .joined(separator: "; ")
    guard let visit = row.visit else { return columns.rejected(problems) }
    let key = Hashing.randomKey(seed: settings.seed, identifier: visit.patient, visit: visit.key)
    var panel = PanelBlock(visits: [VisitIdentity(row: 1, patient: 1, ordinal: 1, day: nil, randomKey: key)])
    for result in row.results { panel.set(result, row: 0) }
    for attribute in row.attributes { panel.set(attribute.value, row: 0) }
    let filtration = [EstimatedGFR(of: panel[0])?.value ?? .nan]
    let phenotype = scorer.score(panel.withDerivedBMI(), computedGFR: filtration)[0]
    let (indices, syndromes) = VisitScores.columns(of: panel)
    let block = ScoredBlock(
      panel: panel, indices: indices, syndromes: syndromes, phenotypes: [phenotype], kept: [[]])
    return columns.row(block, status: problems.isEmpty ? "ok" : "partial", problems: problems)
  }
}

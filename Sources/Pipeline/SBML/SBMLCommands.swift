import Domain
import Engine
import Foundation
import Ingest

/// What came of a table of steady states.
public struct SteadyStateSummary: Sendable {
  /// Rows read, each of which is one row of the result.
  public var rows = 0
  /// Rows by status, in the order of the codes.
  public var counts: [(status: String, count: Int)] = []
  /// The first rows without a certified state, each with line and reason.
  public var failures: [String] = []

  /// Whether every row has a certified state.
  public var isComplete: Bool { counts.allSatisfy { $0.status == SolveStatus.certified.code } }
}

extension Commands {
  /// `rheostat sbml steady`: the steady state of one case.
  /// - Parameter starts: how many starts to search further states from; nothing for no search.
  public static func steadyState(_ request: SBMLRequest, starts: Int?, seed: UInt64) throws -> SteadyStateReport {
    let model = try request.model()
    let given = request.values
    do throws(EngineError) {
      if let starts {
        let search = try SteadyStateSearch(
          model: model, inputs: [], clamped: request.clamped, initialValues: given.map(\.id),
          values: given.map(\.value), starts: starts
        ) { start, count in
          // One stream a start: its numbers do not depend on how many starts there are.
          var stream = RandomStream(key: seed, purpose: 0, draw: UInt32(truncatingIfNeeded: start))
          return (0..<count).map { _ in stream.uniform() }
        }
        return SteadyStateReport(model: model, clamped: request.clamped, search: search)
      }
      let program = try SteadyStateProgram(
        model: model, inputs: [], clamped: request.clamped, initialValues: given.map(\.id))
      return SteadyStateReport(
        model: model, clamped: request.clamped, outputs: program.outputs,
        batch: program.solve(cases: [given.map(\.value)], eigenvalues: true))
    } catch {
      throw SBMLRequest.refusal(error, request.path)
    }
  }

  /// `rheostat sbml steady --batch`: one steady state a row.
  public static func steadyStates(
    _ request: SBMLRequest, table path: String, out: String, eigenvalues: Bool, threads: Int,
    progress: ProgressHandler
  ) throws -> SteadyStateSummary {
    let model = try request.model()
    let input = try NumberTable(path: path)
    try InputPaths.refuseOverwriting([path, request.path], out)
    let table = try SteadyStateTable(
      model: model, request: request, table: input, tablePath: path, eigenvalues: eigenvalues)
    let file = try OutputFile(path: out)
    try file.write(table.header)
    var summary = SteadyStateSummary()
    var counts: [String: Int] = [:]
    try OrderedWork.run(threads: threads) {
      SteadyStateTable.Worker(table.program)
    } fetch: {
      let rows = try input.next(SteadyStateTable.share)
      return rows.count > 0 ? rows : nil
    } work: { worker, rows in
      table.solve(rows, worker)
    } deliver: { piece in
      try file.write(piece.bytes)
      summary.rows += piece.rows
      counts.merge(piece.counts, uniquingKeysWith: +)
      summary.failures += piece.failures.prefix(5 - summary.failures.count)
      progress(
        StageProgress(
          stage: "steady", done: Int64(summary.rows), total: 0, unit: "rows", ended: false, summary: ""))
    }
    try file.finish()
    summary.counts = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    progress(
      StageProgress(
        stage: "steady", done: Int64(summary.rows), total: 0, unit: "rows", ended: true,
        summary: "\(summary.rows) rows: "
          + (summary.rows == 0 ? "none" : summary.counts.map { "\($0.count) \($0.status)" }.joined(separator: ", "))))
    return summary
  }
}

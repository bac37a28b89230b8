import Domain
import Engine
import Foundation
import Ingest
import Report

/// `rheostat sbml steady --batch`: one steady state a row of a table of inputs.
struct SteadyStateTable: Sendable {
  /// Rows that a thread takes at a time.
  static let share = 1_024

  let program: SteadyStateProgram
  /// Where each output column stands among the program's outputs: the floating species.
  let species: [Int]
  let eigenvalues: Bool
  /// Values that are the same in every row, behind those of the table.
  let constants: [Double]
  let columns: [String]

  /// Some rows of results.
  struct Piece: Sendable {
    var bytes: [UInt8] = []
    var counts: [String: Int] = [:]
    /// The first rows that are not certified, with their line and reason.
    var failures: [String] = []
    var rows = 0
  }

  /// - Throws: 65 where a header is no input of the model, 64 where the request contradicts itself.
  init(model: Model, request: SBMLRequest, table: NumberTable, tablePath: String, eigenvalues: Bool) throws {
    let given = request.values
    for (index, column) in table.columns.enumerated() where given.contains(where: { $0.id == column }) {
      throw RheostatError(
        .usage, "\(column) is set on the command line and is a column too (\(index + 1)). Give it once.")
    }
    do {
      program = try SteadyStateProgram(
        model: model, inputs: [], clamped: request.clamped, initialValues: table.columns + given.map(\.id))
    } catch {
      if let column = table.columns.firstIndex(where: { $0 == error.element }),
        error.code == .unknownIdentifier || error.code == .invalidRequest
      {
        throw SBMLRequest.unusable(error, "\(tablePath), line 1, column \(column + 1)")
      }
      throw SBMLRequest.refusal(error, request.path)
    }
    let floating = Set(model.species.filter { !$0.isBoundary && !$0.isConstant }.map(\.id))
    let outputs = program.outputs
    species = outputs.indices.prefix(model.species.count).filter { floating.contains(outputs[$0]) }
    constants = given.map(\.value)
    columns = table.columns
    self.eigenvalues = eigenvalues
  }

  /// The header line of the result.
  var header: [UInt8] {
    var writer = CSVWriter()
    for index in species { writer.text(program.outputs[index]) }
    writer.text("status")
    if eigenvalues { writer.text("largest_real_part") }
    writer.endRow()
    return writer.bytes
  }

  /// The memory of one thread.
  final class Worker {
    var workspace: SteadyStateWorkspace

    init(_ program: SteadyStateProgram) { workspace = program.makeWorkspace() }
  }

  /// Solves some rows.
  func solve(_ rows: NumberRows, _ worker: Worker) -> Piece {
    let count = rows.count
    var piece = Piece()
    piece.rows = count
    var inputs = [Double](repeating: .nan, count: program.inputs.count * count)
    var faults = [NumberRows.Fault?](repeating: nil, count: count)
    var values: [Double] = []
    for row in 0..<count {
      faults[row] = rows.read(row, into: &values)
      guard faults[row] == nil else { continue }
      for (column, value) in values.enumerated() { inputs[column * count + row] = value }
      for (index, value) in constants.enumerated() { inputs[(columns.count + index) * count + row] = value }
    }
    var states = [Double](repeating: .nan, count: program.outputs.count * count)
    var certificates = [Certificate](
      repeating: Certificate(status: .notFinite, residual: .nan, minimum: .nan, iterations: 0), count: count)
    inputs.withUnsafeBufferPointer { inputs in
      states.withUnsafeMutableBufferPointer { states in
        certificates.withUnsafeMutableBufferPointer { certificates in
          program.solve(
            count: count, inputs: inputs, states: states, certificates: certificates, eigenvalues: eigenvalues,
            workspace: &worker.workspace)
        }
      }
    }
    var writer = CSVWriter(capacity: count * (species.count + 1) * 12)
    for row in 0..<count {
      let status = faults[row] == nil ? certificates[row].status : nil
      for index in species {
        // A number without a certificate is not handed out.
        writer.number(status == .certified ? states[index * count + row] : .nan)
      }
      let code = status?.code ?? "invalid_input"
      writer.text(code)
      if eigenvalues { writer.number(status == .certified ? certificates[row].largestRealPart ?? .nan : .nan) }
      writer.endRow()
      piece.counts[code, default: 0] += 1
      if status != .certified, piece.failures.count < 5 {
        piece.failures.append("line \(rows.line(row)): " + reason(status, faults[row]))
      }
    }
    piece.bytes = writer.bytes
    return piece
  }

  private func reason(_ status: SolveStatus?, _ fault: NumberRows.Fault?) -> String {
    guard let fault else { return status?.sentence ?? "" }
    guard let column = fault.column else { return "The row has \(fault.actual), the header \(columns.count)." }
    return fault.actual.isEmpty
      ? "\(columns[column]) has no value." : "\(columns[column]) is \"\(fault.actual)\", not a number."
  }
}

/// The results of some cases, for callers to whom convenience matters more than memory.
public struct SteadyStateBatch: Sendable {
  /// A column for each of the program's outputs, with one value a case; not a number where there is no solution.
  public let columns: [[Double]]
  /// One a case.
  public let certificates: [Certificate]

  /// The values of one case.
  public func values(_ item: Int) -> [Double] { columns.map { $0[item] } }
}

extension SteadyStateProgram {
  /// Solves cases given as rows: one value for each of ``inputs``. Memory is taken anew at each call; see
  /// ``solve(count:inputs:states:certificates:eigenvalues:workspace:)`` for many.
  public func solve(cases: [[Double]], eigenvalues: Bool = false) -> SteadyStateBatch {
    let count = cases.count
    var states = [Double](repeating: .nan, count: outputs.count * count)
    var certificates = [Certificate](
      repeating: Certificate(status: .notFinite, residual: .nan, minimum: .nan, iterations: 0), count: count)
    var workspace = makeWorkspace()
    columns(cases).withUnsafeBufferPointer { inputs in
      states.withUnsafeMutableBufferPointer { states in
        certificates.withUnsafeMutableBufferPointer { certificates in
          solve(
            count: count, inputs: inputs, states: states, certificates: certificates, eigenvalues: eigenvalues,
            workspace: &workspace)
        }
      }
    }
    return SteadyStateBatch(columns: split(states, count), certificates: certificates)
  }

  /// The values of the outputs at the starts of the search, before anything is solved.
  func startValues(cases: [[Double]]) -> [[Double]] {
    let count = cases.count
    var values = [Double](repeating: .nan, count: outputs.count * count)
    let workspace = makeWorkspace()
    columns(cases).withUnsafeBufferPointer { inputs in
      values.withUnsafeMutableBufferPointer { values in
        evaluateStarts(count: count, inputs: inputs, values: values, workspace)
      }
    }
    return split(values, count)
  }

  private func columns(_ cases: [[Double]]) -> [Double] { inputs.indices.flatMap { input in cases.map { $0[input] } } }

  private func split(_ values: [Double], _ count: Int) -> [[Double]] {
    outputs.indices.map { Array(values[($0 * count)..<(($0 + 1) * count)]) }
  }
}

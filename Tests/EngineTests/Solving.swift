import Engine

extension Model {
  init(_ text: ModelText) throws { try self.init(sbml: Array(text.xml.utf8), name: "test") }
}

/// The results of a batch, by name.
struct Solutions {
  let program: SteadyStateProgram
  let count: Int
  let states: [Double]
  let certificates: [Certificate]

  func column(_ id: String) -> [Double] {
    guard let index = program.outputs.firstIndex(of: id) else { return [] }
    return Array(states[index * count..<(index + 1) * count])
  }

  func value(_ id: String, _ item: Int = 0) -> Double { column(id)[item] }

  /// The results as bits, since not-a-number is not equal to itself.
  var bits: [UInt64] { states.map(\.bitPattern) }
}

extension SteadyStateProgram {
  /// Solves cases given as rows, one value an input.
  func solve(_ rows: [[Double]], eigenvalues: Bool = false) -> Solutions {
    var columns = [Double](repeating: 0, count: inputs.count * rows.count)
    for (item, row) in rows.enumerated() {
      for (input, value) in row.enumerated() { columns[input * rows.count + item] = value }
    }
    var states = [Double](repeating: -1, count: outputs.count * rows.count)
    let unset = Certificate(status: .notFinite, residual: -1, minimum: -1, iterations: 0)
    var certificates = [Certificate](repeating: unset, count: rows.count)
    var workspace = makeWorkspace()
    columns.withUnsafeBufferPointer { columns in
      states.withUnsafeMutableBufferPointer { states in
        certificates.withUnsafeMutableBufferPointer { certificates in
          solve(
            count: rows.count, inputs: columns, states: states, certificates: certificates,
            eigenvalues: eigenvalues, workspace: &workspace)
        }
      }
    }
    return Solutions(program: self, count: rows.count, states: states, certificates: certificates)
  }
}

/// Whether two values agree to a relative tolerance.
func agree(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
  abs(a - b) <= tolerance * max(abs(a), abs(b))
}

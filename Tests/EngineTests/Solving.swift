import Engine

extension Model {
  init(_ text: ModelText) throws { try self.init(sbml: Array(text.xml.utf8), name: "test") }
}

/// The results of a batch, by name.
struct Solutions {
  let program: SteadyStateProgram
  let batch: SteadyStateBatch

  var count: Int { batch.certificates.count }
  var certificates: [Certificate] { batch.certificates }

  func column(_ id: String) -> [Double] {
    program.outputs.firstIndex(of: id).map { batch.columns[$0] } ?? []
  }

  func value(_ id: String, _ item: Int = 0) -> Double { column(id)[item] }

  /// The results as bits, since not-a-number is not equal to itself.
  var bits: [UInt64] { batch.columns.flatMap { $0.map(\.bitPattern) } }
}

extension SteadyStateProgram {
  /// Solves cases given as rows, one value an input.
  func solve(_ rows: [[Double]], eigenvalues: Bool = false) -> Solutions {
    Solutions(program: self, batch: solve(cases: rows, eigenvalues: eigenvalues))
  }
}

/// Whether two values agree to a relative tolerance.
func agree(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
  abs(a - b) <= tolerance * max(abs(a), abs(b))
}

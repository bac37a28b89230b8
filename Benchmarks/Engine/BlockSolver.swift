import Engine

/// One thread's share of the work: all memory is taken at the start.
struct BlockSolver: ~Copyable {
  static let cases = 4096

  let program: SteadyStateProgram
  let eigenvalues: Bool
  let blockCount: Int
  private let inputs: [[Double]]
  private var workspace: SteadyStateWorkspace
  private var states: [Double]
  private var certificates: [Certificate]
  private(set) var solved = 0
  private(set) var certified = 0
  private(set) var iterations = 0

  /// - Parameter blocks: inputs of ``cases`` cases each, by columns.
  init(_ program: SteadyStateProgram, _ blocks: [[Double]], _ set: InstructionSet, eigenvalues: Bool) {
    self.program = program
    self.eigenvalues = eigenvalues
    blockCount = blocks.count
    inputs = blocks
    workspace = program.makeWorkspace(instructionSet: set)
    states = Array(repeating: 0, count: program.outputs.count * Self.cases)
    certificates = Array(
      repeating: Certificate(status: .notFinite, residual: .nan, minimum: .nan, iterations: 0), count: Self.cases)
  }

  /// Starts counting anew.
  mutating func forget() { (solved, certified, iterations) = (0, 0, 0) }

  /// Solves a block of the table; returns a sum over the bits of one state of each case.
  mutating func solve(block: Int) -> UInt64 {
    inputs[block].withUnsafeBufferPointer { inputs in
      states.withUnsafeMutableBufferPointer { states in
        certificates.withUnsafeMutableBufferPointer { certificates in
          program.solve(
            count: Self.cases, inputs: inputs, states: states, certificates: certificates, eigenvalues: eigenvalues,
            workspace: &workspace)
        }
      }
    }
    solved += Self.cases
    var sum: UInt64 = 0
    for item in 0..<Self.cases {
      if certificates[item].status == .certified { certified += 1 }
      iterations += Int(certificates[item].iterations)
      sum = (sum ^ states[(item % program.outputs.count) * Self.cases + item].bitPattern) &* 0x9e37_79b9_7f4a_7c15
    }
    return sum
  }
}

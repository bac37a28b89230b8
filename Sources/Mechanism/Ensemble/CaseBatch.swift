import Engine

/// Many cases of one program, solved together; memory is kept from batch to batch.
struct CaseBatch: ~Copyable {
  let program: SteadyStateProgram
  private var workspace: SteadyStateWorkspace
  private(set) var count = 0
  private var inputs: [Double] = []
  private var states: [Double] = []
  private var certificates: [Certificate] = []

  init(_ program: SteadyStateProgram) {
    self.program = program
    workspace = program.makeWorkspace()
  }

  /// Begins a batch of this many cases. Inputs stay as they were where the number is that of the last batch; otherwise
  /// all of them are to be set. Outputs are of the last batch until this one is solved.
  mutating func begin(count: Int) {
    guard count != self.count else { return }
    self.count = count
    let blank = Certificate(status: .notConverged, residual: .nan, minimum: .nan, iterations: 0)
    inputs = Array(repeating: .nan, count: program.inputs.count * count)
    states = Array(repeating: .nan, count: program.outputs.count * count)
    certificates = Array(repeating: blank, count: count)
  }

  /// Sets one input of one case.
  mutating func set(_ input: Int, _ item: Int, _ value: Double) { inputs[input * count + item] = value }

  /// Sets one input of these cases.
  mutating func set(_ input: Int, _ items: Range<Int>, _ value: Double) {
    for place in input * count + items.lowerBound..<input * count + items.upperBound { inputs[place] = value }
  }

  /// Sets one input of all cases, one entry a case.
  mutating func withInput(_ input: Int, _ body: (UnsafeMutableBufferPointer<Double>) -> Void) {
    inputs.withUnsafeMutableBufferPointer { all in
      body(UnsafeMutableBufferPointer(rebasing: all[input * count..<(input + 1) * count]))
    }
  }

  /// Solves all cases.
  mutating func solve() {
    inputs.withUnsafeBufferPointer { inputs in
      states.withUnsafeMutableBufferPointer { states in
        certificates.withUnsafeMutableBufferPointer { certificates in
          program.solve(
            count: count, inputs: inputs, states: states, certificates: certificates, workspace: &workspace)
        }
      }
    }
  }

  /// One output of one case.
  func output(_ output: Int, _ item: Int) -> Double { states[output * count + item] }

  /// One output of all cases.
  func output(_ output: Int) -> ArraySlice<Double> { states[output * count..<(output + 1) * count] }

  /// Whether the solution of a case was certified.
  func isCertified(_ item: Int) -> Bool { certificates[item].status == .certified }
}

import Engine

/// Many cases of one program, each under a parameter set of its own, solved together; memory is kept from batch to
/// batch.
struct SolutionBatch: ~Copyable {
  private let program: SteadyStateProgram
  private let columns: [Int]
  private let ensemble: ParameterEnsemble
  private var workspace: SteadyStateWorkspace
  private(set) var count = 0
  /// The parameter set of each group of cases, and the size of a group.
  private var sets: [Int] = []
  private var casesEach = 0
  private var inputs: [Double] = []
  private var states: [Double] = []
  private var certificates: [Certificate] = []

  init(_ model: EnsembleProgram, _ ensemble: ParameterEnsemble) {
    program = model.program
    columns = model.columns
    self.ensemble = ensemble
    workspace = program.makeWorkspace()
  }

  /// Begins a batch of as many cases in a row for each of these parameter sets; their other inputs are to be set.
  mutating func begin(sets: [Int], casesEach: Int = 1) {
    count = sets.count * casesEach
    let blank = Certificate(status: .notConverged, residual: .nan, minimum: .nan, iterations: 0)
    states = Array(repeating: .nan, count: program.outputs.count * count)
    certificates = Array(repeating: blank, count: count)
    // Visits of one run use the same sets batch after batch: their parameters stand there already.
    guard sets != self.sets || casesEach != self.casesEach else { return }
    (self.sets, self.casesEach) = (sets, casesEach)
    inputs = Array(repeating: .nan, count: program.inputs.count * count)
    let first = program.inputs.count - columns.count
    for (place, column) in columns.enumerated() {
      var item = (first + place) * count
      for set in sets {
        let value = ensemble.sets[set][column]
        for _ in 0..<casesEach {
          inputs[item] = value
          item += 1
        }
      }
    }
  }

  /// Sets one input of one case.
  mutating func set(_ input: Int, _ item: Int, _ value: Double) { inputs[input * count + item] = value }

  /// Sets one input of all cases.
  mutating func setAll(_ input: Int, _ value: Double) {
    for place in input * count..<(input + 1) * count { inputs[place] = value }
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

  /// Whether the solution of a case was certified.
  func isCertified(_ item: Int) -> Bool { certificates[item].status == .certified }
}

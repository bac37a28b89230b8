import Engine

/// Many cases of one program, each under a parameter set of its own.
struct SolutionBatch: ~Copyable {
  private var cases: CaseBatch
  private let columns: [Int]
  private let ensemble: ParameterEnsemble
  /// The parameter set of each group of cases, and the size of a group.
  private var sets: [Int] = []
  private var casesEach = 0

  init(_ model: EnsembleProgram, _ ensemble: ParameterEnsemble) {
    cases = CaseBatch(model.program)
    columns = model.columns
    self.ensemble = ensemble
  }

  /// Begins a batch of as many cases in a row for each of these parameter sets; their other inputs are to be set.
  mutating func begin(sets: [Int], casesEach: Int = 1) {
    cases.begin(count: sets.count * casesEach)
    // Visits of one run use the same sets batch after batch: their parameters stand there already.
    guard sets != self.sets || casesEach != self.casesEach else { return }
    (self.sets, self.casesEach) = (sets, casesEach)
    let first = cases.program.inputs.count - columns.count
    for (place, column) in columns.enumerated() {
      let values = ensemble.columns[column]
      cases.withInput(first + place) { input in
        for (group, set) in sets.enumerated() {
          input[group * casesEach..<(group + 1) * casesEach].update(repeating: values[set])
        }
      }
    }
  }

  /// Sets one input of one case.
  mutating func set(_ input: Int, _ item: Int, _ value: Double) { cases.set(input, item, value) }

  /// Sets one input of all cases, one entry a case.
  mutating func withInput(_ input: Int, _ body: (UnsafeMutableBufferPointer<Double>) -> Void) {
    cases.withInput(input, body)
  }

  /// Solves all cases.
  mutating func solve() { cases.solve() }

  /// One output of one case.
  func output(_ output: Int, _ item: Int) -> Double { cases.output(output, item) }

  /// One output of all cases.
  func output(_ output: Int) -> ArraySlice<Double> { cases.output(output) }

  /// Whether the solution of a case was certified.
  func isCertified(_ item: Int) -> Bool { cases.isCertified(item) }
}

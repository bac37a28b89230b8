import Engine
import Testing

/// What can be asked of a model: inputs, clamps, rules cut, and what is refused or reported as a failure.
struct RequestTests {
  /// A -> B -> out with an assigned rate constant: A rests at j/k1, B at j/k2, k2 = 2 p.
  private func chain() -> ModelText {
    var text = ModelText()
    text.species = [("A", 0), ("B", 7)]
    text.parameters = [("j", 6), ("k1", 2), ("p", 1.5), ("k2", 0)]
    text.assignments = [("k2", "2 * p")]
    text.reactions = [("feed", [], ["A"], "j"), ("pass", ["A"], ["B"], "k1 * A"), ("leave", ["B"], [], "k2 * B")]
    return text
  }

  @Test("A species given as input keeps its value, and reactions go on around it")
  func clampedInput() throws {
    let program = try SteadyStateProgram(model: Model(chain()), inputs: ["A"])
    let solutions = program.solve([[1], [10]])
    #expect(solutions.column("A") == [1, 10])
    #expect(agree(solutions.value("B", 0), 2.0 / 3, 1e-15) && agree(solutions.value("B", 1), 20.0 / 3, 1e-15))
  }

  @Test("A clamped species keeps its start")
  func clamped() throws {
    let program = try SteadyStateProgram(model: Model(chain()), inputs: ["j"], clamped: ["B"])
    let solutions = program.solve([[1]])
    #expect(solutions.value("B") == 7 && solutions.value("A") == 0.5)
  }

  @Test("An input that a rule assigns takes the rule's place")
  func ruleReplaced() throws {
    let program = try SteadyStateProgram(model: Model(chain()), inputs: ["k2", "p"])
    #expect(program.outputs == ["A", "B", "k2"])
    let solutions = program.solve([[4, 1], [4, 100]])
    #expect(solutions.column("B") == [1.5, 1.5] && solutions.column("k2") == [4, 4])
  }

  @Test("An input that a rate rule changes is held")
  func rateRule() throws {
    // p' = 3 - p j: rests at 3/j = 0.5, so B rests at j / (2 p) = 6.
    var text = chain()
    text.rateRules = [("p", "3 - p * j")]
    let free = try SteadyStateProgram(model: Model(text), inputs: []).solve([[]])
    #expect(agree(free.value("B"), 6, 1e-14) && agree(free.value("p"), 0.5, 1e-14))
    let held = try SteadyStateProgram(model: Model(text), inputs: ["p"]).solve([[3]])
    #expect(agree(held.value("B"), 1, 1e-14) && held.value("p") == 3)
  }

  @Test("Initial assignments follow the inputs that they use")
  func initialAssignment() throws {
    var text = chain()
    text.initialAssignments = [("k1", "3 * j")]
    let solutions = try SteadyStateProgram(model: Model(text), inputs: ["j"]).solve([[6], [60]])
    #expect(agree(solutions.value("A", 0), 1.0 / 3, 1e-15) && agree(solutions.value("A", 1), 1.0 / 3, 1e-15))
  }

  @Test("Concentrations rest where amounts balance, whatever the size of the compartment")
  func compartment() throws {
    // Rates are amounts: V k [X] = j, so [X] = j / (k V).
    var text = ModelText()
    text.compartments = [("cell", 4)]
    text.species = [("X", 1)]
    text.parameters = [("j", 6), ("k", 3)]
    text.reactions = [("feed", [], ["X"], "j"), ("leave", ["X"], [], "cell * k * X")]
    let program = try SteadyStateProgram(model: Model(text), inputs: ["cell"])
    #expect(program.solve([[4], [0.5]]).column("X") == [0.5, 4])
  }

  @Test("Requests that the model cannot meet are refused by name")
  func refusals() throws {
    let model = try Model(chain())
    func error(_ inputs: [String], _ clamped: [String] = []) -> EngineError? {
      do throws(EngineError) {
        _ = try SteadyStateProgram(model: model, inputs: inputs, clamped: clamped)
        return nil
      } catch { return error }
    }
    #expect(error(["nobody"])?.code == .unknownIdentifier && error(["nobody"])?.element == "nobody")
    #expect(error(["feed"])?.code == .unknownIdentifier, "a reaction is no input")
    #expect(error([], ["p"])?.element == "p")
    #expect(error(["p", "p"])?.code == .invalidRequest)
    var timed = chain()
    timed.assignments = [("k2", "2 * time")]
    #expect(
      throws: EngineError(
        .unsupported, "time has no value in a steady state; give what depends on it as an input", element: "k2", line: 2
      )
    ) {
      _ = try SteadyStateProgram(model: Model(timed), inputs: [])
    }
    #expect(try SteadyStateProgram(model: Model(timed), inputs: ["k2"]).solve([[3]]).value("B") == 2)
  }

  @Test("A steady state below zero is reported as negative")
  func negative() throws {
    var text = ModelText()
    text.species = [("X", 1)]
    text.parameters = [("z", 2)]
    text.reactions = [("drain", ["X"], [], "z"), ("leave", ["X"], [], "4 * X")]
    let solutions = try SteadyStateProgram(model: Model(text), inputs: ["z"]).solve([[2], [-2]])
    #expect(solutions.certificates.map(\.status) == [.negative, .certified])
    #expect(agree(solutions.value("X", 0), -0.5, 1e-12) && solutions.certificates[0].minimum == solutions.value("X", 0))
  }

  @Test("No steady state, none that is finite, none that is isolated: each is said, and no number passes for one")
  func failures() throws {
    var text = ModelText()
    text.species = [("X", 1)]
    text.parameters = [("j", 3)]
    text.reactions = [("feed", [], ["X"], "j"), ("leave", ["X"], [], "2 * X / (1 + X)")]
    let solutions = try SteadyStateProgram(model: Model(text), inputs: ["j"]).solve([[3], [.nan], [1]])
    #expect(solutions.certificates.map(\.status) == [.notConverged, .notFinite, .certified])
    #expect(solutions.value("X", 0).isNaN && solutions.value("X", 1).isNaN && agree(solutions.value("X", 2), 1, 1e-12))
    // x' = (1 - x) (1 - x): the two roots fall together.
    text.reactions = [("feed", [], ["X"], "(1 - X) * (1 - X)")]
    let double = try SteadyStateProgram(model: Model(text), inputs: []).solve([[]])
    #expect(double.certificates[0].status == .singular)
  }
}

/// Values at the start, given case by case.
struct InitialValueTests {
  private let pair = ModelText(
    species: [("a", 1), ("b", 1)], parameters: [("k", 3), ("twice", 0)],
    reactions: [("on", ["a"], ["b"], "k * a"), ("off", ["b"], ["a"], "b")], assignments: [("twice", "2 * b")])

  @Test("An initial value moves the conserved total, not the ratio")
  func conservedTotal() throws {
    // b / a = k at rest, a + b as at the start.
    let program = try SteadyStateProgram(model: Model(pair), inputs: ["k"], initialValues: ["a"])
    let solutions = program.solve([[3, 7], [1, 1], [4, 0]])
    for (item, (a, b)) in [(2.0, 6.0), (1, 1), (0.2, 0.8)].enumerated() {
      #expect(agree(solutions.value("a", item), a))
      #expect(agree(solutions.value("b", item), b))
    }
  }

  @Test("What has no value of its own at the start is refused")
  func refusals() throws {
    let model = try Model(pair)
    for (inputs, initial, starts, code) in [
      ([], ["twice"], [], EngineError.Code.invalidRequest), (["a"], ["a"], [], .invalidRequest),
      ([], ["a", "a"], [], .invalidRequest), ([], ["nobody"], [], .unknownIdentifier),
      ([], [], ["twice"], .invalidRequest),
    ] {
      #expect {
        _ = try SteadyStateProgram(model: model, inputs: inputs, initialValues: initial, starts: starts)
      } throws: { ($0 as? EngineError)?.code == code }
    }
  }

  @Test("The start given decides which of several states is found")
  func starts() throws {
    let text = ModelText(parameters: [("x", 0)], rateRules: [("x", "0 - (x - 1) * (x - 2) * (x - 3)")])
    let program = try SteadyStateProgram(model: Model(text), inputs: [], starts: ["x"])
    let solutions = program.solve([[0.9], [2.01], [5]])
    for (item, root) in [1.0, 2, 3].enumerated() { #expect(agree(solutions.value("x", item), root)) }
  }
}

/// Outputs chosen.
struct WantedOutputTests {
  private let text = ModelText(
    species: [("a", 1), ("b", 2)], parameters: [("k", 3), ("ratio", 0), ("twice", 0)],
    reactions: [("make", [], ["a"], "k"), ("turn", ["a"], ["b"], "a"), ("use", ["b"], [], "2 * b")],
    assignments: [("ratio", "a / b"), ("twice", "2 * k")])

  @Test("What is wanted comes in the order given, with the certificates and values of a program with all outputs")
  func choice() throws {
    let rows: [[Double]] = [[3], [-1], [7]]
    let all = try SteadyStateProgram(model: Model(text), inputs: ["k"])
    let some = try SteadyStateProgram(model: Model(text), inputs: ["k"], wanted: ["twice", "b"])
    #expect(all.outputs == ["a", "b", "ratio", "twice"])
    #expect(some.outputs == ["twice", "b"])
    let (whole, part) = (all.solve(rows), some.solve(rows))
    #expect(part.certificates == whole.certificates)
    #expect(part.certificates.map(\.status) == [.certified, .negative, .certified])
    for id in some.outputs { #expect(part.column(id) == whole.column(id)) }
    #expect(part.value("twice") == 6 && part.value("b") == 1.5)
  }

  @Test("A name that is no output is refused")
  func unknown() throws {
    #expect(throws: EngineError.self) {
      _ = try SteadyStateProgram(model: Model(text), inputs: ["k"], wanted: ["k"])
    }
  }
}

import Testing

@testable import Engine

/// The compiler's parts: sharing, derivatives, elimination, ordering, moieties.
struct GraphTests {
  /// Runs a tape that computes `roots` for given variables in one lane.
  private func evaluate(_ roots: [ExpressionGraph.NodeID], _ graph: ExpressionGraph, _ variables: [Double]) -> [Double]
  {
    var builder = TapeBuilder(variableCount: variables.count)
    var tape = builder.build(roots, from: graph)
    builder.place(&tape)
    let workspace = SteadyStateWorkspace(
      registerCount: builder.registerCount, largestBlock: 1, constants: builder.constants)
    for (index, value) in variables.enumerated() {
      workspace.registers[index * LaneGroup.vectors] = Lanes(repeating: value)
    }
    tape.run(workspace.registers, vectors: 1)
    return tape.outputs.map { workspace.registers[Int($0) * LaneGroup.vectors][3] }
  }

  @Test("Equal expressions are one node and constants are folded")
  func sharing() {
    var graph = ExpressionGraph()
    let x = graph.variable(0)
    let y = graph.variable(1)
    #expect(graph.make(.add, x, y) == graph.make(.add, y, x))
    #expect(graph.make(.multiply, x, graph.constant(0)) == graph.constant(0))
    let folded = graph.make(.power, graph.constant(2), graph.constant(10))
    #expect(graph.constantValue(folded) == 1024)
    let count = graph.nodes.count
    _ = graph.make(.add, y, x)
    #expect(graph.nodes.count == count)
  }

  @Test("Derivatives agree with central differences")
  func derivatives() {
    let operations: [Operation] = [
      .add, .subtract, .multiply, .divide, .power, .minimum, .maximum, .exp, .ln, .log10, .sqrt, .absolute, .negate,
      .sin,
      .cos, .tan, .arcsin, .arccos, .arctan, .sinh, .cosh, .tanh,
    ]
    for operation in operations {
      for (x, y) in [(0.3, 0.7), (0.6, 0.2)] {
        var graph = ExpressionGraph()
        let a = graph.variable(0)
        let b = graph.variable(1)
        // The operands depend on the variable too, so that the chain rule is at work.
        let left = graph.make(.multiply, a, b)
        let right = graph.make(.add, a, graph.constant(0.25))
        let node =
          operation.operandCount == 1 ? graph.make(operation, left) : graph.make(operation, left, right)
        let derivative = graph.derivatives(over: graph.cone(of: [node]), withRespectTo: a)[node]
        let h = 1e-6
        let above = evaluate([node], graph, [x + h, y])[0]
        let below = evaluate([node], graph, [x - h, y])[0]
        let value = derivative.map { evaluate([$0], graph, [x, y])[0] } ?? 0
        #expect(abs(value - (above - below) / (2 * h)) < 1e-7, "\(operation)")
      }
    }
  }

  @Test("Symbolic elimination and the pivoting solver solve the same random sparse systems")
  func elimination() throws {
    var seed: UInt64 = 7
    func random() -> Double {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(seed >> 11) * 0x1p-53 - 0.5
    }
    for count in [1, 2, 5, 12] {
      var dense = [[Double]](repeating: .init(repeating: 0, count: count), count: count)
      for row in 0..<count {
        for column in 0..<count where random() > 0.2 { dense[row][column] = random() }
        dense[row][row] = 3 + random()
      }
      let solution = (0..<count).map { _ in random() }
      let right = (0..<count).map { row in zip(dense[row], solution).reduce(0) { $0 + $1.0 * $1.1 } }

      var graph = ExpressionGraph()
      var values: [Double] = []
      func variable(_ value: Double) -> ExpressionGraph.NodeID {
        values.append(value)
        return graph.variable(values.count - 1)
      }
      var rows = [[Int: ExpressionGraph.NodeID]](repeating: [:], count: count)
      for row in 0..<count {
        for column in 0..<count where dense[row][column] != 0 { rows[row][column] = variable(dense[row][column]) }
      }
      let rates = right.map { variable(-$0) }
      let found = graph.newtonStep(jacobian: rows, rates: rates)
      let steps = try #require(found)
      for (step, expected) in zip(evaluate(steps, graph, values), solution) { #expect(abs(step - expected) < 1e-12) }

      // The same rows in reverse order have zeros and small numbers on the diagonal: only pivoting copes.
      let workspace = SteadyStateWorkspace(registerCount: 1, largestBlock: count, constants: [])
      for row in 0..<count {
        for column in 0..<count {
          workspace.matrix[row * count + column] = Lanes(repeating: dense[count - 1 - row][column])
        }
        workspace.right[row] = Lanes(repeating: right[count - 1 - row])
      }
      let isSingular = DenseSolver.solve(workspace.matrix, workspace.right, count: count)
      for index in 0..<count { #expect(abs(workspace.right[index][5] - solution[index]) < 1e-12) }
      #expect(!any(isSingular))
    }
  }

  @Test("A singular matrix is recognised, lane by lane")
  func singular() {
    let workspace = SteadyStateWorkspace(registerCount: 1, largestBlock: 2, constants: [])
    for (index, value) in [1.0, 2, 2, 4].enumerated() { workspace.matrix[index] = Lanes(repeating: value) }
    workspace.matrix[3][6] = 5
    let isSingular = DenseSolver.solve(workspace.matrix, workspace.right, count: 2)
    #expect((0..<8).map { isSingular[$0] } == [true, true, true, true, true, true, false, true])
  }

  @Test("Components come in reverse topological order")
  func components() {
    // 0 <-> 1 -> 2 -> 3 <-> 4, 5 alone, as drawn by hand.
    #expect(stronglyConnectedComponents([[1], [0, 2], [3], [4], [3], []]) == [[3, 4], [2], [0, 1], [5]])
  }

  @Test("An enzyme's reactions conserve enzyme and substrate")
  func moieties() {
    // Rows E, S, ES, P; E + S -> ES, ES -> E + S, ES -> E + P. Totals: E + ES and S + ES + P.
    let moieties = Conservation.leftNullSpace(of: [[-1, 1, 1], [-1, 1, 0], [1, -1, -1], [0, 0, 1]])
    #expect(moieties.count == 2)
    for moiety in moieties {
      let w = moiety.weights
      #expect(w[0] + w[1] == w[2] && w[1] == w[3], "every moiety is a sum of multiples of the two totals")
    }
    #expect(Conservation.leftNullSpace(of: [[1, -1], [0, 1]]).isEmpty)
  }
}

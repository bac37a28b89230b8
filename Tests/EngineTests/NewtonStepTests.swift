import Testing

@testable import Engine

/// Symbolic elimination, and the pivoting solver that stands in for it.
struct NewtonStepTests {
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
}

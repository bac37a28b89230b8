import Testing

@testable import Engine

struct DerivativeTests {
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

  @Test("Derivatives of functions of one operand are mpmath's")
  func functions() throws {
    // Tests/Oracles/derivatives.py
    let rows = try fixture("derivatives.csv")
    #expect(rows.count > 100)
    for row in rows {
      let cells = row.split(separator: ",")
      try #require(cells.count == 3)
      let function = try #require(Expression.Operator(rawValue: String(cells[0])))
      let (x, expected) = (try #require(Double(cells[1])), try #require(Double(cells[2])))
      var graph = ExpressionGraph()
      let a = graph.variable(0)
      let node = graph.apply(function, [a])
      let derivative = try #require(graph.derivatives(over: graph.cone(of: [node]), withRespectTo: a)[node], "\(row)")
      let value = evaluate([derivative], graph, [x])[0]
      #expect(agree(value, expected, 2e-14), "\(row): \(value)")
    }
  }
}

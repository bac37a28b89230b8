import Testing

@testable import Engine

struct ExpressionGraphTests {
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
}

/// What an implicit step needs of the rates: W = I / (h gamma) - J by rows, and the rates' own derivatives by time.
struct Linearisation {
  typealias NodeID = ExpressionGraph.NodeID

  private(set) var matrix: [[Int: NodeID]]
  /// W's entries by rows and ascending columns, where they are structurally there.
  private(set) var entries: [(row: Int, column: Int, node: NodeID)] = []
  private(set) var timeDerivatives: [(state: Int, node: NodeID)] = []

  init(of rates: [NodeID], layout: CourseLayout, in graph: inout ExpressionGraph) {
    let count = rates.count
    // For this purpose time is a state too, the one before the first.
    var dependencies = Dependencies(inputCount: layout.time, stateCount: count + 1)
    dependencies.extend(to: graph)
    let cone = graph.cone(of: rates)
    matrix = Array(repeating: [:], count: count)
    let diagonal = graph.variable(layout.diagonal)
    for place in 0...count {
      let variable = graph.variable(layout.time + place)
      let derivatives = graph.derivatives(
        over: cone.filter { dependencies.contains($0, state: place) }, withRespectTo: variable)
      for (row, rate) in rates.enumerated() {
        guard let node = derivatives[rate] else { continue }
        if place == 0 {
          timeDerivatives.append((row, node))
        } else {
          matrix[row][place - 1] = graph.make(.negate, node)
        }
      }
    }
    for row in 0..<count {
      matrix[row][row] = matrix[row][row].map { graph.make(.add, diagonal, $0) } ?? diagonal
      for column in matrix[row].keys.sorted() {
        guard let node = matrix[row][column] else { continue }
        entries.append((row, column, node))
      }
    }
  }
}

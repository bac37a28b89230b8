@testable import Engine

/// Runs a tape that computes `roots` for given variables in one lane.
func evaluate(_ roots: [ExpressionGraph.NodeID], _ graph: ExpressionGraph, _ variables: [Double]) -> [Double] {
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

import Testing

@testable import Engine

struct DenseSolverTests {
  @Test("A singular matrix is recognised, lane by lane")
  func singular() {
    let workspace = SteadyStateWorkspace(registerCount: 1, largestBlock: 2, constants: [])
    for (index, value) in [1.0, 2, 2, 4].enumerated() { workspace.matrix[index] = Lanes(repeating: value) }
    workspace.matrix[3][6] = 5
    let isSingular = DenseSolver.solve(workspace.matrix, workspace.right, count: 2)
    #expect((0..<8).map { isSingular[$0] } == [true, true, true, true, true, true, false, true])
  }
}

import Testing

@testable import Engine

struct StronglyConnectedComponentsTests {
  @Test("Components come in reverse topological order")
  func components() {
    // 0 <-> 1 -> 2 -> 3 <-> 4, 5 alone, as drawn by hand.
    #expect(stronglyConnectedComponents([[1], [0, 2], [3], [4], [3], []]) == [[3, 4], [2], [0, 1], [5]])
  }
}

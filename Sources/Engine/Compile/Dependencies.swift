/// Which unknowns each node of a graph depends on, kept up as the graph grows.
struct Dependencies {
  private let inputCount, stateCount: Int
  private let words: Int
  private var bits: [UInt64] = []
  private var count = 0

  init(inputCount: Int, stateCount: Int) {
    self.inputCount = inputCount
    self.stateCount = stateCount
    self.words = (stateCount + 63) / 64
  }

  /// Takes in the nodes added since the last call.
  mutating func extend(to graph: ExpressionGraph) {
    bits.reserveCapacity(graph.nodes.count * words)
    for id in count..<graph.nodes.count {
      bits.append(contentsOf: repeatElement(0, count: words))
      let node = graph.nodes[id]
      if node.operation == .variable {
        let state = Int(node.a) - inputCount
        // Beyond the states a course's graph has variables of its own: what a step solves for.
        if state >= 0, state < stateCount { bits[id * words + state / 64] |= 1 << UInt64(state % 64) }
        continue
      }
      for operand in [node.a, node.b, node.c] where operand >= 0 {
        for word in 0..<words { bits[id * words + word] |= bits[Int(operand) * words + word] }
      }
    }
    count = graph.nodes.count
  }

  func contains(_ node: ExpressionGraph.NodeID, state: Int) -> Bool {
    bits[Int(node) * words + state / 64] >> UInt64(state % 64) & 1 == 1
  }

  /// A set of unknowns in the form that ``intersects(_:_:)`` takes.
  func mask(of states: [Int]) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: words)
    for state in states { result[state / 64] |= 1 << UInt64(state % 64) }
    return result
  }

  /// Whether a node depends on any unknown of a mask.
  func intersects(_ node: ExpressionGraph.NodeID, _ mask: [UInt64]) -> Bool {
    for word in 0..<words where bits[Int(node) * words + word] & mask[word] != 0 { return true }
    return false
  }

  /// The unknowns a node depends on, ascending.
  func states(of node: ExpressionGraph.NodeID) -> [Int] {
    var result: [Int] = []
    for word in 0..<words {
      var rest = bits[Int(node) * words + word]
      while rest != 0 {
        result.append(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }
}

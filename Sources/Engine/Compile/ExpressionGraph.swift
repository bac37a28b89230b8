/// A directed acyclic graph of operations in which equal expressions are one node.
///
/// Operands always come before the nodes that use them, so ascending order is an order of evaluation.
struct ExpressionGraph {
  typealias NodeID = Int32

  struct Node: Hashable {
    let operation: Operation
    let a: NodeID
    let b: NodeID
    let c: NodeID
    /// The bits of a constant; 0 otherwise.
    let bits: UInt64
  }

  private(set) var nodes: [Node] = []
  private var known: [Node: NodeID] = [:]

  /// A model that grows beyond this when its functions are inlined is refused rather than left to fill the memory.
  static let maximumCount = 2_000_000

  subscript(id: NodeID) -> Node { nodes[Int(id)] }

  mutating func constant(_ value: Double) -> NodeID {
    intern(Node(operation: .constant, a: -1, b: -1, c: -1, bits: value.bitPattern))
  }

  mutating func variable(_ index: Int) -> NodeID {
    intern(Node(operation: .variable, a: NodeID(index), b: -1, c: -1, bits: 0))
  }

  /// The value when the node is a constant.
  func constantValue(_ id: NodeID) -> Double? {
    let node = nodes[Int(id)]
    return node.operation == .constant ? Double(bitPattern: node.bits) : nil
  }

  /// Adds an operation, folded and simplified.
  ///
  /// The simplifications x*0 = 0 and 0/x = 0 take the operands to be finite; what is not finite is found by the
  /// certificate, which looks at every state and equation.
  mutating func make(_ operation: Operation, _ a: NodeID, _ b: NodeID = -1, _ c: NodeID = -1) -> NodeID {
    let (x, y, z) = (value(a), value(b), value(c))
    let count = operation.operandCount
    if let x, count < 2 || y != nil, count < 3 || z != nil {
      return constant(operation.apply(x, y ?? 0, z ?? 0))
    }
    switch operation {
    case .add:
      if x == 0 { return b }
      if y == 0 { return a }
      if self[b].operation == .negate { return make(.subtract, a, self[b].a) }
      if self[a].operation == .negate { return make(.subtract, b, self[a].a) }
    case .subtract:
      if y == 0 { return a }
      if x == 0 { return make(.negate, b) }
      if a == b { return constant(0) }
      if self[b].operation == .negate { return make(.add, a, self[b].a) }
    case .multiply:
      if x == 0 || y == 0 { return constant(0) }
      if x == 1 { return b }
      if y == 1 { return a }
      if x == -1 { return make(.negate, b) }
      if y == -1 { return make(.negate, a) }
      if self[a].operation == .negate { return make(.negate, make(.multiply, self[a].a, b)) }
      if self[b].operation == .negate { return make(.negate, make(.multiply, a, self[b].a)) }
    case .divide:
      if x == 0 { return constant(0) }
      if y == 1 { return a }
      if a == b { return constant(1) }
      if self[a].operation == .negate { return make(.negate, make(.divide, self[a].a, b)) }
      if self[b].operation == .negate { return make(.negate, make(.divide, a, self[b].a)) }
    case .negate:
      if self[a].operation == .negate { return self[a].a }
      if self[a].operation == .subtract { return make(.subtract, self[a].b, self[a].a) }
    case .absolute:
      if self[a].operation == .negate || self[a].operation == .absolute { return make(.absolute, self[a].a) }
    case .power:
      if let y, let result = smallPower(a, y) { return result }
    case .select:
      if let x { return x != 0 ? b : c }
      if b == c { return b }
    default: break
    }
    if operation.isCommutative && a > b {
      return intern(Node(operation: operation, a: b, b: a, c: c, bits: 0))
    }
    return intern(Node(operation: operation, a: a, b: b, c: c, bits: 0))
  }

  /// Integral powers up to 64 by repeated squaring, and square roots.
  private mutating func smallPower(_ base: NodeID, _ exponent: Double) -> NodeID? {
    if exponent == 0.5 { return make(.sqrt, base) }
    guard abs(exponent) <= 64, exponent == exponent.rounded(.towardZero) else { return nil }
    var rest = Int(abs(exponent))
    if rest == 0 { return constant(1) }
    var square = base
    var result: NodeID?
    while rest > 0 {
      if rest & 1 == 1 { result = result.map { make(.multiply, $0, square) } ?? square }
      rest >>= 1
      if rest > 0 { square = make(.multiply, square, square) }
    }
    guard let result else { return nil }
    return exponent < 0 ? make(.divide, constant(1), result) : result
  }

  private func value(_ id: NodeID) -> Double? { id < 0 ? nil : constantValue(id) }

  private mutating func intern(_ node: Node) -> NodeID {
    if let id = known[node] { return id }
    let id = NodeID(nodes.count)
    nodes.append(node)
    known[node] = id
    return id
  }
}

extension ExpressionGraph {
  /// The terms of a sum: operands of additions, subtractions and negations at the top of an expression.
  func terms(of id: NodeID) -> [NodeID] {
    var result: [NodeID] = []
    var pending = [id]
    while let next = pending.popLast() {
      let node = self[next]
      switch node.operation {
      case .add, .subtract: pending += [node.b, node.a]
      case .negate: pending.append(node.a)
      default: result.append(next)
      }
      // Shared sums can repeat terms without end; a long list is as good a scale when it is cut off.
      if result.count > 1_000 { break }
    }
    return result
  }

  /// The size an expression would have if no sum in it cancelled: what its rounding errors are proportional to.
  mutating func magnitude(of id: NodeID, known: inout [NodeID: NodeID]) -> NodeID {
    for next in cone(of: [id]) where known[next] == nil {
      let node = self[next]
      known[next] =
        switch node.operation {
        case .constant: constant(abs(Double(bitPattern: node.bits)))
        case .add, .subtract: make(.add, known[node.a] ?? node.a, known[node.b] ?? node.b)
        case .multiply: make(.multiply, known[node.a] ?? node.a, known[node.b] ?? node.b)
        case .divide: make(.divide, known[node.a] ?? node.a, make(.absolute, node.b))
        case .negate: known[node.a] ?? node.a
        case .select: make(.select, node.a, known[node.b] ?? node.b, known[node.c] ?? node.c)
        default: make(.absolute, next)
        }
    }
    return known[id] ?? id
  }

  /// The nodes that the given ones are computed from, themselves included, ascending.
  func cone(of roots: [NodeID], where include: (NodeID) -> Bool = { _ in true }) -> [NodeID] {
    var seen: Set<NodeID> = []
    var pending = roots
    while let next = pending.popLast() {
      guard include(next), seen.insert(next).inserted else { continue }
      let node = self[next]
      guard node.operation != .variable else { continue }
      for operand in [node.a, node.b, node.c] where operand >= 0 { pending.append(operand) }
    }
    return seen.sorted()
  }
}

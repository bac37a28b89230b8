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

  /// What the rounding error of an expression is proportional to: a bound in units of the rounding of one operation, to
  /// first order (running error analysis; Higham, Accuracy and Stability of Numerical Algorithms, section 3.3). A species
  /// that is the small difference of a large total and others has the error of the total, and hands it on in proportion
  /// to the slope of what is computed from it.
  mutating func magnitude(of id: NodeID, known: inout [NodeID: NodeID]) -> NodeID {
    for next in cone(of: [id]) where known[next] == nil {
      let node = self[next]
      let (a, b) = (known[node.a] ?? node.a, known[node.b] ?? node.b)
      let own = make(.absolute, next)
      known[next] =
        switch node.operation {
        case .constant, .variable: own
        case .add, .subtract: make(.add, a, b)
        case .multiply:
          make(.add, make(.multiply, make(.absolute, node.a), b), make(.multiply, a, make(.absolute, node.b)))
        case .divide: make(.divide, make(.add, a, make(.multiply, own, b)), make(.absolute, node.b))
        case .negate: a
        case .select: make(.select, node.a, b, known[node.c] ?? node.c)
        case .power where constantValue(node.b) != nil:
          make(
            .add, own,
            make(
              .multiply, a,
              make(.absolute, make(.multiply, node.b, make(.power, node.a, make(.subtract, node.b, constant(1)))))))
        default: own
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

extension ExpressionGraph {
  /// The derivatives of nodes with respect to one variable; absent means structurally zero.
  ///
  /// - Parameters:
  ///   - cone: the nodes that can depend on the variable, ascending, with every operand that does among them.
  ///   - variable: the node of the variable.
  mutating func derivatives(over cone: [NodeID], withRespectTo variable: NodeID) -> [NodeID: NodeID] {
    var result: [NodeID: NodeID] = [:]
    for id in cone {
      if id == variable {
        result[id] = constant(1)
        continue
      }
      let node = self[id]
      let derivative = derivative(of: id, node, result[node.a], result[node.b], result[node.c])
      if let derivative, constantValue(derivative) != 0 { result[id] = derivative }
    }
    return result
  }

  private mutating func derivative(of id: NodeID, _ node: Node, _ da: NodeID?, _ db: NodeID?, _ dc: NodeID?) -> NodeID?
  {
    let (a, b) = (node.a, node.b)
    guard da != nil || db != nil || dc != nil else { return nil }
    switch node.operation {
    case .add:
      guard let da else { return db }
      guard let db else { return da }
      return make(.add, da, db)
    case .subtract:
      guard let da else { return db.map { make(.negate, $0) } }
      guard let db else { return da }
      return make(.subtract, da, db)
    case .multiply:
      return sum(da.map { make(.multiply, $0, b) }, db.map { make(.multiply, a, $0) })
    case .divide:
      // (a/b)' = (a' - (a/b) b') / b uses the quotient that is there already.
      guard let db else { return da.map { make(.divide, $0, b) } }
      let part = make(.multiply, id, db)
      return make(.divide, da.map { make(.subtract, $0, part) } ?? make(.negate, part), b)
    case .negate: return da.map { make(.negate, $0) }
    case .power:
      let viaBase = da.map { make(.multiply, make(.multiply, b, make(.power, a, make(.subtract, b, constant(1)))), $0) }
      let viaExponent = db.map { make(.multiply, make(.multiply, id, make(.ln, a)), $0) }
      return sum(viaBase, viaExponent)
    case .minimum: return select(make(.less, a, b), da, db)
    case .maximum: return select(make(.less, b, a), da, db)
    case .select: return select(a, db, dc)
    default:
      guard let da, let factor = slope(id, node) else { return nil }
      return make(.multiply, factor, da)
    }
  }

  /// The derivative of a function of one operand with respect to that operand; nothing where it is zero.
  private mutating func slope(_ id: NodeID, _ node: Node) -> NodeID? {
    let a = node.a
    switch node.operation {
    case .exp: return id
    case .ln: return make(.divide, constant(1), a)
    case .log10: return make(.divide, constant(0.4342944819032518), a)
    case .sqrt: return make(.divide, constant(0.5), id)
    case .absolute: return make(.select, make(.less, a, constant(0)), constant(-1), constant(1))
    case .sin: return make(.cos, a)
    case .cos: return make(.negate, make(.sin, a))
    case .tan: return make(.add, constant(1), make(.multiply, id, id))
    case .arcsin: return make(.divide, constant(1), make(.sqrt, oneMinusSquare(a)))
    case .arccos: return make(.divide, constant(-1), make(.sqrt, oneMinusSquare(a)))
    case .arctan: return make(.divide, constant(1), make(.add, constant(1), make(.multiply, a, a)))
    case .arcsec: return make(.divide, constant(1), make(.multiply, make(.absolute, a), rootOfSquareMinusOne(a)))
    case .arccsc: return make(.divide, constant(-1), make(.multiply, make(.absolute, a), rootOfSquareMinusOne(a)))
    case .sinh: return make(.cosh, a)
    case .cosh: return make(.sinh, a)
    case .arcsinh:
      return make(.divide, constant(1), make(.sqrt, make(.add, constant(1), make(.multiply, a, a))))
    case .arccosh: return make(.divide, constant(1), rootOfSquareMinusOne(a))
    case .arctanh, .arccoth: return make(.divide, constant(1), oneMinusSquare(a))
    case .arcsech: return make(.divide, constant(-1), make(.multiply, a, make(.sqrt, oneMinusSquare(a))))
    case .tanh: return oneMinusSquare(id)
    default: return nil  // steps and factorials: zero or undefined where they do not jump
    }
  }

  /// 1 - a^2 without cancellation near 1 and -1.
  private mutating func oneMinusSquare(_ a: NodeID) -> NodeID {
    make(.multiply, make(.subtract, constant(1), a), make(.add, constant(1), a))
  }

  private mutating func rootOfSquareMinusOne(_ a: NodeID) -> NodeID {
    make(.sqrt, make(.multiply, make(.subtract, a, constant(1)), make(.add, a, constant(1))))
  }

  private mutating func sum(_ a: NodeID?, _ b: NodeID?) -> NodeID? {
    guard let a else { return b }
    guard let b else { return a }
    return make(.add, a, b)
  }

  private mutating func select(_ condition: NodeID, _ a: NodeID?, _ b: NodeID?) -> NodeID? {
    guard a != nil || b != nil else { return nil }
    return make(.select, condition, a ?? constant(0), b ?? constant(0))
  }
}

extension ExpressionGraph {
  /// An operator of the model's mathematics in terms of the graph's operations. Operand counts were checked on reading.
  mutating func apply(_ operation: Expression.Operator, _ operands: [NodeID]) -> NodeID {
    switch operation {
    case .plus: fold(.add, operands, empty: 0)
    case .times: fold(.multiply, operands, empty: 1)
    case .and: fold(.and, operands, empty: 1)
    case .or: fold(.or, operands, empty: 0)
    case .xor: fold(.xor, operands, empty: 0)
    case .min: fold(.minimum, operands, empty: .infinity)
    case .max: fold(.maximum, operands, empty: -.infinity)
    case .minus: operands.count == 1 ? make(.negate, operands[0]) : make(.subtract, operands[0], operands[1])
    case .divide: make(.divide, operands[0], operands[1])
    case .power: make(.power, operands[0], operands[1])
    case .exp: make(.exp, operands[0])
    case .ln: make(.ln, operands[0])
    case .log10: make(.log10, operands[0])
    case .log: make(.divide, make(.ln, operands[1]), make(.ln, operands[0]))
    case .sqrt: make(.sqrt, operands[0])
    case .root: make(.power, operands[1], make(.divide, constant(1), operands[0]))
    case .abs: make(.absolute, operands[0])
    case .floor: make(.floor, operands[0])
    case .ceiling: make(.ceiling, operands[0])
    case .quotient: quotient(operands[0], operands[1])
    case .remainder: make(.subtract, operands[0], make(.multiply, operands[1], quotient(operands[0], operands[1])))
    case .sin: make(.sin, operands[0])
    case .cos: make(.cos, operands[0])
    case .tan: make(.tan, operands[0])
    case .sec: make(.divide, constant(1), make(.cos, operands[0]))
    case .csc: make(.divide, constant(1), make(.sin, operands[0]))
    case .cot: make(.divide, constant(1), make(.tan, operands[0]))
    case .sech: make(.divide, constant(1), make(.cosh, operands[0]))
    case .csch: make(.divide, constant(1), make(.sinh, operands[0]))
    case .coth: make(.divide, constant(1), make(.tanh, operands[0]))
    // Of 1/x where its rounding does no harm; where it would, near 1, the operation is of x.
    case .arccot: make(.arctan, make(.divide, constant(1), operands[0]))
    case .arccsch: make(.arcsinh, make(.divide, constant(1), operands[0]))
    case .arcsin: make(.arcsin, operands[0])
    case .arccos: make(.arccos, operands[0])
    case .arctan: make(.arctan, operands[0])
    case .sinh: make(.sinh, operands[0])
    case .cosh: make(.cosh, operands[0])
    case .arcsec: make(.arcsec, operands[0])
    case .arccsc: make(.arccsc, operands[0])
    case .tanh: make(.tanh, operands[0])
    case .arcsinh: make(.arcsinh, operands[0])
    case .arccosh: make(.arccosh, operands[0])
    case .arctanh: make(.arctanh, operands[0])
    case .arcsech: make(.arcsech, operands[0])
    case .arccoth: make(.arccoth, operands[0])
    case .factorial: make(.factorial, operands[0])
    case .less: chain(operands) { graph, a, b in graph.make(.less, a, b) }
    case .lessOrEqual: chain(operands) { graph, a, b in graph.make(.lessOrEqual, a, b) }
    case .greater: chain(operands) { graph, a, b in graph.make(.less, b, a) }
    case .greaterOrEqual: chain(operands) { graph, a, b in graph.make(.lessOrEqual, b, a) }
    case .equal: chain(operands) { graph, a, b in graph.make(.equal, a, b) }
    case .notEqual: make(.not, make(.equal, operands[0], operands[1]))
    case .not: make(.not, operands[0])
    case .implies: make(.or, make(.not, operands[0]), operands[1])
    }
  }

  private mutating func fold(_ operation: Operation, _ operands: [NodeID], empty: Double) -> NodeID {
    guard var result = operands.first else { return constant(empty) }
    // A truth value, also of a single number.
    if operands.count == 1 && operation.isLogical { return make(operation, constant(empty), result) }
    for operand in operands.dropFirst() { result = make(operation, result, operand) }
    return result
  }

  /// Relations of more than two operands hold when they hold between all neighbours.
  private mutating func chain(
    _ operands: [NodeID], _ relation: (inout ExpressionGraph, NodeID, NodeID) -> NodeID
  ) -> NodeID {
    var result = relation(&self, operands[0], operands[1])
    for index in operands.indices.dropFirst(2) {
      result = make(.and, result, relation(&self, operands[index - 1], operands[index]))
    }
    return result
  }

  /// The quotient without its fraction, rounded towards zero.
  private mutating func quotient(_ a: NodeID, _ b: NodeID) -> NodeID {
    let ratio = make(.divide, a, b)
    return make(.select, make(.less, ratio, constant(0)), make(.ceiling, ratio), make(.floor, ratio))
  }
}

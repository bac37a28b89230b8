import CSBML

/// Turns a libSBML syntax tree into an ``Expression``.
struct MathReader {
  /// Where the mathematics stands, for messages.
  let element: String
  let line: Int?

  /// Deeper trees cannot come from a document that passed ``ByteGuard``; the limit protects the stack all the same.
  static let maximumDepth = 512

  func read(_ node: OpaquePointer?, depth: Int = 0) throws(EngineError) -> Expression {
    guard let node else {
      throw EngineError(.invalidSBML, "a mathematical expression is missing; write it", element: element, line: line)
    }
    guard depth < Self.maximumDepth else {
      throw EngineError(.unsupported, "an expression is nested too deeply; split it", element: element, line: line)
    }
    switch ASTNode_getType(node) {
    case AST_INTEGER, AST_REAL, AST_REAL_E, AST_RATIONAL: return .number(ASTNode_getValue(node))
    case AST_NAME_AVOGADRO: return .number(6.02214179e23)  // the value fixed by SBML L3V2 Core, section 3.4.6
    case AST_CONSTANT_E: return .number(2.718281828459045)
    case AST_CONSTANT_PI: return .number(Double.pi)
    case AST_CONSTANT_TRUE: return .number(1)
    case AST_CONSTANT_FALSE: return .number(0)
    case AST_NAME_TIME: return .time
    case AST_NAME: return .symbol(try name(of: node))
    case AST_FUNCTION: return .call(try name(of: node), try children(of: node, depth: depth))
    case AST_FUNCTION_PIECEWISE: return try piecewise(node, depth: depth)
    case AST_FUNCTION_DELAY:
      throw EngineError(.unsupported, "delays are not computed; remove the delay", element: element, line: line)
    case AST_FUNCTION_RATE_OF:
      guard let target = ASTNode_getChild(node, 0), ASTNode_getType(target) == AST_NAME else {
        throw EngineError(
          .invalidSBML, "rateOf needs the identifier of a variable; write one", element: element, line: line)
      }
      return .rateOf(try name(of: target))
    case let type:
      guard let operation = Self.operators[type.rawValue] else {
        let label = ASTNode_getName(node).map { String(cString: $0) } ?? "number \(type.rawValue)"
        throw EngineError(
          .unsupported, "the MathML operator \(label) is not computed; rewrite the expression", element: element,
          line: line)
      }
      var operands = try children(of: node, depth: depth)
      if type == AST_FUNCTION_LOG, operands.count == 2, operands[0] == .number(10) {
        return .apply(.log10, [operands[1]])
      }
      if type == AST_FUNCTION_ROOT, operands.count == 2, operands[0] == .number(2) {
        return .apply(.sqrt, [operands[1]])
      }
      if type == AST_FUNCTION_ROOT, operands.count == 1 { operands.insert(.number(2), at: 0) }
      if type == AST_FUNCTION_LOG, operands.count == 1 { return .apply(.log10, operands) }
      guard Self.arity(operation).contains(operands.count) else {
        throw EngineError(
          .invalidSBML, "\(operation.rawValue) has \(operands.count) operands; correct the expression",
          element: element,
          line: line)
      }
      return .apply(operation, operands)
    }
  }

  private func name(of node: OpaquePointer) throws(EngineError) -> String {
    guard let name = ASTNode_getName(node) else {
      throw EngineError(.invalidSBML, "a ci element has no name; write one", element: element, line: line)
    }
    return String(cString: name)
  }

  private func children(of node: OpaquePointer, depth: Int) throws(EngineError) -> [Expression] {
    // libSBML reads a sum or product of n operands as n - 1 of two, each the first operand of the next.
    let type = ASTNode_getType(node)
    var first = node
    var later: [OpaquePointer?] = []
    if type == AST_PLUS || type == AST_TIMES {
      while ASTNode_getNumChildren(first) == 2, let inner = ASTNode_getChild(first, 0), ASTNode_getType(inner) == type {
        later.append(ASTNode_getChild(first, 1))
        first = inner
      }
    }
    var result: [Expression] = []
    for index in 0..<ASTNode_getNumChildren(first) {
      result.append(try read(ASTNode_getChild(first, index), depth: depth + 1))
    }
    for operand in later.reversed() { result.append(try read(operand, depth: depth + 1)) }
    return result
  }

  private func piecewise(_ node: OpaquePointer, depth: Int) throws(EngineError) -> Expression {
    var operands = try children(of: node, depth: depth)
    let otherwise = operands.count % 2 == 1 ? operands.removeLast() : nil
    var pieces: [Expression.Piece] = []
    for index in stride(from: 0, to: operands.count, by: 2) {
      pieces.append(.init(value: operands[index], condition: operands[index + 1]))
    }
    return .piecewise(pieces, otherwise: otherwise)
  }

  private static func arity(_ operation: Expression.Operator) -> ClosedRange<Int> {
    switch operation {
    case .plus, .times, .and, .or, .xor: 0...Int.max
    case .min, .max: 1...Int.max
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal: 2...Int.max
    case .minus: 1...2
    case .divide, .power, .log, .root, .quotient, .remainder, .notEqual, .implies: 2...2
    default: 1...1
    }
  }

  private static let operators: [UInt32: Expression.Operator] = [
    AST_PLUS.rawValue: .plus, AST_MINUS.rawValue: .minus, AST_TIMES.rawValue: .times,
    AST_DIVIDE.rawValue: .divide, AST_POWER.rawValue: .power, AST_FUNCTION_POWER.rawValue: .power,
    AST_FUNCTION_EXP.rawValue: .exp, AST_FUNCTION_LN.rawValue: .ln, AST_FUNCTION_LOG.rawValue: .log,
    AST_FUNCTION_ROOT.rawValue: .root, AST_FUNCTION_ABS.rawValue: .abs, AST_FUNCTION_FLOOR.rawValue: .floor,
    AST_FUNCTION_CEILING.rawValue: .ceiling, AST_FUNCTION_MIN.rawValue: .min, AST_FUNCTION_MAX.rawValue: .max,
    AST_FUNCTION_QUOTIENT.rawValue: .quotient, AST_FUNCTION_REM.rawValue: .remainder,
    AST_FUNCTION_SIN.rawValue: .sin, AST_FUNCTION_COS.rawValue: .cos, AST_FUNCTION_TAN.rawValue: .tan,
    AST_FUNCTION_SEC.rawValue: .sec, AST_FUNCTION_CSC.rawValue: .csc, AST_FUNCTION_COT.rawValue: .cot,
    AST_FUNCTION_ARCSIN.rawValue: .arcsin, AST_FUNCTION_ARCCOS.rawValue: .arccos,
    AST_FUNCTION_ARCTAN.rawValue: .arctan, AST_FUNCTION_ARCSEC.rawValue: .arcsec,
    AST_FUNCTION_ARCCSC.rawValue: .arccsc, AST_FUNCTION_ARCCOT.rawValue: .arccot,
    AST_FUNCTION_SINH.rawValue: .sinh, AST_FUNCTION_COSH.rawValue: .cosh, AST_FUNCTION_TANH.rawValue: .tanh,
    AST_FUNCTION_SECH.rawValue: .sech, AST_FUNCTION_CSCH.rawValue: .csch, AST_FUNCTION_COTH.rawValue: .coth,
    AST_FUNCTION_ARCSINH.rawValue: .arcsinh, AST_FUNCTION_ARCCOSH.rawValue: .arccosh,
    AST_FUNCTION_ARCTANH.rawValue: .arctanh, AST_FUNCTION_ARCSECH.rawValue: .arcsech,
    AST_FUNCTION_ARCCSCH.rawValue: .arccsch, AST_FUNCTION_ARCCOTH.rawValue: .arccoth,
    AST_FUNCTION_FACTORIAL.rawValue: .factorial, AST_RELATIONAL_LT.rawValue: .less,
    AST_RELATIONAL_LEQ.rawValue: .lessOrEqual, AST_RELATIONAL_GT.rawValue: .greater,
    AST_RELATIONAL_GEQ.rawValue: .greaterOrEqual, AST_RELATIONAL_EQ.rawValue: .equal,
    AST_RELATIONAL_NEQ.rawValue: .notEqual, AST_LOGICAL_AND.rawValue: .and, AST_LOGICAL_OR.rawValue: .or,
    AST_LOGICAL_XOR.rawValue: .xor, AST_LOGICAL_NOT.rawValue: .not, AST_LOGICAL_IMPLIES.rawValue: .implies,
  ]
}

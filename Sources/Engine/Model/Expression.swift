/// A mathematical expression of a model, as written in its file: names are not resolved, functions not inlined.
///
/// Truth values are numbers here, as SBML Level 3 Version 2 (section 3.4.9) lets them be converted: false 0, true 1.
public indirect enum Expression: Sendable, Equatable {
  case number(Double)
  /// The value of a species, parameter, compartment, reaction, species reference or bound variable.
  case symbol(String)
  /// The csymbol `time`.
  case time
  /// The csymbol `rateOf`: the rate of change of a species, parameter, compartment or species reference.
  case rateOf(String)
  case apply(Operator, [Expression])
  /// A call of one of the model's function definitions.
  case call(String, [Expression])
  case piecewise([Piece], otherwise: Expression?)

  /// One branch of a piecewise expression.
  public struct Piece: Sendable, Equatable {
    public let value: Expression
    public let condition: Expression
  }

  /// The operators of SBML's MathML subset.
  public enum Operator: String, Sendable {
    case plus, minus, times, divide, power
    case exp, ln, log10, log, sqrt, root
    case abs, floor, ceiling, min, max, quotient, remainder
    case sin, cos, tan, sec, csc, cot, arcsin, arccos, arctan, arcsec, arccsc, arccot
    case sinh, cosh, tanh, sech, csch, coth, arcsinh, arccosh, arctanh, arcsech, arccsch, arccoth
    case factorial
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
    case and, or, xor, not, implies
  }
}

extension Expression {
  /// Visits this expression and all inside it. Expressions from documents are nested less deeply than
  /// ``MathReader/maximumDepth``.
  func visit(_ body: (Expression) -> Void) {
    body(self)
    switch self {
    case .number, .symbol, .time, .rateOf: break
    case .apply(_, let operands), .call(_, let operands):
      for operand in operands { operand.visit(body) }
    case .piecewise(let pieces, let otherwise):
      for piece in pieces {
        piece.value.visit(body)
        piece.condition.visit(body)
      }
      otherwise?.visit(body)
    }
  }
}

/// The operations of a compiled program. Truth values are 0 and 1.
enum Operation: UInt8 {
  /// Leaves of the graph; never executed.
  case constant, variable
  case add, subtract, multiply, divide, negate
  case power, exp, ln, log10, sqrt
  case absolute, floor, ceiling, minimum, maximum
  case less, lessOrEqual, equal
  case and, or, xor, not
  /// a if c is true, else b; operands in the order c, a, b.
  case select
  case sin, cos, tan, arcsin, arccos, arctan, arcsec, arccsc
  case sinh, cosh, tanh, arcsinh, arccosh, arctanh, arcsech, arccoth
  case factorial
  /// a * b + c, c - a * b, a * b - c and a * b * c, all rounded twice: tapes only, to save a pass over memory.
  case multiplyAdd, multiplySubtract, subtractFromProduct, multiplyMultiply

  var operandCount: Int {
    switch self {
    case .constant, .variable: 0
    case .negate, .exp, .ln, .log10, .sqrt, .absolute, .floor, .ceiling, .not, .factorial, .sin, .cos, .tan, .arcsin,
      .arccos, .arctan, .arcsec, .arccsc, .sinh, .cosh, .tanh, .arcsinh, .arccosh, .arctanh, .arcsech, .arccoth:
      1
    case .select, .multiplyAdd, .multiplySubtract, .subtractFromProduct, .multiplyMultiply: 3
    default: 2
    }
  }

  var isCommutative: Bool {
    switch self {
    case .add, .multiply, .equal, .and, .or, .xor: true
    default: false
    }
  }

  var isLogical: Bool { self == .and || self == .or || self == .xor }

  /// The value for numbers; folding at compile time and the tape agree to the bit because both come here.
  @inline(__always)
  func apply(_ a: Double, _ b: Double, _ c: Double) -> Double {
    switch self {
    case .constant, .variable: a
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .negate: -a
    case .power: Elementary.power(a, b)
    case .exp: Elementary.exponential(a)
    case .ln: Elementary.logarithm(a)
    case .log10: Elementary.logarithm10(a)
    case .sqrt: a.squareRoot()
    case .absolute: abs(a)
    case .floor: a.rounded(.down)
    case .ceiling: a.rounded(.up)
    // Not-a-number in either operand comes through.
    case .minimum: a < b || a.isNaN ? a : b
    case .maximum: a > b || a.isNaN ? a : b
    case .less: a < b ? 1 : 0
    case .lessOrEqual: a <= b ? 1 : 0
    case .equal: a == b ? 1 : 0
    case .and: a != 0 && b != 0 ? 1 : 0
    case .or: a != 0 || b != 0 ? 1 : 0
    case .xor: (a != 0) != (b != 0) ? 1 : 0
    case .not: a == 0 ? 1 : 0
    case .select: a != 0 ? b : c
    case .multiplyAdd: a * b + c
    case .multiplySubtract: c - a * b
    case .subtractFromProduct: a * b - c
    case .multiplyMultiply: a * b * c
    case .sin: Elementary.sine(a)
    case .cos: Elementary.cosine(a)
    case .tan: Elementary.tangent(a)
    case .arcsin: Elementary.arcsine(a)
    case .arccos: Elementary.arccosine(a)
    case .arctan: Elementary.arctangent(a)
    case .arcsec: Elementary.arcsecant(a)
    case .arccsc: Elementary.arccosecant(a)
    case .sinh: Elementary.hyperbolicSine(a)
    case .cosh: Elementary.hyperbolicCosine(a)
    case .tanh: Elementary.hyperbolicTangent(a)
    case .arcsinh: Elementary.inverseHyperbolicSine(a)
    case .arccosh: Elementary.inverseHyperbolicCosine(a)
    case .arctanh: Elementary.inverseHyperbolicTangent(a)
    case .arcsech: Elementary.inverseHyperbolicSecant(a)
    case .arccoth: Elementary.inverseHyperbolicCotangent(a)
    case .factorial: Elementary.factorial(a)
    }
  }
}

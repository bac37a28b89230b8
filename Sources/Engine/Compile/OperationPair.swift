import CLanes

/// Two operations done by one instruction: the first on a and b, the second on its result and c. Each is rounded as it is
/// alone; what is saved is a pass over memory, which costs more than the arithmetic.
struct OperationPair {
  let first: Operation
  let second: Operation
  /// Whether the first result is the second operand of the second operation.
  let isSecondOperand: Bool

  /// The kernels' name for it; for a pair that they do not have, what they leave to their caller.
  var code: lanes_code {
    guard let row = Self.firsts.firstIndex(of: first) else { return lanes_other }
    let column: UInt8
    switch (second, isSecondOperand) {
    case (.add, _): column = 0
    case (.multiply, _): column = 1
    case (.subtract, false): column = 2
    case (.subtract, true): column = 3
    case (.divide, false): column = 4
    case (.divide, true): column = 5
    default: return lanes_other
    }
    return lanes_code(rawValue: lanes_pair.rawValue + UInt8(row) * 6 + column)
  }

  /// The one operation that does the same, for those who have no instructions for pairs.
  var operation: Operation? {
    switch (first, second, isSecondOperand) {
    case (.multiply, .add, _): .multiplyAdd
    case (.multiply, .subtract, true): .multiplySubtract
    case (.multiply, .subtract, false): .subtractFromProduct
    case (.multiply, .multiply, _): .multiplyMultiply
    default: nil
    }
  }

  /// In the kernels' order.
  static let firsts: [Operation] = [.add, .subtract, .multiply, .divide, .absolute]
}

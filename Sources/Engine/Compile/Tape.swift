import CLanes

/// One operation on registers. Each register is a column with one value a case.
typealias Instruction = lanes_instruction

extension Instruction {
  init(operation: Operation, target: Int32, a: Int32, b: Int32, c: Int32) {
    self.init(code: operation.code, number: operation.rawValue, target: target, a: a, b: b, c: c)
  }

  init(pair: OperationPair, target: Int32, a: Int32, b: Int32, c: Int32) {
    self.init(
      code: pair.code, number: (pair.operation ?? .constant).rawValue, target: target, a: a, b: b, c: c)
  }

  /// Whether the kernels make use of operands that are the same in all cases.
  var takesConstants: Bool {
    code.rawValue >= lanes_pair.rawValue || [lanes_add, lanes_subtract, lanes_multiply, lanes_divide].contains(code)
  }

  /// Says whether the first operand and the last are the same in all cases.
  mutating func mark(first: Bool, last: Bool) {
    guard takesConstants else { return }
    let marks = (first ? lanes_constant_first.rawValue : 0) | (last ? lanes_constant_last.rawValue : 0)
    code = lanes_code(rawValue: code.rawValue | marks)
  }

  /// The operation of the graph that it does; a constant for pairs that are no one operation.
  var operation: Operation { Operation(rawValue: number) ?? .constant }
}

extension Operation {
  /// The kernels' name for it; what they do not have is done by `Operation.apply`.
  fileprivate var code: lanes_code {
    switch self {
    case .add: lanes_add
    case .subtract: lanes_subtract
    case .multiply: lanes_multiply
    case .divide: lanes_divide
    case .negate: lanes_negate
    case .multiplyAdd: OperationPair(first: .multiply, second: .add, isSecondOperand: false).code
    case .multiplySubtract: OperationPair(first: .multiply, second: .subtract, isSecondOperand: true).code
    case .subtractFromProduct: OperationPair(first: .multiply, second: .subtract, isSecondOperand: false).code
    case .multiplyMultiply: OperationPair(first: .multiply, second: .multiply, isSecondOperand: false).code
    case .sqrt: lanes_sqrt
    case .absolute: lanes_absolute
    case .minimum: lanes_minimum
    case .maximum: lanes_maximum
    case .less: lanes_less
    case .lessOrEqual: lanes_less_or_equal
    case .select: lanes_select
    case .exp: lanes_exponential
    case .ln: lanes_logarithm
    case .log10: lanes_logarithm10
    case .power: lanes_power
    default: lanes_other
    }
  }
}

/// A straight-line program. The results are in `outputs`, which may name constants or variables directly.
struct Tape {
  var instructions: [Instruction] = []
  var outputs: [Int32] = []
}

/// Gives nodes their registers and turns parts of a graph into tapes.
///
/// Constants, variables and what a later tape needs from an earlier one keep a register for good; everything else uses
/// temporary registers again as soon as its last reader is done.
struct TapeBuilder {
  typealias NodeID = ExpressionGraph.NodeID

  /// Registers of nodes that keep one.
  private(set) var permanent: [NodeID: Int32] = [:]
  private(set) var permanentCount: Int32
  private(set) var temporaryCount: Int32 = 0
  private(set) var constants: [(register: Int32, value: Double)] = []

  /// Temporary registers are numbered from here until the number of permanent ones is known.
  private static let temporaryBase: Int32 = 1 << 28

  /// Whether all pairs of operations for which there is an instruction become one, not only those that are one operation.
  private let pairsOperations: Bool

  /// Variables have the registers of their index.
  init(variableCount: Int, pairsOperations: Bool = false) {
    permanentCount = Int32(variableCount)
    self.pairsOperations = pairsOperations
  }

  /// Compiles what computes `roots`.
  ///
  /// - Parameters:
  ///   - keeping: nodes that get permanent registers where the tape computes them, and are known to later tapes.
  ///   - places: the register of each root, if it shall go to a certain one, which nothing that leads to the roots may
  ///     read. It is known to later tapes, too.
  mutating func build(
    _ roots: [NodeID], from graph: ExpressionGraph, keeping: Set<NodeID> = [], into places: [Int32] = []
  ) -> Tape {
    let known = permanent
    let cone = graph.cone(of: roots) { id in
      known[id] == nil && graph[id].operation != .variable && graph[id].operation != .constant
    }
    var uses: [NodeID: Int] = [:]
    for id in cone {
      for operand in [graph[id].a, graph[id].b, graph[id].c] where operand >= 0 { uses[operand, default: 0] += 1 }
    }
    let rootSet = Set(roots)
    for root in rootSet { uses[root, default: 0] += 1 }

    // An operation with one reader is done there, where one instruction does both.
    let inCone = Set(cone)
    var pairs: [NodeID: (first: NodeID, pair: OperationPair)] = [:]
    var absorbed: Set<NodeID> = []
    for id in cone {
      let node = graph[id]
      for first in [node.b, node.a] where first >= 0 && uses[first] == 1 && inCone.contains(first) {
        let pair = OperationPair(
          first: graph[first].operation, second: node.operation, isSecondOperand: first == node.b)
        guard pairsOperations ? pair.code != lanes_other : pair.operation != nil, pairs[first] == nil,
          !rootSet.contains(first), !keeping.contains(first)
        else { continue }
        pairs[id] = (first, pair)
        absorbed.insert(first)
        break
      }
    }

    let given = Dictionary(zip(roots, places), uniquingKeysWith: { first, _ in first })
    var tape = Tape()
    var registers: [NodeID: Int32] = [:]
    var free: [Int32] = []
    var temporaries: Int32 = 0
    for id in cone where !absorbed.contains(id) {
      let node = graph[id]
      var operands = [node.a, node.b, node.c]
      if let (first, pair) = pairs[id] {
        operands = [graph[first].a, graph[first].b, node.a == first ? node.b : node.a]
        if pair.first.isCommutative && graph.constantValue(operands[1]) != nil { operands.swapAt(0, 1) }
      }
      let isConstant = operands.map { $0 >= 0 && graph.constantValue($0) != nil }
      var places: [Int32] = []
      for operand in operands {
        places.append(operand < 0 ? 0 : registers[operand] ?? permanentRegister(operand, graph))
      }
      // An operand with no later reader gives its register back first, so that the result may take it.
      for operand in operands where operand >= 0 {
        guard let count = uses[operand] else { continue }
        uses[operand] = count - 1
        if count == 1, let register = registers.removeValue(forKey: operand) { free.append(register) }
      }
      let target: Int32
      if let place = given[id] {
        target = place
        permanent[id] = place
      } else if keeping.contains(id) {
        target = permanentCount
        permanentCount += 1
        permanent[id] = target
      } else if let register = free.popLast() {
        target = register
        registers[id] = register
      } else {
        target = Self.temporaryBase + temporaries
        temporaries += 1
        registers[id] = target
      }
      let (a, b, c) = (places[0], places[1], places[2])
      var instruction =
        pairs[id].map { Instruction(pair: $0.pair, target: target, a: a, b: b, c: c) }
        ?? Instruction(operation: node.operation, target: target, a: a, b: b, c: c)
      instruction.mark(first: isConstant[0], last: isConstant[pairs[id] == nil ? 1 : 2])
      tape.instructions.append(instruction)
    }
    for root in roots { tape.outputs.append(registers[root] ?? permanentRegister(root, graph)) }
    // What was known before, or is wanted twice.
    for (output, place) in zip(tape.outputs, places) where output != place {
      tape.instructions.append(Instruction(code: lanes_copy, number: 0, target: place, a: output, b: 0, c: 0))
    }
    temporaryCount = max(temporaryCount, temporaries)
    return tape
  }

  private mutating func permanentRegister(_ id: NodeID, _ graph: ExpressionGraph) -> Int32 {
    let node = graph[id]
    if node.operation == .variable { return node.a }
    if let register = permanent[id] { return register }
    let register = permanentCount
    permanentCount += 1
    permanent[id] = register
    if let value = graph.constantValue(id) { constants.append((register, value)) }
    return register
  }

  /// Forgets which results have registers, save those of an earlier state of the builder; constants stay known.
  mutating func forget(allBut earlier: TapeBuilder) {
    let values = Set(constants.map(\.register))
    permanent = permanent.filter { earlier.permanent[$0.key] != nil || values.contains($0.value) }
  }

  /// Moves the temporary registers behind the permanent ones, once all tapes are built.
  func place(_ tape: inout Tape) {
    func moved(_ register: Int32) -> Int32 {
      register >= Self.temporaryBase ? register - Self.temporaryBase + permanentCount : register
    }
    for index in tape.instructions.indices {
      tape.instructions[index].target = moved(tape.instructions[index].target)
      tape.instructions[index].a = moved(tape.instructions[index].a)
      tape.instructions[index].b = moved(tape.instructions[index].b)
      tape.instructions[index].c = moved(tape.instructions[index].c)
    }
    for index in tape.outputs.indices { tape.outputs[index] = moved(tape.outputs[index]) }
  }

  var registerCount: Int { Int(permanentCount + temporaryCount) }
}

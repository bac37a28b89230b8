import CLanes

/// A tape for the lanes of one vector, reordered so that equal operations that do not wait for one another stand together.
///
/// With one vector a register, most of the time of a tape goes into finding out which operation is next and into waiting
/// for the result of the one before; a run of equal, independent operations does neither. The results are the same bits.
struct ScheduledTape {
  struct Run {
    let operation: Operation
    let end: Int
  }

  struct Place {
    let target: Int32
    let a: Int32
    let b: Int32
    let c: Int32
  }

  private(set) var runs: [Run] = []
  private(set) var places: [Place] = []
  /// Registers used, the tape's own included.
  private(set) var registerCount: Int
  let outputs: [Int32]

  /// - Parameter registerCount: the registers of the program that the tape belongs to; further ones are used behind them,
  ///   so that no value has to make room for another. Outputs stay where they are.
  init(_ tape: Tape, permanentCount: Int, registerCount: Int) {
    self.registerCount = registerCount
    self.outputs = tape.outputs
    let instructions = tape.instructions

    // Who makes each operand, and who makes the outputs.
    var maker: [Int32: Int] = [:]
    var operands: [[Int]] = []
    for (index, instruction) in instructions.enumerated() {
      operands.append(Self.operands(of: instruction).map { maker[$0] ?? -1 })
      maker[instruction.target] = index
    }
    let outputs = Set(tape.outputs.compactMap { maker[$0] })

    var targets: [Int32] = []
    for (index, instruction) in instructions.enumerated() {
      if Int(instruction.target) < permanentCount || outputs.contains(index) {
        targets.append(instruction.target)
      } else {
        targets.append(Int32(self.registerCount))
        self.registerCount += 1
      }
    }

    // The largest set of equal operations that are ready goes next.
    var waiting = operands.map { Set($0.filter { $0 >= 0 }).count }
    var readers = [[Int]](repeating: [], count: instructions.count)
    for (index, makers) in operands.enumerated() {
      for maker in Set(makers) where maker >= 0 { readers[maker].append(index) }
    }
    var ready: [UInt8: [Int]] = [:]
    for index in instructions.indices where waiting[index] == 0 {
      ready[instructions[index].operation.rawValue, default: []].append(index)
    }
    while let next = ready.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) {
      ready[next.key] = nil
      for index in next.value {
        let instruction = instructions[index]
        var registers = Self.operands(of: instruction)
        for (position, maker) in operands[index].enumerated() where maker >= 0 { registers[position] = targets[maker] }
        while registers.count < 3 { registers.append(0) }
        places.append(Place(target: targets[index], a: registers[0], b: registers[1], c: registers[2]))
      }
      runs.append(Run(operation: instructions[next.value[0]].operation, end: places.count))
      for index in next.value {
        for reader in readers[index] {
          waiting[reader] -= 1
          if waiting[reader] == 0 { ready[instructions[reader].operation.rawValue, default: []].append(reader) }
        }
      }
    }
  }

  private static func operands(of instruction: Instruction) -> [Int32] {
    Array([instruction.a, instruction.b, instruction.c].prefix(instruction.operation.operandCount))
  }

  /// Executes the tape. Each lane computes alone.
  func run<Vector: CourseVector>(_ registers: UnsafeMutablePointer<Vector>) {
    places.withUnsafeBufferPointer { places in
      var position = 0
      for run in runs {
        let range = position..<run.end
        position = run.end
        switch run.operation {
        case .add: Self.each(registers, places, range) { a, b, _ in a + b }
        case .subtract: Self.each(registers, places, range) { a, b, _ in a - b }
        case .multiply: Self.each(registers, places, range) { a, b, _ in a * b }
        case .divide: Self.each(registers, places, range) { a, b, _ in a / b }
        case .multiplyAdd: Self.each(registers, places, range) { a, b, c in a * b + c }
        case .multiplySubtract: Self.each(registers, places, range) { a, b, c in c - a * b }
        case .subtractFromProduct: Self.each(registers, places, range) { a, b, c in a * b - c }
        case .multiplyMultiply: Self.each(registers, places, range) { a, b, c in a * b * c }
        case .negate: Self.each(registers, places, range) { a, _, _ in -a }
        case .power: Self.each(registers, places, range) { a, b, c in Vector.apply(.power, a, b, c) }
        case .exp: Self.each(registers, places, range) { a, b, c in Vector.apply(.exp, a, b, c) }
        case .ln: Self.each(registers, places, range) { a, b, c in Vector.apply(.ln, a, b, c) }
        case .less: Self.each(registers, places, range) { a, b, c in Vector.apply(.less, a, b, c) }
        case .select: Self.each(registers, places, range) { a, b, c in Vector.apply(.select, a, b, c) }
        case let operation: Self.each(registers, places, range) { a, b, c in Vector.apply(operation, a, b, c) }
        }
      }
    }
  }

  @inline(__always)
  private static func each<Vector: CourseVector>(
    _ registers: UnsafeMutablePointer<Vector>, _ places: UnsafeBufferPointer<Place>, _ range: Range<Int>,
    _ operation: (Vector, Vector, Vector) -> Vector
  ) {
    for position in range {
      let place = places[position]
      registers[Int(place.target)] = operation(
        registers[Int(place.a)], registers[Int(place.b)], registers[Int(place.c)])
    }
  }
}

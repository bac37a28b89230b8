/// Eight cases side by side: two AVX2 or four SSE2 registers.
typealias Lanes = SIMD8<Double>
/// One truth value for each lane.
typealias LaneMask = SIMDMask<SIMD8<Int64>>

enum LaneGroup {
  /// Vectors in a group of cases that go through a tape together, long enough to hide the interpreter's dispatch and
  /// short enough for the registers of one block to stay in the first-level cache.
  static let vectors = 8
  static let cases = vectors * Lanes.scalarCount
}

extension Tape {
  /// Executes the tape for the first `vectors` vectors of every register. Vector v of register r is at
  /// `registers[r * LaneGroup.vectors + v]`.
  ///
  /// Each lane computes alone: its bits do not depend on its place or neighbours. A result may overwrite an operand of
  /// the same instruction, since each element is read before it is written.
  func run(_ registers: UnsafeMutablePointer<Lanes>, vectors: Int) {
    instructions.withUnsafeBufferPointer { instructions in
      for instruction in instructions {
        let target = registers + Int(instruction.target) * LaneGroup.vectors
        let a = registers + Int(instruction.a) * LaneGroup.vectors
        let b = registers + Int(instruction.b) * LaneGroup.vectors
        let c = registers + Int(instruction.c) * LaneGroup.vectors
        switch instruction.operation {
        case .add: for v in 0..<vectors { target[v] = a[v] + b[v] }
        case .subtract: for v in 0..<vectors { target[v] = a[v] - b[v] }
        case .multiply: for v in 0..<vectors { target[v] = a[v] * b[v] }
        case .divide: for v in 0..<vectors { target[v] = a[v] / b[v] }
        case .multiplyAdd: for v in 0..<vectors { target[v] = a[v] * b[v] + c[v] }
        case .multiplySubtract: for v in 0..<vectors { target[v] = c[v] - a[v] * b[v] }
        case .negate: for v in 0..<vectors { target[v] = -a[v] }
        case .sqrt: for v in 0..<vectors { target[v] = a[v].squareRoot() }
        case .absolute: Self.lanewise(.absolute, target, a, b, c, vectors)
        case .exp: Self.lanewise(.exp, target, a, b, c, vectors)
        case .ln: Self.lanewise(.ln, target, a, b, c, vectors)
        case .power: Self.lanewise(.power, target, a, b, c, vectors)
        case .minimum: Self.lanewise(.minimum, target, a, b, c, vectors)
        case .maximum: Self.lanewise(.maximum, target, a, b, c, vectors)
        case .less: Self.lanewise(.less, target, a, b, c, vectors)
        case .lessOrEqual: Self.lanewise(.lessOrEqual, target, a, b, c, vectors)
        case .select: Self.lanewise(.select, target, a, b, c, vectors)
        default: Self.lanewise(instruction.operation, target, a, b, c, vectors)
        }
      }
    }
  }

  /// One operation lane by lane; with a constant operation it is specialised where it is called.
  @inline(__always)
  private static func lanewise(
    _ operation: Operation, _ target: UnsafeMutablePointer<Lanes>, _ a: UnsafeMutablePointer<Lanes>,
    _ b: UnsafeMutablePointer<Lanes>, _ c: UnsafeMutablePointer<Lanes>, _ vectors: Int
  ) {
    for v in 0..<vectors {
      let (x, y, z) = (a[v], b[v], c[v])
      var result = Lanes()
      for lane in 0..<Lanes.scalarCount { result[lane] = operation.apply(x[lane], y[lane], z[lane]) }
      target[v] = result
    }
  }
}

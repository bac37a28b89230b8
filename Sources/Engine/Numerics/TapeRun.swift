import CLanes

/// Eight cases side by side: one AVX-512, two AVX2 or four SSE2 registers.
typealias Lanes = SIMD8<Double>
/// One truth value for each lane.
typealias LaneMask = SIMDMask<SIMD8<Int64>>

enum LaneGroup {
  /// Vectors in a group of cases that go through a tape together, long enough to hide the interpreter's dispatch and
  /// short enough for the registers of one block to stay in the first-level cache.
  static let vectors = Int(lanes_stride)
  static let cases = vectors * Lanes.scalarCount
}

extension Tape {
  /// Executes the tape for the first `vectors` vectors of every register. Vector v of register r is at
  /// `registers[r * LaneGroup.vectors + v]`.
  ///
  /// Each lane computes alone: its bits do not depend on its place or neighbours. A result may overwrite an operand of
  /// the same instruction, since each element is read before it is written.
  func run(_ registers: UnsafeMutablePointer<Lanes>, vectors: Int, on set: InstructionSet = .best) {
    instructions.withUnsafeBufferPointer { instructions in
      guard let start = instructions.baseAddress else { return }
      let columns = UnsafeMutableRawPointer(registers).assumingMemoryBound(to: Double.self)
      var next = 0
      while true {
        next += Int(
          lanes_run(set.kernels, start + next, Int32(instructions.count - next), columns, Int32(vectors)))
        guard next < instructions.count else { return }
        // An operation that the kernels leave to the program.
        let instruction = instructions[next]
        instruction.operation.apply(
          target: registers + Int(instruction.target) * LaneGroup.vectors,
          registers + Int(instruction.a) * LaneGroup.vectors, registers + Int(instruction.b) * LaneGroup.vectors,
          registers + Int(instruction.c) * LaneGroup.vectors, vectors: vectors)
        next += 1
      }
    }
  }
}

extension Operation {
  /// The operation lane by lane.
  fileprivate func apply(
    target: UnsafeMutablePointer<Lanes>, _ a: UnsafeMutablePointer<Lanes>, _ b: UnsafeMutablePointer<Lanes>,
    _ c: UnsafeMutablePointer<Lanes>, vectors: Int
  ) {
    for v in 0..<vectors {
      for lane in 0..<Lanes.scalarCount { target[v][lane] = apply(a[v][lane], b[v][lane], c[v][lane]) }
    }
  }
}

/// The lanes in which courses are followed: eight side by side, or one alone.
///
/// A course has the same bits in both: every operation is done lane by lane, in the same order.
protocol CourseVector: SIMD where Scalar == Double {
  /// Vectors from one register to the next.
  static var stride: Int { get }
  /// Registers that the program's tapes need in this form.
  static func registerCount(of program: TimeCourseProgram) -> Int
  static func run(_ tape: CourseTape, _ registers: UnsafeMutablePointer<Self>, vectors: Int)
}

extension SIMD8: CourseVector where Scalar == Double {
  static var stride: Int { LaneGroup.vectors }
  static func registerCount(of program: TimeCourseProgram) -> Int { program.registerCount }

  @inline(__always)
  static func run(_ tape: CourseTape, _ registers: UnsafeMutablePointer<Self>, vectors: Int) {
    tape.group.run(registers, vectors: vectors)
  }
}

/// One course alone, its second lane a copy: registers lie close together, and functions are computed once.
extension SIMD2: CourseVector where Scalar == Double {
  static var stride: Int { 1 }
  static func registerCount(of program: TimeCourseProgram) -> Int { program.singleRegisterCount }

  @inline(__always)
  static func run(_ tape: CourseTape, _ registers: UnsafeMutablePointer<Self>, vectors: Int) {
    tape.single.run(registers)
  }
}

extension CourseVector {
  /// The absolute value of each lane.
  @inline(__always)
  var size: Self {
    let bits = unsafeBitCast(self, to: MaskStorage.self)
    return unsafeBitCast(
      bits & MaskStorage(repeating: MaskStorage.Scalar(truncatingIfNeeded: 0x7fff_ffff_ffff_ffff as Int64)),
      to: Self.self)
  }

  /// The larger of each pair; the first where either is not a number.
  @inline(__always)
  func larger(_ other: Self) -> Self { replacing(with: other, where: other .> self) }

  /// The smaller of each pair; the first where either is not a number.
  @inline(__always)
  func smaller(_ other: Self) -> Self { replacing(with: other, where: other .< self) }

  /// Each lane to a power.
  @inline(__always)
  func power(_ exponent: Double) -> Self {
    var result = Self()
    for lane in 0..<Self.scalarCount { result[lane] = Elementary.power(self[lane], exponent) }
    return result
  }

  @inline(__always)
  static func all(_ value: Double) -> Self { Self(repeating: value) }
}

/// The lanes in which courses are followed: eight side by side, or one alone.
///
/// A course has the same bits in both: every operation is done lane by lane, in the same order. Eight and no more, so that
/// the registers of a program of a thousand stay in the nearest caches; and one register after another, for the same
/// reason.
protocol CourseVector: SIMD where Scalar == Double {
  static func apply(_ operation: Operation, _ a: Self, _ b: Self, _ c: Self) -> Self
}

extension SIMD8: CourseVector where Scalar == Double {
  @inline(__always)
  static func apply(_ operation: Operation, _ a: Self, _ b: Self, _ c: Self) -> Self {
    var result = Self()
    for lane in 0..<scalarCount { result[lane] = operation.apply(a[lane], b[lane], c[lane]) }
    return result
  }
}

/// One course alone, its second lane a copy, so that functions are computed once.
extension SIMD2: CourseVector where Scalar == Double {
  @inline(__always)
  static func apply(_ operation: Operation, _ a: Self, _ b: Self, _ c: Self) -> Self {
    Self(repeating: operation.apply(a[0], b[0], c[0]))
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

  // Lane by lane rather than by masks, which the baseline's instructions do not have for 64 bits.

  /// The larger of each pair; the first where either is not a number.
  @inline(__always)
  func larger(_ other: Self) -> Self {
    var result = Self()
    for lane in 0..<Self.scalarCount { result[lane] = other[lane] > self[lane] ? other[lane] : self[lane] }
    return result
  }

  /// The smaller of each pair; the first where either is not a number.
  @inline(__always)
  func smaller(_ other: Self) -> Self {
    var result = Self()
    for lane in 0..<Self.scalarCount { result[lane] = other[lane] < self[lane] ? other[lane] : self[lane] }
    return result
  }

  /// Each lane to a power.
  @inline(__always)
  func power(_ exponent: Double) -> Self { Self.apply(.power, self, Self(repeating: exponent), .zero) }
}

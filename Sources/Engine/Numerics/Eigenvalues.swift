import CLanes

/// Eigenvalues of small dense real matrices, of which only the largest real part is kept: it says whether a steady state
/// attracts or repels.
///
/// Additions, multiplications, divisions and square roots only, lane by lane, so the bytes are the same everywhere. The
/// method is said in CLanes (eigenvalues.inc).
enum Eigenvalues {
  /// The largest real part among the eigenvalues of one matrix in each lane; not a number where a matrix is not finite or
  /// the iteration, as hardly ever happens, does not converge.
  ///
  /// - Parameters:
  ///   - matrix: count * count entries by rows; destroyed.
  ///   - count: at least 1.
  static func largestRealParts(
    _ matrix: UnsafeMutablePointer<Lanes>, count: Int, on set: InstructionSet = .best
  ) -> Lanes {
    var result = Lanes.zero
    withUnsafeMutableBytes(of: &result) { result in
      lanes_largest_real_parts(
        set.kernels, UnsafeMutableRawPointer(matrix).assumingMemoryBound(to: Double.self), Int32(count),
        result.assumingMemoryBound(to: Double.self).baseAddress)
    }
    return result
  }
}

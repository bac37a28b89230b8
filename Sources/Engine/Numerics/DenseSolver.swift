/// Solves one small dense linear system a lane, by elimination with pivoting on values, each lane with its own order.
enum DenseSolver {
  /// - Parameters:
  ///   - matrix: count * count entries by rows; destroyed.
  ///   - right: the right-hand side, overwritten by the solution.
  /// - Returns: the lanes whose matrix is singular or not finite; their solutions mean nothing.
  static func solve(
    _ matrix: UnsafeMutablePointer<Lanes>, _ right: UnsafeMutablePointer<Lanes>, count: Int
  ) -> LaneMask {
    var isSingular = LaneMask(repeating: false)
    // Rows are scaled to a largest entry of 1, so that pivots compare across equations of different sizes.
    for row in 0..<count {
      var largest = Lanes.zero
      for column in 0..<count { largest = pointwiseMax(largest, absolute(matrix[row * count + column])) }
      isSingular = isSingular .| .!(largest .> Lanes.zero) .| .!(largest .< Lanes(repeating: .infinity))
      let scale = Lanes(repeating: 1) / largest
      for column in 0..<count { matrix[row * count + column] *= scale }
      right[row] *= scale
    }
    for column in 0..<count {
      let diagonal = absolute(matrix[column * count + column])
      // A row takes the pivot's place only where it is four times as large: less growth matters less than the swap.
      var best = diagonal * 4
      var bestRow = SIMD8<Int64>(repeating: Int64(column))
      for row in (column + 1)..<max(count, column + 1) {
        let size = absolute(matrix[row * count + column])
        let isLarger = size .> best
        best.replace(with: size, where: isLarger)
        bestRow.replace(with: Int64(row), where: isLarger)
      }
      swap(matrix, right, count: count, column: column, with: bestRow)
      let pivot = matrix[column * count + column]
      // Rounding leaves singular matrices of rows of size 1 with pivots near 1e-16.
      isSingular = isSingular .| .!(absolute(pivot) .> Lanes(repeating: 1e-15))
      let inverse = Lanes(repeating: 1) / pivot
      for row in (column + 1)..<max(count, column + 1) {
        let factor = matrix[row * count + column] * inverse
        for index in (column + 1)..<max(count, column + 1) {
          matrix[row * count + index] -= factor * matrix[column * count + index]
        }
        right[row] -= factor * right[column]
      }
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      var rest = right[row]
      for column in (row + 1)..<max(count, row + 1) { rest -= matrix[row * count + column] * right[column] }
      right[row] = rest / matrix[row * count + row]
    }
    return isSingular
  }

  private static func swap(
    _ matrix: UnsafeMutablePointer<Lanes>, _ right: UnsafeMutablePointer<Lanes>, count: Int, column: Int,
    with rows: SIMD8<Int64>
  ) {
    for lane in 0..<Lanes.scalarCount {
      let row = Int(rows[lane])
      guard row != column else { continue }
      for index in column..<count {
        let value = matrix[column * count + index][lane]
        matrix[column * count + index][lane] = matrix[row * count + index][lane]
        matrix[row * count + index][lane] = value
      }
      let value = right[column][lane]
      right[column][lane] = right[row][lane]
      right[row][lane] = value
    }
  }
}

@inline(__always)
func absolute(_ x: Lanes) -> Lanes {
  Lanes(unsafeBits: unsafeBits(x) & SIMD8<UInt64>(repeating: 0x7fff_ffff_ffff_ffff))
}

/// The larger of each pair; the first where either is not a number.
@inline(__always)
func pointwiseMax(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .> a) }

@inline(__always)
private func unsafeBits(_ x: Lanes) -> SIMD8<UInt64> { unsafeBitCast(x, to: SIMD8<UInt64>.self) }

extension SIMD8 where Scalar == Double {
  @inline(__always)
  fileprivate init(unsafeBits bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: SIMD8<Double>.self) }
}

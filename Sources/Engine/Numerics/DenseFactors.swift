/// One dense matrix a lane, factored with pivoting on values, each lane with its own order, for several right-hand sides.
struct DenseFactors<Vector: CourseVector> {
  let matrix: UnsafeMutablePointer<Vector>
  /// The row that each column's pivot came from.
  let exchanges: UnsafeMutablePointer<Vector>
  let count: Int

  /// Factors the `count * count` entries by rows in place.
  ///
  /// - Returns: the lanes whose matrix is singular or not finite; their solutions mean nothing.
  func factor() -> SIMDMask<Vector.MaskStorage> {
    var isSingular = SIMDMask<Vector.MaskStorage>(repeating: false)
    for column in 0..<count {
      var best = matrix[column * count + column].size
      var bestRow = Vector(repeating: Double(column))
      for row in (column + 1)..<max(count, column + 1) {
        let size = matrix[row * count + column].size
        let isLarger = size .> best
        best.replace(with: size, where: isLarger)
        bestRow.replace(with: Double(row), where: isLarger)
      }
      exchanges[column] = bestRow
      for lane in 0..<Vector.scalarCount {
        let row = Int(bestRow[lane])
        guard row != column else { continue }
        for index in 0..<count {
          let value = matrix[column * count + index][lane]
          matrix[column * count + index][lane] = matrix[row * count + index][lane]
          matrix[row * count + index][lane] = value
        }
      }
      let pivot = matrix[column * count + column]
      isSingular = isSingular .| .!(best .> Vector.zero) .| .!(best .< Vector(repeating: .infinity))
      let inverse = Vector(repeating: 1) / pivot
      for row in (column + 1)..<max(count, column + 1) {
        let factor = matrix[row * count + column] * inverse
        matrix[row * count + column] = factor
        for index in (column + 1)..<count {
          matrix[row * count + index] -= factor * matrix[column * count + index]
        }
      }
    }
    return isSingular
  }

  /// Overwrites a right-hand side by its solution.
  func solve(_ right: UnsafeMutablePointer<Vector>) {
    for column in 0..<count {
      for lane in 0..<Vector.scalarCount {
        let row = Int(exchanges[column][lane])
        guard row != column else { continue }
        let value = right[column][lane]
        right[column][lane] = right[row][lane]
        right[row][lane] = value
      }
    }
    for row in 0..<count {
      var rest = right[row]
      for column in 0..<row { rest -= matrix[row * count + column] * right[column] }
      right[row] = rest
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      var rest = right[row]
      for column in (row + 1)..<max(count, row + 1) { rest -= matrix[row * count + column] * right[column] }
      right[row] = rest / matrix[row * count + row]
    }
  }
}

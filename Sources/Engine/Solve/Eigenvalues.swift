/// Eigenvalues of a small dense real matrix, of which only the largest real part is kept: it says whether a steady state
/// attracts or repels.
///
/// Balancing, reduction to Hessenberg form by elimination with pivoting, then the QR iteration with implicit double
/// shifts (Francis, doi:10.1093/comjnl/4.3.265 and 4.4.332; Golub and Van Loan, Matrix Computations, section 7.5).
/// Additions, multiplications, divisions and square roots only, so the bytes are the same everywhere.
enum Eigenvalues {
  /// The largest real part among the eigenvalues, or nothing when the matrix is not finite or the iteration, as hardly
  /// ever happens, does not converge.
  ///
  /// - Parameters:
  ///   - matrix: count * count entries by rows; destroyed.
  ///   - count: at least 1.
  static func largestRealPart(_ matrix: UnsafeMutablePointer<Double>, count: Int) -> Double? {
    for index in 0..<(count * count) where !(abs(matrix[index]) < .infinity) { return nil }
    let form = Matrix(entries: matrix, count: count)
    form.balance()
    form.reduceToHessenberg()
    return form.largestRealPart()
  }

  /// A square matrix in memory that belongs to somebody else.
  private struct Matrix {
    let entries: UnsafeMutablePointer<Double>
    let count: Int

    subscript(row: Int, column: Int) -> Double {
      get { entries[row * count + column] }
      nonmutating set { entries[row * count + column] = newValue }
    }

    /// Scales rows and columns by powers of two, which round nothing, until their sums are alike (Parlett and Reinsch,
    /// doi:10.1007/BF02165404): concentrations and rates of very different units would cost digits otherwise.
    func balance() {
      var isDone = false
      while !isDone {
        isDone = true
        for index in 0..<count {
          var row = 0.0
          var column = 0.0
          for other in 0..<count where other != index {
            row += abs(self[index, other])
            column += abs(self[other, index])
          }
          guard row > 0, column > 0, row < .infinity, column < .infinity else { continue }
          var factor = 1.0
          var scaled = column
          while scaled < row / 2, factor < 0x1p500 {
            factor *= 2
            scaled *= 4
          }
          while scaled >= row * 2, factor > 0x1p-500 {
            factor /= 2
            scaled /= 4
          }
          guard (scaled + row) / factor < 0.95 * (column + row) else { continue }
          isDone = false
          for other in 0..<count {
            self[index, other] /= factor
            self[other, index] *= factor
          }
        }
      }
    }

    /// Zeros below the first subdiagonal, by similarity.
    func reduceToHessenberg() {
      for column in 0..<max(count - 2, 0) {
        var pivot = column + 1
        for row in (column + 1)..<count where abs(self[row, column]) > abs(self[pivot, column]) { pivot = row }
        guard self[pivot, column] != 0 else { continue }
        if pivot != column + 1 {
          for index in 0..<count { exchange(pivot * count + index, (column + 1) * count + index) }
          for index in 0..<count { exchange(index * count + pivot, index * count + column + 1) }
        }
        for row in (column + 2)..<count {
          let factor = self[row, column] / self[column + 1, column]
          guard factor != 0 else { continue }
          for index in column..<count { self[row, index] -= factor * self[column + 1, index] }
          for index in 0..<count { self[index, column + 1] += factor * self[index, row] }
          self[row, column] = 0
        }
      }
    }

    private func exchange(_ a: Int, _ b: Int) { (entries[a], entries[b]) = (entries[b], entries[a]) }

    /// Splits eigenvalues off the lower end of a Hessenberg matrix until none is left.
    func largestRealPart() -> Double? {
      var norm = 0.0
      for row in 0..<count { for column in max(row - 1, 0)..<count { norm = max(norm, abs(self[row, column])) } }
      var largest = -Double.infinity
      var high = count - 1
      var iteration = 0
      while high >= 0 {
        let low = start(ofBlockEndingAt: high, norm)
        if low == high {
          largest = max(largest, self[high, high])
          high -= 1
          iteration = 0
        } else if low == high - 1 {
          largest = max(largest, largestRealPart(ofPairAt: low))
          high -= 2
          iteration = 0
        } else {
          iteration += 1
          guard iteration <= 60 else { return nil }
          step(low, high, isExceptional: iteration % 10 == 0)
        }
      }
      return largest.isFinite ? largest : nil
    }

    /// The first row of the unreduced block that ends at `high`; the subdiagonal before it is set to zero.
    private func start(ofBlockEndingAt high: Int, _ norm: Double) -> Int {
      for row in stride(from: high, to: 0, by: -1) {
        let size = abs(self[row - 1, row - 1]) + abs(self[row, row])
        guard abs(self[row, row - 1]) <= Double.ulpOfOne * (size > 0 ? size : norm) else { continue }
        self[row, row - 1] = 0
        return row
      }
      return 0
    }

    private func largestRealPart(ofPairAt row: Int) -> Double {
      let (a, d) = (self[row, row], self[row + 1, row + 1])
      let half = (a - d) / 2
      let discriminant = half * half + self[row, row + 1] * self[row + 1, row]
      return (a + d) / 2 + (discriminant > 0 ? discriminant.squareRoot() : 0)
    }

    /// One sweep with both eigenvalues of the lower right corner as shifts, on the block of rows low...high.
    private func step(_ low: Int, _ high: Int, isExceptional: Bool) {
      var trace = self[high - 1, high - 1] + self[high, high]
      var determinant =
        self[high - 1, high - 1] * self[high, high] - self[high - 1, high] * self[high, high - 1]
      if isExceptional {
        // Other shifts lead out of the rare cycles (Wilkinson's choice).
        let size = abs(self[high, high - 1]) + abs(self[high - 1, high - 2])
        (trace, determinant) = (1.5 * size, size * size)
      }
      var x =
        self[low, low] * (self[low, low] - trace) + determinant + self[low, low + 1] * self[low + 1, low]
      var y = self[low + 1, low] * (self[low, low] + self[low + 1, low + 1] - trace)
      var z = self[low + 1, low] * self[low + 2, low + 1]
      for row in low..<high {
        let size = row + 2 <= high ? 3 : 2
        reflect(x, y, size == 3 ? z : 0, at: row, size, low, high)
        guard row + 1 < high else { break }
        x = self[row + 1, row]
        y = self[row + 2, row]
        z = row + 3 <= high ? self[row + 3, row] : 0
      }
      // What the reflections have left below the subdiagonal is rounding error of an exact zero.
      for row in (low + 2)...high { for column in low..<(row - 1) { self[row, column] = 0 } }
    }

    /// Applies from both sides the reflection that turns (x, y, z) into a multiple of the first unit vector.
    private func reflect(_ x: Double, _ y: Double, _ z: Double, at row: Int, _ size: Int, _ low: Int, _ high: Int) {
      let scale = abs(x) + abs(y) + abs(z)
      guard scale > 0 else { return }
      let (p, q, r) = (x / scale, y / scale, z / scale)
      let length = (p * p + q * q + r * r).squareRoot() * (p < 0 ? -1 : 1)
      // v = (1, v1, v2), reflection 1 - tau v v'
      let first = p + length
      let (v1, v2) = (q / first, r / first)
      let tau = first / length
      for column in max(low, row - 1)...high {
        var sum = self[row, column] + v1 * self[row + 1, column]
        if size == 3 { sum += v2 * self[row + 2, column] }
        sum *= tau
        self[row, column] -= sum
        self[row + 1, column] -= sum * v1
        if size == 3 { self[row + 2, column] -= sum * v2 }
      }
      for index in low...min(row + 3, high) {
        var sum = self[index, row] + v1 * self[index, row + 1]
        if size == 3 { sum += v2 * self[index, row + 2] }
        sum *= tau
        self[index, row] -= sum
        self[index, row + 1] -= sum * v1
        if size == 3 { self[index, row + 2] -= sum * v2 }
      }
    }
  }
}

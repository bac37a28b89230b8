/// Draws what is usual in a person from single measurements of some variables.
///
/// Measured values m = x + e: the usual values x are multivariate normal, the errors e of the laboratory and of the day
/// are independent. Published spreads and correlations are those of single measurements, so that
/// covariance(m) = covariance(x) + diagonal(e). A draw of x given some of m takes a draw of (x, e) from the population and
/// corrects it by what its own m misses of the measured one (Journel and Huijbregts, Mining Geostatistics 1978, conditional
/// simulation). What was measured is thereby moved towards what is common, the more so the less one measurement tells of
/// the person, and other labs help to say it.
public struct UsualValueDraw: Sendable {
  private let known: [Int]
  /// Of the usual values with those that were measured, and the Cholesky factor of the usual values.
  private let covariance, factor: Matrix
  /// The Cholesky factor of the covariance of what is measured.
  private let measuredFactor: Matrix
  private let errorSigma: [Double]
  /// Whether what is left for the usual values is a covariance; nothing may be drawn otherwise.
  public let isValid: Bool

  /// - Parameters:
  ///   - covariance: of single measurements, one row and column a variable.
  ///   - errorSigma: standard deviations of their errors.
  ///   - known: which variables were measured.
  public init(covariance measured: [[Double]], errorSigma: [Double], known: [Bool]) {
    var usual = measured
    for place in usual.indices { usual[place][place] -= errorSigma[place] * errorSigma[place] }
    let places = known.indices.filter { known[$0] }
    let usualFactor = Self.cholesky(usual)
    let knownFactor = Self.cholesky(places.map { row in places.map { measured[row][$0] } })
    isValid = usualFactor != nil && knownFactor != nil
    covariance = Matrix(usual.map { row in places.map { row[$0] } })
    factor = Matrix(usualFactor ?? usual)
    measuredFactor = Matrix(knownFactor ?? [])
    self.errorSigma = errorSigma
    self.known = places
  }

  /// One draw of the usual values, as deviations from their means.
  /// - Parameters:
  ///   - measured: deviations of the measured values; what was not measured is not read.
  ///   - normals: a standard normal number a variable, for what is usual.
  ///   - errors: likewise, for the errors.
  public func deviations(measured: [Double], normals: [Double], errors: [Double]) -> [Double] {
    var usual = Array(repeating: 0.0, count: errorSigma.count)
    for row in usual.indices {
      for column in 0...row { usual[row] += factor[row, column] * normals[column] }
    }
    let missed = known.map { measured[$0] - usual[$0] - errorSigma[$0] * errors[$0] }
    let weights = solve(missed)
    for row in usual.indices {
      for place in weights.indices { usual[row] += covariance[row, place] * weights[place] }
    }
    return usual
  }

  /// covariance(measured)^-1 right, by its Cholesky factor.
  private func solve(_ right: [Double]) -> [Double] {
    var solution = right
    for row in solution.indices {
      for column in 0..<row { solution[row] -= measuredFactor[row, column] * solution[column] }
      solution[row] /= measuredFactor[row, row]
    }
    for row in solution.indices.reversed() {
      for below in (row + 1)..<max(row + 1, solution.count) {
        solution[row] -= measuredFactor[below, row] * solution[below]
      }
      solution[row] /= measuredFactor[row, row]
    }
    return solution
  }

  /// A matrix, row after row in one array: a draw reads all of it.
  private struct Matrix: Sendable {
    private let values: [Double]
    private let width: Int

    init(_ rows: [[Double]]) {
      values = rows.flatMap(\.self)
      width = rows.first?.count ?? 0
    }

    subscript(row: Int, column: Int) -> Double { values[row * width + column] }
  }

  /// The lower factor (Golub and Van Loan, Matrix Computations, 4.2); nil where the matrix is not positive definite.
  private static func cholesky(_ matrix: [[Double]]) -> [[Double]]? {
    var lower = matrix.map { $0.map { _ in 0.0 } }
    for i in matrix.indices {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        if i == j {
          guard sum > 0 else { return nil }
          lower[i][i] = sum.squareRoot()
        } else {
          lower[i][j] = sum / lower[j][j]
        }
      }
    }
    return lower
  }
}

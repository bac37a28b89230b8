/// Draws some components of a standardised multivariate normal vector given the others.
///
/// The Cholesky factor of the correlation matrix, with the known components first, carries the condition: the known
/// values fix the first standard normals, free ones drive the rest (Golub and Van Loan, Matrix Computations, 4.2).
public struct ConditionalDraw: Sendable {
  private let order: [Int]
  private let knownCount: Int
  private let factor: [[Double]]
  /// Whether the correlation matrix is positive definite; nothing may be drawn otherwise.
  public let isValid: Bool

  /// - Parameters:
  ///   - correlation: a symmetric matrix with ones on its diagonal.
  ///   - known: one entry a component.
  public init(correlation: [[Double]], known: [Bool]) {
    order = known.indices.filter { known[$0] } + known.indices.filter { !known[$0] }
    knownCount = known.count { $0 }
    let n = order.count
    var lower = Array(repeating: Array(repeating: 0.0, count: n), count: n)
    var valid = true
    for i in 0..<n {
      for j in 0...i {
        var sum = correlation[order[i]][order[j]]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        if i == j {
          valid = valid && sum > 0
          lower[i][i] = sum.squareRoot()
        } else {
          lower[i][j] = sum / lower[j][j]
        }
      }
    }
    factor = lower
    isValid = valid
  }

  /// Fills the unknown components of `standardised`, one standard normal number a component (those of known components
  /// are not used, so that knowing more leaves the rest of the numbers where they were).
  public func fill(_ standardised: inout [Double], normals: [Double]) {
    var z = Array(repeating: 0.0, count: order.count)
    for i in order.indices {
      var sum = 0.0
      for k in 0..<i { sum += factor[i][k] * z[k] }
      if i < knownCount {
        z[i] = (standardised[order[i]] - sum) / factor[i][i]
      } else {
        z[i] = normals[order[i]]
        standardised[order[i]] = sum + factor[i][i] * z[i]
      }
    }
  }
}

import Engine
import Testing

@testable import Mechanism

@Suite struct UsualValueDrawTests {
  private static let covariance = [[0.36, 0.12, -0.05], [0.12, 0.25, 0.03], [-0.05, 0.03, 0.16]]
  private static let error = [0.2, 0.3, 0.0]
  private static let measured = [0.8, -0.4, 0.3]

  /// Mean and covariance of the usual values given all, two and one of three measurements: numpy 2 (linalg.inv on the
  /// textbook's conditional normal distribution), to eight digits.
  private static let expected: [(known: [Bool], mean: [Double], covariance: [[Double]])] = [
    (
      [true, true, true], [0.63539446, -0.03589506, 0.3],
      [[0.0342004264, 0.00690831557, 0], [0.00690831557, 0.0486251970, 0], [0, 0, 0]]
    ),
    (
      [true, false, true], [0.69618875, 0.39201452, 0.3],
      [[0.0353539020, 0.0150272232, 0], [0.0150272232, 0.105771325, 0], [0, 0, 0]]
    ),
    (
      [false, true, false], [-0.192, -0.256, -0.048],
      [[0.2624, 0.0432, -0.0644], [0.0432, 0.0576, 0.0108], [-0.0644, 0.0108, 0.1564]]
    ),
  ]

  @Test(arguments: 0..<3) func drawsHaveTheConditionalDistribution(number: Int) {
    let (known, mean, covariance) = Self.expected[number]
    let draw = UsualValueDraw(covariance: Self.covariance, errorSigma: Self.error, known: known)
    #expect(draw.isValid)
    // The map from the six normal numbers to a draw is affine: its offset is the mean, its columns give the covariance.
    let zero = [0.0, 0, 0]
    let offset = draw.deviations(measured: Self.measured, normals: zero, errors: zero)
    var columns: [[Double]] = []
    for place in 0..<6 {
      var (normals, errors) = (zero, zero)
      if place < 3 { normals[place] = 1 } else { errors[place - 3] = 1 }
      let moved = draw.deviations(measured: Self.measured, normals: normals, errors: errors)
      columns.append(zip(moved, offset).map { $0 - $1 })
    }
    for i in 0..<3 {
      #expect(abs(offset[i] - mean[i]) < 1e-8)
      for j in 0..<3 {
        #expect(abs(columns.reduce(0) { $0 + $1[i] * $1[j] } - covariance[i][j]) < 1e-9)
      }
    }
  }

  /// One measurement alone (regression dilution): reliability 0.64 moves it a third of the way, and correlated ones
  /// that were not measured go along.
  @Test func oneMeasurementMovesTowardsTheMean() {
    let draw = UsualValueDraw(
      covariance: [[1, 0.4], [0.4, 1]], errorSigma: [0.6, 0], known: [true, false])
    let values = draw.deviations(measured: [2, .nan], normals: [0, 0], errors: [0, 0])
    #expect(abs(values[0] - 0.64 * 2) < 1e-15)
    #expect(abs(values[1] - 0.4 * 2) < 1e-15)
  }

  /// Without error what was measured is what is usual.
  @Test func withoutErrorNothingMoves() {
    let draw = UsualValueDraw(covariance: Self.covariance, errorSigma: [0, 0, 0], known: [true, true, true])
    let values = draw.deviations(measured: Self.measured, normals: [1, -2, 0.5], errors: [3, 1, 2])
    for (value, measured) in zip(values, Self.measured) { #expect(abs(value - measured) < 1e-14) }
  }

  @Test func impossibleCovariancesAreNoticed() {
    let impossible = [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]
    #expect(!UsualValueDraw(covariance: impossible, errorSigma: [0, 0, 0], known: [false, false, false]).isValid)
    // An error wider than the spread of what is measured.
    #expect(!UsualValueDraw(covariance: [[0.1]], errorSigma: [0.4], known: [true]).isValid)
  }
}

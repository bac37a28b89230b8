/// What a table says of one numeric variable in one group.
public struct NumericSummary: Sendable, Equatable {
  /// The number of values.
  public let count: Int
  /// The sum of the values.
  public let sum: Double
  /// The arithmetic mean; NaN where there is no value.
  public let mean: Double
  /// The sum of squared deviations from the mean; NaN where there is no value.
  public let sumOfSquares: Double
  /// The least value; NaN where there is no value.
  public let minimum: Double
  /// The first quartile by `Quantile.type7`; NaN where there is no value.
  public let lowerQuartile: Double
  /// The median by `Quantile.type7`; NaN where there is no value.
  public let median: Double
  /// The third quartile by `Quantile.type7`; NaN where there is no value.
  public let upperQuartile: Double
  /// The greatest value; NaN where there is no value.
  public let maximum: Double

  /// The standard deviation with n - 1 below the line; NaN where there are fewer than two values.
  public var standardDeviation: Double {
    count < 2 ? .nan : (sumOfSquares / Double(count - 1)).squareRoot()
  }

  /// Summarizes a sample in any order.
  ///
  /// Mean and sum of squares are taken over the sorted values in two passes with the correction term of Chan, Golub and
  /// LeVeque (1983), doi 10.1080/00031305.1983.10483115: nothing cancels where the mean is large beside the spread, and
  /// the order of the sample does not change a bit of the result.
  /// - Parameter sample: finite values; NaN must have been taken out and counted as missing.
  public init(_ sample: [Double]) {
    let sorted = sample.sorted()
    count = sorted.count
    let n = Double(sorted.count)
    sum = sorted.reduce(0, +)
    guard let first = sorted.first, let last = sorted.last else {
      mean = .nan
      sumOfSquares = .nan
      minimum = .nan
      lowerQuartile = .nan
      median = .nan
      upperQuartile = .nan
      maximum = .nan
      return
    }
    let start = sum / n
    var squares = 0.0
    var rest = 0.0
    for value in sorted {
      let deviation = value - start
      squares += deviation * deviation
      rest += deviation
    }
    mean = start + rest / n
    sumOfSquares = max(0, squares - rest * rest / n)
    minimum = first
    maximum = last
    lowerQuartile = Quantile.type7(sorted: sorted, p: 0.25)
    median = Quantile.type7(sorted: sorted, p: 0.5)
    upperQuartile = Quantile.type7(sorted: sorted, p: 0.75)
  }
}

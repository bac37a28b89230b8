/// Sample quantiles by definition 7 of Hyndman and Fan (1996), doi 10.1080/00031305.1996.10473566:
/// the default of R's `quantile` and of numpy's `percentile`.
///
/// With the sorted sample x(1) ... x(n) and h = (n - 1) p + 1, the quantile is
/// x(floor h) + (h - floor h) (x(floor h + 1) - x(floor h)).
public enum Quantile {
  /// One quantile of a sample that is already in ascending order.
  /// - Parameters:
  ///   - sorted: the sample in ascending order, without NaN.
  ///   - p: the probability, within 0...1.
  /// - Returns: the quantile in the unit of the sample; NaN where the sample is empty or `p` is outside 0...1.
  public static func type7(sorted: [Double], p: Double) -> Double {
    guard let last = sorted.last, p >= 0, p <= 1 else { return .nan }
    let position = Double(sorted.count - 1) * p
    let below = Int(position)
    guard below + 1 < sorted.count else { return last }
    let low = sorted[below]
    let fraction = position - Double(below)
    // At a sample point nothing is added, so that an infinite neighbour cannot make the answer NaN.
    return fraction == 0 ? low : low + fraction * (sorted[below + 1] - low)
  }

  /// Several quantiles of a sample in any order.
  /// - Parameters:
  ///   - sample: values without NaN.
  ///   - probabilities: each within 0...1.
  /// - Returns: one quantile a probability; NaN where the sample is empty.
  public static func type7(of sample: [Double], probabilities: [Double]) -> [Double] {
    let sorted = sample.sorted()
    return probabilities.map { type7(sorted: sorted, p: $0) }
  }
}

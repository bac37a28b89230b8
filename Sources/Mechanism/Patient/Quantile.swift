/// Centiles as R's type 7 (Hyndman and Fan 1996, doi 10.1080/00031305.1996.10473566).
enum Quantile {
  /// - Parameters:
  ///   - sorted: values in ascending order; not a number comes out of none.
  ///   - p: from 0 to 1.
  static func type7(_ sorted: [Double], _ p: Double) -> Double {
    guard let last = sorted.last else { return .nan }
    let h = Double(sorted.count - 1) * p
    let below = Int(h.rounded(.down))
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (h - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}

/// A linear axis with round ticks.
package struct Axis {
  /// Values at the ends.
  package let low: Double
  package let high: Double
  /// Places of the ticks, ascending.
  package let ticks: [Double]
  /// Pixels of the ends.
  package let start: Double
  package let end: Double

  /// An axis that holds these values and 0, with three to seven ticks at steps of 1, 2 or 5 times a power of ten.
  package init(holding values: [Double], atLeast least: ClosedRange<Double>, start: Double, end: Double) {
    let finite = values.filter(\.isFinite)
    let low = min(least.lowerBound, finite.min() ?? 0)
    let high = max(least.upperBound, finite.max() ?? 0)
    let step = Self.step(for: high - low)
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    self.low = first * step
    self.high = last * step
    ticks = (0...Int(min(20, last - first))).map { (first + Double($0)) * step }
    self.start = start
    self.end = end
  }

  /// The pixel of a value.
  package func pixel(_ value: Double) -> Double { start + (value - low) / (high - low) * (end - start) }

  private static func step(for span: Double) -> Double {
    var step = 1e-3
    while span / (step * 10) > 5 { step *= 10 }
    for factor in [1.0, 2.0, 5.0] where span / (step * factor) <= 5 { return step * factor }
    return step * 10
  }
}

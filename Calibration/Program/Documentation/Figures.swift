import Report
import Statistics

/// Numbers as the pages show them.
enum Figures {
  static let none = "\u{2013}"

  /// Two decimals.
  static func fixed(_ value: Double) -> String { value.isFinite ? NumberText.fixed(value, 2) : none }

  /// About three figures.
  static func reading(_ value: Double) -> String { value.isFinite ? NumberText.reading(value) : none }

  /// A share in per cent.
  static func percent(_ share: Double) -> String {
    // What is not all must not look like it.
    guard share.isFinite else { return none }
    let bounded = share < 1 ? min(share, 0.999) : share
    return NumberText.reading((bounded * 1000).rounded() / 10) + " %"
  }
}

/// The middle and the 5th and 95th centile of a sample.
struct Interval: Equatable {
  let low, median, high: Double

  /// Of the numbers among the values; not a number where there is none.
  init(_ values: [Double]) {
    let sorted = values.filter { !$0.isNaN }.sorted()
    func centile(_ p: Double) -> Double { sorted.isEmpty ? .nan : Quantile.type7(sorted: sorted, p: p) }
    self.init(low: centile(0.05), median: centile(0.5), high: centile(0.95))
  }

  init(low: Double, median: Double, high: Double) {
    self.low = low
    self.median = median
    self.high = high
  }

  var isFinite: Bool { low.isFinite && median.isFinite && high.isFinite }

  /// The same after a rising function.
  func mapped(_ function: (Double) -> Double) -> Interval {
    Interval(low: function(low), median: function(median), high: function(high))
  }

  /// As `0.52 (0.1 to 0.95)`.
  func text(_ figures: (Double) -> String = Figures.reading) -> String {
    median.isFinite ? "\(figures(median)) (\(figures(low)) to \(figures(high)))" : "not solved"
  }
}

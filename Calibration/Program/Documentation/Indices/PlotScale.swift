import Report

/// Values to pixels on a linear or a logarithmic scale, with ticks.
struct PlotScale {
  let ticks: [Double]
  private let low, high, start, end: Double
  private let isLogarithmic: Bool

  /// A scale that holds these values: from a round value to a round value where linear, from end to end where logarithmic.
  init(_ values: [Double], isLogarithmic: Bool, start: Double, end: Double) {
    (self.start, self.end, self.isLogarithmic) = (start, end, isLogarithmic)
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    guard isLogarithmic, least > 0, most > least else {
      let axis = Axis(holding: values, atLeast: min(0, least)...max(1e-3, most), start: start, end: end)
      (low, high, ticks) = (axis.low, axis.high, axis.ticks)
      return
    }
    (low, high) = (ExperimentMathBridge.logarithm(least), ExperimentMathBridge.logarithm(most))
    let decades = (high - low) / Self.decade
    // Powers of ten, with their halves and doubles where there are few.
    let factors = decades > 3 ? [1.0] : [1.0, 2, 5]
    var power = Self.power(below: least)
    var ticks: [Double] = []
    while power <= most {
      ticks += factors.map { $0 * power }.filter { $0 >= least * 0.999 && $0 <= most * 1.001 }
      power *= 10
    }
    self.ticks = ticks
  }

  /// The pixel of a value.
  func pixel(_ value: Double) -> Double {
    let place = isLogarithmic && value > 0 ? ExperimentMathBridge.logarithm(value) : value
    return start + (place - low) / (high - low) * (end - start)
  }

  /// ln 10.
  private static let decade = 2.302585092994046

  /// The largest power of ten that is not above a positive value.
  private static func power(below value: Double) -> Double {
    var power = 1.0
    while power > value { power /= 10 }
    while power * 10 <= value { power *= 10 }
    return power
  }
}

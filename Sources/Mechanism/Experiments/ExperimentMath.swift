import Engine

/// Elementary functions of the engine under the names that experiments use: the same bytes on every machine.
enum ExperimentMath {
  static func power(_ base: Double, _ exponent: Double) -> Double { Elementary.power(base, exponent) }

  /// log2 of a ratio of two readouts; not a number unless both are positive.
  static func log2Ratio(_ changed: Double, _ base: Double) -> Double {
    guard changed > 0, base > 0 else { return .nan }
    return Elementary.logarithm(changed / base) / 0.6931471805599453
  }
}

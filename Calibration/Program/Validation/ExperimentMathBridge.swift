import Engine

/// The engine's own functions, whose bits are the same on every machine.
enum ExperimentMathBridge {
  static func logarithm(_ value: Double) -> Double { Elementary.logarithm(value) }
  static func exponential(_ value: Double) -> Double { Elementary.exponential(value) }
}

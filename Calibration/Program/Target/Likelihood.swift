import Engine
import Mechanism

/// How well one outcome fits what is known.
enum Likelihood {
  /// Freedom of Student's t for measured values: heavy tails, so that facts in conflict bend the fit less than they
  /// would under a normal law.
  static let freedom = 4.0
  /// Width (log2) over which a direction goes from met to missed, and how far beyond the threshold its middle lies, so
  /// that few sets of the posterior fall short of it.
  static let (width, reserve) = (0.012, 0.04)

  /// Weight of a fact from rodents or cells, which is a direction only, beside one from people.
  static let animalWeight = 0.5

  /// Weight of a direction that was recalled or told by another paper, beside one that was read.
  static let secondHandWeight = 0.5

  /// Log likelihood of a fact.
  static func fact(_ known: Fact.Known, _ comparison: Comparison, _ outcome: Comparison.Outcome) -> Double {
    switch known {
    case .value(let value, let deviation):
      return student((logarithm(outcome, comparison) - Elementary.logarithm(value)) / deviation)
    case .direction(let expected): return direction(Experiment.margin(outcome, comparison.measure, expected))
    }
  }

  /// Log likelihood of a claim's readout: certain where its margin is clear, falling in proportion where it is missed.
  static func direction(_ margin: Double) -> Double {
    let steepness = (margin - reserve) / width
    // ln of the logistic function, without overflow.
    return steepness > 0
      ? -Elementary.logarithm(1 + Elementary.exponential(-steepness))
      : steepness - Elementary.logarithm(1 + Elementary.exponential(steepness))
  }

  /// Log density of Student's t, up to a constant.
  private static func student(_ z: Double) -> Double {
    -(freedom + 1) / 2 * Elementary.logarithm(1 + z * z / freedom)
  }

  /// The natural logarithm of what was found, on the scale of the fact's value.
  static func logarithm(_ outcome: Comparison.Outcome, _ comparison: Comparison) -> Double {
    comparison.measure == .halfEffect ? Elementary.logarithm(outcome.value) : outcome.value * 0.6931471805599453
  }
}

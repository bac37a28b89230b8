import Engine
import Mechanism

/// A fact and what the sample says of it.
struct FactResult {
  let fact: Fact
  let part: Split.Part
  /// Set by set: the natural logarithm of what was found, for differences the value itself.
  let values: [Double]
  /// Set by set, as in the fit, the fact's weight included.
  let logLikelihoods: [Double]
  /// Share of all sets within two deviations of the value, or in the direction.
  let share: Double

  init(_ fact: Fact, _ part: Split.Part, _ outcomes: [Comparison.Outcome]) {
    self.fact = fact
    self.part = part
    let isDifference = fact.comparison.measure == .difference
    values = outcomes.map { isDifference ? $0.value : Likelihood.logarithm($0, fact.comparison) }
    logLikelihoods = outcomes.map { fact.weight * Likelihood.fact(fact.known, fact.comparison, $0) }
    let agreeing: Int
    switch fact.known {
    case .value(let value, let deviation):
      let expected = Elementary.logarithm(value)
      agreeing = values.count { abs($0 - expected) <= 2 * deviation }
    case .direction(let direction):
      agreeing = outcomes.count { Experiment.margin($0, fact.comparison.measure, direction) >= 0 }
    }
    share = Double(agreeing) / Double(max(1, outcomes.count))
  }

  /// All facts, whatever their part, against a sample.
  /// - Throws: what reading the tables throws.
  static func all(of sample: ParameterEnsemble, _ split: Split) throws -> [FactResult] {
    let target = try FitTarget(
      model: .shipped(parameters: sample.parameters), facts: Fact.all(Folder.table("facts.csv")), experiments: [],
      split: split, trainingOnly: false)
    return try zip(target.facts, Assessment(target, sample).facts).map { fact, outcomes in
      FactResult(fact, try split.part(of: fact.identifier), outcomes)
    }
  }

  /// How well the fact is met.
  enum Verdict: String {
    case met, partly = "in part", missed

    /// Met where 95 % of the sets agree, missed where fewer than half do.
    init(share: Double) { self = share >= ExperimentResult.threshold ? .met : share < 0.5 ? .missed : .partly }
  }

  var verdict: Verdict { Verdict(share: share) }

  /// Whether a model in which nothing ever changes would meet it as well: then that it is met says little.
  var isMetByNoChange: Bool {
    switch fact.known {
    case .value(let value, let deviation):
      fact.comparison.measure == .log2Ratio && abs(Elementary.logarithm(value)) <= 2 * deviation
    case .direction(let direction): direction == .none
    }
  }

  /// Whether every set gives the same number: the structure has no way to give another.
  var isFixed: Bool { values.allSatisfy { abs($0 - values[0]) < 1e-9 } }

  /// The verdict in words.
  var words: String { verdict == .met && isMetByNoChange ? "met; so would no change" : verdict.rawValue }

  /// What was found as a ratio, a dose or a difference.
  func natural(_ interval: Interval) -> Interval {
    fact.comparison.measure == .difference ? interval : interval.mapped { Elementary.exponential($0) }
  }

  /// What was found, in deviations from what is expected; nil where only a direction is.
  func distance(_ interval: Interval) -> Interval? {
    guard case .value(let value, let deviation) = fact.known else { return nil }
    return interval.mapped { ($0 - Elementary.logarithm(value)) / deviation }
  }

  /// The fact's deviation; nil where only a direction is known.
  var deviation: Double? {
    guard case .value(_, let deviation) = fact.known else { return nil }
    return deviation
  }

  /// As the table says it: `0.67 (x/÷ 1.13)`, or a direction.
  var expected: String {
    switch fact.known {
    case .value(let value, let deviation):
      "\(Figures.reading(value)) (\u{D7}/\u{F7} \(Figures.fixed(Elementary.exponential(deviation))))"
    case .direction(let direction): direction == .none ? "no change" : direction.rawValue
    }
  }
}

import Domain
import Engine
import Mechanism

/// A published effect that the model is held against: one row of `Calibration/facts.csv`.
struct Fact {
  /// What is known of the effect.
  enum Known: Equatable {
    /// The ratio, or the dose at half effect, with the standard deviation of its logarithm, the model's own coarseness
    /// included.
    case value(Double, deviation: Double)
    /// Only the direction: rodents, cells, and papers without numbers.
    case direction(Experiment.Expectation)
  }

  let identifier, group, tissue, species, title: String
  let comparison: Comparison
  let known: Known
  /// The structural variant in which it is tested.
  let isVariantB: Bool
  let use, provenance, source, resource, note: String

  /// How much it counts. Measured values that are less sure have a larger deviation; a direction has none, so that one
  /// known at second hand only counts less here.
  var weight: Double {
    (species == "human" ? 1 : Likelihood.animalWeight) * (isSecondHand ? Likelihood.secondHandWeight : 1)
  }

  /// Whether it is a direction that was not read where it was found: recalled, or told by another paper.
  private var isSecondHand: Bool {
    guard case .direction = known else { return false }
    return provenance.hasPrefix("recalled") || provenance == "read secondary source"
  }

  /// Whether it is the same experiment on the model, whatever was found.
  func isSameExperiment(as other: Fact) -> Bool {
    comparison == other.comparison && isVariantB == other.isVariantB
  }

  /// Whether two findings of one experiment disagree: sizes by more than twice the standard deviation of their difference,
  /// directions by not being the same, a size and a direction where the size lies on another side than the direction says.
  static func disagree(_ first: Known, _ second: Known) -> Bool {
    switch (first, second) {
    case (.value(let one, let deviation), .value(let other, let otherDeviation)):
      let variance = deviation * deviation + otherDeviation * otherDeviation
      let distance = Elementary.logarithm(one / other)
      return distance * distance > 4 * variance
    case (.direction(let one), .direction(let other)): return one != other
    case (.value(let value, let deviation), .direction(let direction)),
      (.direction(let direction), .value(let value, let deviation)):
      switch direction {
      case .none: return abs(Elementary.logarithm(value)) > 2 * deviation
      case .up: return value < 1
      case .down: return value > 1
      case .optimum: return false
      }
    }
  }

  static func all(_ file: DataFile) throws -> [Fact] {
    try file.rows.indices.map { row in
      func cell(_ column: String) -> String { file.value(row, column) }
      let comparisons = try Comparison.read(file, row, clamps: Experiment.shippedClamps)
      guard comparisons.count == 1 else { throw Fault("\(cell("id")): a fact has one readout.") }
      return Fact(
        identifier: cell("id"), group: cell("group"), tissue: cell("tissue"), species: cell("species"),
        title: cell("title"), comparison: comparisons[0], known: try known(cell("kind"), cell("value"), cell("ln_sd")),
        isVariantB: cell("variant") == "B", use: cell("use"), provenance: cell("provenance"), source: cell("source"),
        resource: cell("doi_or_pmid"), note: cell("note"))
    }
  }

  private static func known(_ kind: String, _ value: String, _ deviation: String) throws -> Known {
    if kind == "direction", let direction = Experiment.Expectation(rawValue: value) { return .direction(direction) }
    guard kind == "value", let value = Double(value), value > 0, let deviation = Double(deviation), deviation > 0 else {
      throw Fault("A fact needs a direction, or a value with the deviation of its logarithm: \(kind), \(value).")
    }
    return .value(value, deviation: deviation)
  }
}

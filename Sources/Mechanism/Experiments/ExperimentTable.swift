import CResources
import Domain

/// One in-silico experiment on a claim of the review, with one readout.
public struct Experiment: Sendable {
  /// The claim and a number: all readouts of one set-up share it.
  public let identifier: String
  /// The claim's id in `claims.csv`.
  public let claim: String
  /// What is done, in words.
  public let title: String
  /// What is compared.
  public let comparison: Comparison
  /// What the review expects.
  public let expected: Expectation

  /// How a readout should answer.
  public enum Expectation: String, Sendable {
    case up, down, none
    case optimum = "optimum inside"
  }

  /// The experiments of a table.
  /// - Throws: a ``Comparison/Fault`` that names the row.
  static func all(_ file: DataFile, clamps: [String: String]) throws(Comparison.Fault) -> [Experiment] {
    var experiments: [Experiment] = []
    for row in file.rows.indices {
      guard let expected = Expectation(rawValue: file.value(row, "expected")) else {
        throw Comparison.Fault(description: "Row \(row + 2): \"\(file.value(row, "expected"))\" is no expectation.")
      }
      for comparison in try Comparison.read(file, row, clamps: clamps) {
        experiments.append(
          Experiment(
            identifier: file.value(row, "experiment"), claim: file.value(row, "claim"),
            title: file.value(row, "title"), comparison: comparison, expected: expected))
      }
    }
    return experiments
  }

  /// The experiments that ship with this version.
  /// - Throws: a ``Comparison/Fault``, which would be a fault of the build.
  public static func shipped() throws(Comparison.Fault) -> [Experiment] {
    try all(DataFile(rheostat_experiments_csv()), clamps: shippedClamps)
  }

  /// Names of sets of changes, and the changes.
  public static let shippedClamps: [String: String] = {
    let file = DataFile(rheostat_clamps_csv())
    return Dictionary(
      file.rows.indices.map { (file.value($0, "clamp"), file.value($0, "changes")) }, uniquingKeysWith: { a, _ in a })
  }()

  /// Whether an outcome agrees with what is expected: the sign and at least 0.1 (log2) for up and down, at most 0.05 for
  /// none; a difference counts from `differenceThreshold`, an optimum when both ends lie at least 0.1 below it.
  public func agrees(_ outcome: Comparison.Outcome) -> Bool { margin(outcome) >= 0 }

  /// By how much an outcome agrees, in the unit of the measure; below 0 it does not. Not a number without an outcome.
  public func margin(_ outcome: Comparison.Outcome) -> Double {
    Self.margin(outcome, comparison.measure, expected)
  }

  /// The same for any measure and expectation.
  public static func margin(
    _ outcome: Comparison.Outcome, _ measure: Comparison.Measure, _ expected: Expectation
  ) -> Double {
    let threshold = measure == .difference ? differenceThreshold : threshold
    switch expected {
    case .up, .down:
      if measure == .monotone, outcome.shape < 0 { return outcome.shape }
      return (expected == .up ? outcome.value : -outcome.value) - threshold
    case .none: return noneThreshold - abs(outcome.value)
    case .optimum: return outcome.shape - threshold
    }
  }

  /// Least |log2 ratio| that counts as a change.
  public static let threshold = 0.1
  /// Largest |log2 ratio| that counts as none.
  public static let noneThreshold = 0.05
  /// Least difference that counts as a change: net balance is in units of the largest protein synthesis.
  public static let differenceThreshold = 0.01
}

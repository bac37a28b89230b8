public import Domain

/// What is compared in an experiment or a fact: two arms, a readout and a measure. One row of a table.
///
/// Each arm is a condition: habitual inputs under which everything settles, then, if there is a test, inputs under which
/// the slow states are frozen and the fast ones settle anew. The first arm is without the change, the second with it.
public struct Comparison: Sendable, Equatable {
  /// Whether plasma is held at the background's values or moves with the tissues.
  public enum Context: String, Sendable {
    case held, free
  }

  /// What is measured.
  public enum Measure: Sendable, Equatable {
    /// log2 of the readout with the change over that without.
    case log2Ratio
    /// Readout with the change less that without.
    case difference
    /// log2 of the rise that the change brings in the background over the rise that it brings in `against`.
    case interaction
    /// log2 of the readout at the end of the sweep over its beginning, which must rise or fall throughout.
    case monotone
    /// Place of the largest readout of the sweep, as log2 of the factor.
    case optimum
    /// Dose of the sweep at half of the effect between the first and the last dose, in the unit of the dose.
    case halfEffect
  }

  /// Multiplies inputs by factors spread evenly in their logarithm.
  package struct Sweep: Sendable, Equatable {
    package let identifiers: [String]
    package let factors: [Double]
    /// Acute: a dose of the test. Chronic: a factor on the habitual inputs.
    package let isAcute: Bool
  }

  let context: Context
  let background, against: String
  let clamp, both, habit, test: [Change]
  package let sweep: Sweep?
  /// The SBML id that is read.
  public let readout: String
  /// What is measured on it.
  public let measure: Measure
  /// Whether slow states are frozen at all.
  var hasTest: Bool { !clamp.isEmpty || !test.isEmpty || sweep?.isAcute == true }

  /// Why a row of a table cannot be read.
  public struct Fault: Error, CustomStringConvertible {
    public let description: String
  }

  /// Reads a row; one comparison for each tissue where the readout ends in `_x`.
  public static func read(_ file: DataFile, _ row: Int, clamps: [String: String]) throws(Fault) -> [Comparison] {
    func cell(_ column: String) -> String { file.value(row, column) }
    func changes(_ column: String) throws(Fault) -> [Change] {
      let words = cell(column).split(separator: " ").map { clamps[String($0)] ?? String($0) }
      guard let changes = Change.parse(words.joined(separator: " ")) else {
        throw Fault(description: "Row \(row + 2): \(column) \"\(cell(column))\" is no list of changes.")
      }
      return changes
    }
    guard let context = Context(rawValue: cell("context")) else {
      throw Fault(description: "Row \(row + 2): context \"\(cell("context"))\" is neither held nor free.")
    }
    guard let measure = measures[cell("metric")] else {
      throw Fault(description: "Row \(row + 2): metric \"\(cell("metric"))\" is not known.")
    }
    let background = cell("background")
    let sweep = try Self.sweep(cell("sweep"), row)
    guard (sweep != nil) == [.monotone, .optimum, .halfEffect].contains(measure) else {
      throw Fault(
        description:
          "Row \(row + 2): metric \"\(cell("metric"))\" \(sweep == nil ? "needs a" : "has no use for a") sweep.")
    }
    let (clamp, both) = (try changes("clamp"), try changes("both"))
    let (habit, test) = (try changes("habit"), try changes("test"))
    return Change.expand(cell("readout")).map { readout in
      Comparison(
        context: context, background: background, against: cell("against").isEmpty ? background : cell("against"),
        clamp: clamp, both: both, habit: habit, test: test, sweep: sweep, readout: readout, measure: measure)
    }
  }

  /// The same arms and measure, another readout.
  package func reading(_ identifier: String) -> Comparison {
    Comparison(
      context: context, background: background, against: against, clamp: clamp, both: both, habit: habit, test: test,
      sweep: sweep, readout: identifier, measure: measure)
  }

  /// How the tables call the measures.
  static let measures: [String: Measure] = [
    "log2 ratio": .log2Ratio, "difference": .difference, "interaction": .interaction, "monotone": .monotone,
    "interior optimum": .optimum, "half effect": .halfEffect,
  ]

  /// `ids * low..high` sweeps the habitual inputs, `ids = low..high` the doses of the test (low to high of the id itself).
  private static func sweep(_ text: String, _ row: Int) throws(Fault) -> Sweep? {
    guard !text.isEmpty else { return nil }
    let fault = Fault(description: "Row \(row + 2): sweep \"\(text)\" is not understood.")
    guard let sign = text.firstIndex(where: { $0 == "*" || $0 == "=" }) else { throw fault }
    let words = text[text.index(after: sign)...].split(separator: " ")
    let bounds = words.flatMap { $0.split(separator: "..", omittingEmptySubsequences: false) }.map {
      Double($0) ?? .nan
    }
    let identifiers = text[..<sign].split(separator: " ").flatMap { Change.expand(String($0)) }
    guard words.count == 1, bounds.count == 2, bounds[0] > 0, bounds[1] > bounds[0], bounds[1].isFinite,
      !identifiers.isEmpty
    else { throw fault }
    let count = 15
    let factors = (0..<count).map { place in
      bounds[0] * ExperimentMath.power(bounds[1] / bounds[0], Double(place) / Double(count - 1))
    }
    return Sweep(identifiers: identifiers, factors: factors, isAcute: text[sign] == "=")
  }
}

import CResources
import Domain
import Engine

/// Something done to a person in the model, with a dose: one row of `interventions.csv`.
public struct Intervention: Sendable {
  /// What is wrong with the text of an intervention.
  public enum Failure: Error, Sendable, Equatable {
    /// No intervention of this name.
    case unknown(String)
    /// The dose is no number, or outside what the intervention takes.
    case dose(String, unit: String, low: Double, high: Double)
    /// Two that act on the same thing: both names.
    case conflict(String, String)
  }

  /// As typed: `rapamycin`, `raptor-muscle`.
  public let name: String
  /// Name for people.
  public let label: String
  /// What the dose is in.
  public let unit: String
  /// The dose where none is given, and the least and largest taken.
  public let standard, low, high: Double
  /// What it stands for and what it leaves out.
  public let meaning: String
  /// The dose.
  public private(set) var dose: Double
  private let actsOnPerson: Bool
  private let changes: String

  /// All that there are, with their standard doses.
  public static let all: [Intervention] = {
    let file = DataFile(rheostat_interventions_csv())
    return file.rows.indices.map { row in
      func number(_ column: String) -> Double { Double(file.value(row, column)) ?? .nan }
      return Intervention(
        name: file.value(row, "name"), label: file.value(row, "label"), unit: file.value(row, "unit"),
        standard: number("standard"), low: number("low"), high: number("high"), meaning: file.value(row, "meaning"),
        dose: number("standard"), actsOnPerson: file.value(row, "acts_on") == "person",
        changes: file.value(row, "changes"))
    }
  }()

  /// Reads `NAME` or `NAME=DOSE`.
  /// - Throws: a ``Failure``.
  public static func parse(_ text: String) throws(Failure) -> Intervention {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard var found = all.first(where: { $0.name == parts[0] }) else { throw .unknown(String(parts[0])) }
    guard parts.count == 2 else { return found }
    guard let dose = DecimalNumber.read(parts[1]), dose >= found.low,
      dose <= found.high
    else {
      throw .dose(found.name, unit: found.unit, low: found.low, high: found.high)
    }
    found.dose = dose
    return found
  }

  /// Reads several that begin together.
  /// - Throws: a ``Failure``; two that set the same input, or are both forms of kidney replacement, cannot go together.
  public static func parse(all texts: [String]) throws(Failure) -> [Intervention] {
    var found: [Intervention] = []
    for text in texts {
      let one = try parse(text)
      for other in found where !other.acts.isDisjoint(with: one.acts) { throw .conflict(other.name, one.name) }
      found.append(one)
    }
    return found
  }

  /// What it acts on: inputs of the model, or the kidneys.
  private var acts: Set<String> { actsOnPerson ? ["kidneys"] : Set(modelChanges.map(\.identifier)) }

  /// The person under it. Under another clearance as much leptin, adiponectin and cytokines is made as before, and they do as
  /// much; the levels that come of it are not worked out.
  func applied(to person: Person, _ constants: MappingConstants) -> Person {
    guard actsOnPerson else { return person }
    var treated = person
    treated.filtrationOfLabs = UraemicLoad.filtration(person, constants)
    let reference = ReferencePerson.shipped[person.sex]
    switch changes {
    case "gfr":
      treated.gfr = dose
      treated.dialysis = .none
      treated.values[PopulationVariable.bicarbonate.rawValue] = max(person[.bicarbonate], reference[.bicarbonate])
    case "haemodialysis":
      treated.dialysis = .haemodialysis
      treated.ktV = dose
    default:
      treated.dialysis = .peritoneal
      treated.ktV = dose
    }
    return treated
  }

  /// What it does to inputs of the model; none where it acts on the person.
  ///
  /// `{dose}` is the dose, `{left}` what a dose in per cent leaves, and a number in braces the factor of the standard dose,
  /// raised to the power of the dose over it, so that dose 0 changes nothing.
  var modelChanges: [Change] {
    guard !actsOnPerson else { return [] }
    let text = changes.split(separator: " ").map { word in
      let parts = word.split(separator: "{")
      guard parts.count == 2 else { return String(word) }
      let value: Double
      switch parts[1].dropLast() {
      case "dose": value = dose
      case "left": value = 1 - dose / 100
      case let factor: value = Elementary.power(Double(factor) ?? .nan, dose / standard)
      }
      return String(parts[0]) + String(value)
    }
    return Change.parse(text.joined(separator: " ")) ?? []
  }
}

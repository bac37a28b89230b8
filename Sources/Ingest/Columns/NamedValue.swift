import Domain

/// One thing known of a person, given by name as on a command line: a lab with its unit, a covariate, age, or the equation of a
/// reported eGFR. Values are read as those of a file are: `<3` is a limit, and what cannot be is refused.
public enum NamedInput: Sendable, Equatable {
  case lab(Analyte, unit: Int)
  case covariate(Covariate)
  case age
  case egfrEquation

  /// What is wrong with a name or a value, in words.
  public struct Fault: Error, Sendable, Equatable {
    public let message, advice: String
    /// Whether it is that a number has no unit.
    public var lacksUnit = false
  }

  /// - Parameters:
  ///   - name: of an analyte, a covariate or age, as in `patients.csv`, or a word that headers use for it.
  ///   - unit: as written; nil where there is none, which only a quantity without unit bears.
  /// - Throws: a ``Fault``.
  public init(name: String, unit: String?) throws(Fault) {
    let folded = HeaderName.folded(name)
    if let found = Self.unitless(name, folded) {
      // What stands behind the name of a code, as in `sex [M/F]`, says nothing; behind an age it may be months.
      if found == .age, let unit, !unit.isEmpty, !Self.years.contains(unit.lowercased()) {
        throw Fault(
          message: "\"\(Printable.text(unit))\" is no unit of age.", advice: "Give it in years, 0 to 125.")
      }
      self = found
      return
    }
    guard let analyte = Analyte(name: name) ?? HeaderWords.analytes[folded] else {
      throw Fault(
        message: "\"\(Printable.text(name))\" is no input that Rheostat knows.",
        advice:
          "Names are the columns of patients.csv, as glucose, uacr, sex or drug_bp; rheostat calc --list has them.")
    }
    guard let unit, !unit.isEmpty else {
      guard analyte.info.unit == "1" || analyte == .bmi else {
        throw Fault(
          message: "\(analyte.name) has no unit.",
          advice: "Write it behind the number, as \(analyte.name)=...\(analyte.info.unit).", lacksUnit: true)
      }
      self = .lab(analyte, unit: 0)
      return
    }
    // A decimal comma splits the number from "its unit".
    if unit.hasPrefix(",") { throw Self.noNumber(unit) }
    guard let place = UnitSpelling.index(unit, of: analyte) else {
      throw Fault(
        message: "\"\(Printable.text(unit))\" is no unit of \(analyte.name).",
        advice: "It is taken in \(analyte.info.units.map(\.unit).joined(separator: ", ")).")
    }
    self = .lab(analyte, unit: place)
  }

  /// Whether a value of it is a word, a code or a name, which no unit follows.
  public var hasNoUnit: Bool {
    switch self {
    case .covariate, .egfrEquation: true
    case .lab, .age: false
    }
  }

  private static let years = ["y", "yr", "yrs", "year", "years", "a"]

  private static func unitless(_ name: String, _ folded: String) -> NamedInput? {
    if folded == "age" { return .age }
    if name == "egfr_equation" { return .egfrEquation }
    if let covariate = Covariate(rawValue: name) { return .covariate(covariate) }
    if case .covariate(let covariate)? = HeaderWords.common[folded] { return .covariate(covariate) }
    return nil
  }

  /// Puts a value into a visit.
  /// - Throws: a ``Fault`` where the text is no number or no code; a text that says that it is missing puts nothing.
  public func set(_ text: String, in panel: inout PanelBlock, row: Int) throws(Fault) {
    let text = text.trimmingBlanks()
    if Array(text.utf8).withUnsafeBufferPointer({ CellText.isMissing($0) }) { return }
    try refuseSecond(in: panel, row)
    switch self {
    case .covariate(let covariate): panel[covariate, row] = try code(text, covariate)
    case .age:
      if CovariateWords.isUnknown(text) { return }
      guard let age = DecimalNumber.read(text) else { throw Self.noNumber(text) }
      guard AttributeReader.ageRange.contains(age) else {
        throw Fault(message: "\(Printable.text(text)) is no age in years.", advice: "Give 0 to 125.")
      }
      panel.age[row] = age
    case .egfrEquation:
      if CovariateWords.isUnknown(text) { return }
      guard let equation = FiltrationEquation.named(text) else {
        throw Fault(
          message: "\"\(Printable.text(text))\" is no equation for eGFR that Rheostat knows.",
          advice: "It takes \(FiltrationEquation.expected).")
      }
      panel.egfrEquation[row] = equation
    case .lab(let analyte, let unit):
      panel[analyte, row] = try lab(text, analyte, unit)
    }
  }

  private func code(_ text: String, _ covariate: Covariate) throws(Fault) -> UInt8 {
    if let code = CovariateWords.code(of: text, for: covariate) { return code }
    throw Fault(
      message: "\"\(Printable.text(text))\" is no value of \(covariate.rawValue).",
      advice: "It takes \(CovariateWords.expected(covariate)).")
  }

  private func lab(_ text: String, _ analyte: Analyte, _ unit: Int) throws(Fault) -> LabValue {
    var text = text
    let reading = text.withUTF8 { Self.labs.read($0, analyte, unit: unit, isFlagged: false) }
    switch reading {
    case .accepted(let value, let reported, let status, _):
      return LabValue(value: value, reported: reported, unit: UInt8(unit), status: status)
    case .rejected(code: "not_a_number", _, _): throw Self.noNumber(text)
    case .rejected(_, let expected, let message):
      throw Fault(message: message, advice: "It takes \(expected).")
    }
  }

  private static let labs = LabReader(mark: .point, mapping: nil)

  /// What is given twice would leave open which holds.
  private func refuseSecond(in panel: PanelBlock, _ row: Int) throws(Fault) {
    let name: String
    switch self {
    case .covariate(let covariate) where panel[covariate, row] != 0: name = covariate.rawValue
    case .age where !panel.age[row].isNaN: name = "age"
    case .egfrEquation where !panel.egfrEquation[row].isEmpty: name = "egfr_equation"
    case .lab(let analyte, _) where panel[analyte, row].status != .missing: name = analyte.name
    default: return
    }
    throw Fault(message: "\(name) is given twice.", advice: "Give it once.")
  }

  /// What is wrong with a text in the place of a number.
  public static func noNumber(_ text: some StringProtocol) -> Fault {
    Fault(
      message: "\"\(Printable.text(String(text)))\" is no number.", advice: "Write it with a decimal point, as 5.1.")
  }
}

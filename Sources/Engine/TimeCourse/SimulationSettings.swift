/// What a settings file of the SBML Test Suite asks for: a time course and how closely it must agree.
///
/// Lines are `key: value`, lists are separated by commas, keys are in any order and case, empty lines are skipped. The
/// keys: start, duration, steps (numbers), variables, amount, concentration (ids), absolute, relative (tolerances).
/// Source: SBML Test Suite, doi:10.5281/zenodo.1112521, file format of the semantic cases.
public struct SimulationSettings: Sendable, Equatable {
  /// The first time for which results are wanted.
  public var start: Double
  /// From the first time to the last.
  public var duration: Double
  /// Intervals between them: there is one result more.
  public var steps: Int
  /// Ids whose values are wanted, in the order of the columns.
  public var variables: [String]
  /// The species among them of which amounts are wanted.
  public var amounts: [String]
  /// The species among them of which concentrations are wanted.
  public var concentrations: [String]
  /// Agreement: |computed - expected| <= absolute + relative * |expected|.
  public var absolute: Double
  public var relative: Double

  /// Reads the text of a settings file.
  ///
  /// - Throws: ``SettingsError`` naming the line and the key. The keys start, duration, steps and variables must be there;
  ///   the tolerances are 0 and the lists empty where they are not.
  public init(text: String) throws(SettingsError) {
    var found: [String: (line: Int, value: String)] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let content = line.drop(while: \.isWhitespace)
      guard !content.isEmpty else { continue }
      guard let colon = content.firstIndex(of: ":") else {
        throw SettingsError(line: index + 1, key: nil, "no colon; write a line as key: value")
      }
      let key = trimmed(content[..<colon]).lowercased()
      guard Self.keys.contains(key) else {
        throw SettingsError(line: index + 1, key: key, "not a known key; correct it or take it out")
      }
      let value = trimmed(content[content.index(after: colon)...])
      guard found.updateValue((index + 1, value), forKey: key) == nil else {
        throw SettingsError(line: index + 1, key: key, "given twice; give it once")
      }
    }

    func number(_ key: String, orElse standard: Double?, from least: Double) throws(SettingsError) -> Double {
      guard let (line, text) = found[key] else {
        if let standard { return standard }
        throw SettingsError(line: nil, key: key, "missing; add a line with it")
      }
      guard let value = Double(text), value.isFinite, value >= least else {
        throw SettingsError(line: line, key: key, "'\(text)' is not a number of at least \(least); correct it")
      }
      return value
    }
    func list(_ key: String) -> [String] {
      (found[key]?.value ?? "").split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    }
    start = try number("start", orElse: nil, from: 0)
    duration = try number("duration", orElse: nil, from: 0)
    let intervals = try number("steps", orElse: nil, from: 1)
    guard intervals <= 10_000_000, intervals == intervals.rounded() else {
      throw SettingsError(
        line: found["steps"]?.line, key: "steps", "not a whole number up to ten million; correct it")
    }
    steps = Int(intervals)
    variables = list("variables")
    guard !variables.isEmpty else {
      throw SettingsError(line: found["variables"]?.line, key: "variables", "names nothing; list what is wanted")
    }
    amounts = list("amount")
    concentrations = list("concentration")
    absolute = try number("absolute", orElse: 0, from: 0)
    relative = try number("relative", orElse: 0, from: 0)
    for (key, ids) in [("amount", amounts), ("concentration", concentrations)] {
      for id in ids where !variables.contains(id) {
        throw SettingsError(line: found[key]?.line, key: key, "\(id) is not among the variables; add it there")
      }
    }
    for id in amounts where concentrations.contains(id) {
      throw SettingsError(
        line: found["concentration"]?.line, key: "concentration", "\(id) is under amount too; choose one")
    }
  }

  /// The times for which results are wanted.
  public var times: [Double] { (0...steps).map { start + duration * Double($0) / Double(steps) } }

  /// The columns of the results, for ``TimeCourseProgram``. Only species have amounts and concentrations: for what else
  /// is listed under these keys (compartments, in some of the suite's cases) they say nothing.
  public func quantities(of model: Model) -> [TimeCourseProgram.Quantity] {
    variables.map { id in
      guard model.species.contains(where: { $0.id == id }) else { return .value(id) }
      return amounts.contains(id) ? .amount(id) : concentrations.contains(id) ? .concentration(id) : .value(id)
    }
  }

  private static let keys: Set<String> = [
    "start", "duration", "steps", "variables", "absolute", "relative", "amount", "concentration",
  ]
}

/// What is wrong with a settings file.
public struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line, counted from 1; nothing where a line is missing.
  public let line: Int?
  public let key: String?
  /// What is wrong and what to do about it.
  public let message: String

  init(line: Int?, key: String?, _ message: String) {
    self.line = line
    self.key = key
    self.message = message
  }

  /// One line: place, message.
  public var description: String {
    [line.map { "line \($0)" }, key, message].compactMap { $0 }.joined(separator: ": ")
  }
}

private func trimmed(_ text: some StringProtocol) -> String {
  String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
}

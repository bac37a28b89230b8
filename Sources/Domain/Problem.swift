/// How grave a problem is.
public enum Severity: String, Sendable {
  /// Nothing was lost; something should be known.
  case note
  /// A value was set aside.
  case warning
  /// A value or a row was rejected.
  case error
}

/// What became of something that was read.
public enum Outcome: String, CaseIterable, Sendable {
  case accepted
  case setAside = "set_aside"
  case rejected
}

/// What is counted: every count is of one of these.
public enum AccountingLevel: String, CaseIterable, Sendable {
  /// A row of the file.
  case row
  /// One laboratory or vital value of one patient at one time.
  case result
  /// One cell of a demographic or treatment column.
  case attribute
}

/// Something wrong with a place in a file. A value, not a throw: one bad cell never stops a cohort.
public struct Problem: Sendable {
  /// Short code, as `unit_missing`, `negative_value`, `not_a_number`.
  public var code: String
  /// How grave it is.
  public var severity: Severity
  /// Where it is.
  public var location: SourceLocation
  /// The patient's identifier where known; goes only to the private folder.
  public var patient: String
  /// The analyte's or column's name where known.
  public var analyte: String
  /// What was expected there.
  public var expected: String
  /// What stands there.
  public var actual: String
  /// What is wrong and what to do, without identifiers.
  public var message: String

  /// All parts at once.
  public init(
    code: String, severity: Severity, location: SourceLocation, patient: String = "", analyte: String = "",
    expected: String = "", actual: String = "", message: String
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.patient = patient
    self.analyte = analyte
    self.expected = expected
    self.actual = actual
    self.message = message
  }
}

/// What the Ingest stage hands on, one item after another, in the order of the file.
public enum IngestItem: Sendable {
  /// An accepted laboratory or vital value.
  case result(LabResult)
  /// An accepted attribute.
  case attribute(AttributeRecord)
  /// A visit was seen: a row with a patient, even if it holds no value at all.
  case visit(VisitReference)
  /// Something was counted as set aside or rejected, `count` times; accepted ones are counted by whoever stores them.
  case counted(AccountingLevel, Outcome, reason: String, count: Int)
  /// Something to tell about a place in the file. Counting is apart: a note may count nothing.
  case problem(Problem)
}

/// An error that ends a command, in the form of the sysexits codes.
public struct RheostatError: Error, Sendable, CustomStringConvertible, Equatable {
  /// The exit code of the tool.
  public enum Code: Int32, Sendable {
    case usage = 64
    case dataUnusable = 65
    case noInput = 66
    case unavailable = 69
    case internalError = 70
    case cannotCreate = 73
    case inputOutput = 74
  }
  /// Decides the exit code of the tool.
  public let code: Code
  /// What is wrong.
  public let message: String
  /// What to do about it.
  public let advice: String
  /// Where: a file, with line and column if known; empty where there is no place.
  public let location: String

  /// All parts at once.
  public init(_ code: Code, _ message: String, advice: String = "", location: String = "") {
    self.code = code
    self.message = message
    self.advice = advice
    self.location = location
  }

  public var description: String {
    (location.isEmpty ? "" : location + ": ") + message + (advice.isEmpty ? "" : " " + advice)
  }
}

/// Where a value stands in a file.
public struct SourceLocation: Sendable, Hashable {
  /// The record (row) in the file, 1 for the first below the header; 0 for the header or the file as a whole.
  public var row: Int
  /// The physical line on which the record begins, 1 for the first of the file.
  public var line: Int
  /// The column, 1 for the first; 0 where the whole row is meant.
  public var column: Int
  /// The name of the column as in the file's header.
  public var columnName: String

  /// All parts at once.
  public init(row: Int, line: Int, column: Int, columnName: String) {
    self.row = row
    self.line = line
    self.column = column
    self.columnName = columnName
  }
}

/// Whose visit a record belongs to.
/// Two references are the same when their bytes are: identifiers are opaque, and the database compares bytes too.
public struct VisitReference: Sendable, Hashable {
  /// The patient's identifier as in the file. It never leaves the store's private folder.
  public var patient: String
  /// The visit's label, as `baseline` or `2`; empty where the file has none.
  public var label: String
  /// The day; nil where the file has none.
  public var date: CivilDate?

  /// All parts at once.
  public init(patient: String, label: String, date: CivilDate?) {
    self.patient = patient
    self.label = label
    self.date = date
  }

  /// Whether both name the same patient, byte for byte.
  public func hasSamePatient(as other: VisitReference) -> Bool { patient.utf8.elementsEqual(other.patient.utf8) }

  /// Whether both name the same visit of the same patient, byte for byte.
  public static func == (left: VisitReference, right: VisitReference) -> Bool {
    left.date == right.date && left.hasSamePatient(as: right) && left.label.utf8.elementsEqual(right.label.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in patient.utf8 { hasher.combine(byte) }
    hasher.combine(0 as UInt8)
    for byte in label.utf8 { hasher.combine(byte) }
    hasher.combine(date)
  }

  /// What makes the visit one visit of the patient: its label, else its date, else nothing (a single visit).
  public var key: String { label.isEmpty ? (date?.iso ?? "") : label }
}

/// One laboratory or vital value that was read and accepted, with all that leads back to its source.
public struct LabResult: Sendable {
  /// Whose visit it belongs to.
  public var visit: VisitReference
  /// What was measured.
  public var analyte: Analyte
  /// In the canonical unit; for a censored result, by the rule of `Censoring`.
  public var value: Double
  /// The number in the reported unit (for a censored result, by the same rule).
  public var reported: Double
  /// The place of the reported unit in `AnalyteInfo.units`.
  public var unitIndex: Int
  /// `measured`, `belowLimit` or `aboveLimit`.
  public var status: ValueStatus
  /// The factor applied from the reported to the canonical unit.
  public var factor: Double
  /// The cell as it stands in the file.
  public var rawText: String
  /// The unit as it stands in the file or the mapping.
  public var rawUnit: String
  /// Where it stands in the file.
  public var location: SourceLocation

  /// All parts at once.
  public init(
    visit: VisitReference, analyte: Analyte, value: Double, reported: Double, unitIndex: Int, status: ValueStatus,
    factor: Double, rawText: String, rawUnit: String, location: SourceLocation
  ) {
    self.visit = visit
    self.analyte = analyte
    self.value = value
    self.reported = reported
    self.unitIndex = unitIndex
    self.status = status
    self.factor = factor
    self.rawText = rawText
    self.rawUnit = rawUnit
    self.location = location
  }
}

/// Something known of a visit besides labs: a covariate's code, age, the equation behind a reported eGFR,
/// or a column that the mapping keeps.
public enum AttributeValue: Sendable, Equatable {
  /// A code of `Covariate.codes`.
  case covariate(Covariate, UInt8)
  /// Age in years at the visit.
  case age(Double)
  /// As `CKD-EPI 2021`.
  case egfrEquation(String)
  /// A column that the mapping says to keep, by its name in the tables.
  case kept(name: String, value: String)
}

/// An attribute that was read and accepted.
public struct AttributeRecord: Sendable {
  /// Whose visit it belongs to.
  public var visit: VisitReference
  /// What is known.
  public var value: AttributeValue
  /// The cell as it stands in the file.
  public var rawText: String
  /// Where it stands in the file.
  public var location: SourceLocation

  /// All parts at once.
  public init(visit: VisitReference, value: AttributeValue, rawText: String, location: SourceLocation) {
    self.visit = visit
    self.value = value
    self.rawText = rawText
    self.location = location
  }
}

import Domain
import GRDB

/// One count of what became of things read.
public struct AccountingEntry: Sendable, Equatable {
  /// The outcome under which the reader's own count stands, made apart from what became of things.
  public static let read = "read"

  /// The code of the file, as `F001`.
  public let file: String
  /// A raw value of `AccountingLevel`.
  public let level: String
  /// A raw value of `Outcome`, or `read`.
  public let outcome: String
  /// Why; empty for what was accepted.
  public let reason: String
  /// How many.
  public let count: Int
}

/// A file as the ledger lists it.
public struct SourceFile: Sendable {
  /// As `F001`.
  public let code: String
  /// As it was given; for the private folder only.
  public let path: String
  /// SHA-256 of the content, in hexadecimal.
  public let sha256: String
  /// SHA-256 of the mapping under which it was read.
  public let mappingSHA256: String
  /// Size of the file.
  public let bytes: Int64
  /// Rows below the header.
  public let rows: Int
  /// What was detected: delimiter, encoding, columns.
  public let description: String

  /// The name by which a file is called outside the private folder.
  public static func code(_ id: Int64) -> String {
    let digits = String(id)
    return "F" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}

/// A problem together with the code of its file.
public struct FiledProblem: Sendable {
  /// The code of the file, as `F001`.
  public let file: String
  /// What is wrong there.
  public let problem: Problem
}

extension CohortStore {
  /// All counts, file by file.
  public func accounting() throws -> [AccountingEntry] {
    try read { _, handle in try accounting(handle, where: "") }
  }

  func accounting(_ handle: OpaquePointer, where condition: String) throws -> [AccountingEntry] {
    let statement = try Statement(
      handle,
      "SELECT file_id, level, outcome, reason, n FROM accounting \(condition) "
        + "ORDER BY file_id, level, outcome, reason", path: path)
    var entries: [AccountingEntry] = []
    while try statement.step() {
      if statement.int(4) == 0 { continue }
      entries.append(
        AccountingEntry(
          file: SourceFile.code(statement.int64(0)), level: statement.string(1), outcome: statement.string(2),
          reason: statement.string(3), count: try statement.int(4, in: 0...1 << 50)))
    }
    return entries
  }

  /// The files taken in, in order.
  public func files() throws -> [SourceFile] {
    try read { _, handle in
      let statement = try Statement(
        handle,
        "SELECT id, path, sha256, mapping_sha256, bytes, rows, description FROM source_file ORDER BY id", path: path)
      var files: [SourceFile] = []
      while try statement.step() {
        files.append(
          SourceFile(
            code: SourceFile.code(statement.int64(0)), path: statement.string(1), sha256: statement.string(2),
            mappingSHA256: statement.string(3), bytes: statement.int64(4), rows: statement.int(5),
            description: statement.string(6)))
      }
      return files
    }
  }

  /// All problems in the order in which they were met, one after another.
  public func forEachProblem(_ body: (FiledProblem) throws -> Void) throws {
    try read { _, handle in
      let statement = try Statement(
        handle,
        "SELECT file_id, row, line, column_number, column_name, patient, analyte, severity, code, expected, actual, "
          + "message FROM problem ORDER BY id", path: path)
      while try statement.step() {
        let location = SourceLocation(
          row: statement.int(1), line: statement.int(2), column: statement.int(3), columnName: statement.string(4))
        try body(
          FiledProblem(
            file: SourceFile.code(statement.int64(0)),
            problem: Problem(
              code: statement.string(8), severity: Severity(rawValue: statement.string(7)) ?? .error,
              location: location, patient: statement.string(5), analyte: statement.string(6),
              expected: statement.string(9), actual: statement.string(10), message: statement.string(11))))
      }
    }
  }

  /// Results and attributes that gave way to a later reading or repeat one, as problems with the place of the cell that gave way.
  public func forEachSetAside(_ body: (FiledProblem) throws -> Void) throws {
    try read { _, handle in
      let statement = try Statement(
        handle,
        "SELECT s.file_id, s.row, s.column_number, coalesce(c.name, ''), p.identifier, s.analyte, s.reason, s.raw_text, "
          + "s.raw_unit, coalesce(r.raw_text, a.raw_text), coalesce(r.raw_unit, ''), coalesce(r.file_id, a.file_id), "
          + "coalesce(r.row, a.row) FROM set_aside s "
          + "JOIN visit v ON v.id = s.visit_id JOIN patient p ON p.id = v.patient_id "
          + "LEFT JOIN source_column c ON c.file_id = s.file_id AND c.number = s.column_number "
          + "LEFT JOIN lab_result r ON s.value IS NOT NULL AND r.visit_id = s.visit_id AND r.analyte = s.analyte "
          + "LEFT JOIN attribute a ON s.value IS NULL AND a.visit_id = s.visit_id AND a.name = s.analyte "
          + "ORDER BY s.id", path: path)
      while try statement.step() {
        let superseded = statement.string(6) == "superseded"
        let stands = "\(SourceFile.code(statement.int64(11))) row \(statement.int(12))"
        try body(
          FiledProblem(
            file: SourceFile.code(statement.int64(0)),
            problem: Problem(
              code: statement.string(6), severity: superseded ? .warning : .note,
              location: SourceLocation(
                row: statement.int(1), line: 0, column: statement.int(2), columnName: statement.string(3)),
              patient: statement.string(4), analyte: statement.string(5),
              expected: "\(statement.string(9)) \(statement.string(10))",
              actual: "\(statement.string(7)) \(statement.string(8))",
              message: superseded
                ? "Set aside: the same visit has another value, read later (\(stands)), which stands."
                : "Set aside: the same value of the same visit stands already (\(stands)).")))
      }
    }
  }

  /// Remembers what a stage was run with.
  public func setSetting(_ key: String, _ value: String) throws {
    try write { _, handle in
      let statement = try Statement(handle, "REPLACE INTO setting VALUES (?, ?)", path: path)
      statement.bind(1, key)
      statement.bind(2, value)
      try statement.run()
    }
  }

  /// What a stage was last run with; nil where it has not been run.
  public func setting(_ key: String) throws -> String? {
    try read { _, handle in
      let statement = try Statement(handle, "SELECT value FROM setting WHERE key = ?", path: path)
      statement.bind(1, key)
      return try statement.step() ? statement.string(0) : nil
    }
  }

  /// The link between study numbers and identifiers, in the order of study numbers.
  public func forEachPatient(_ body: (Int64, String) throws -> Void) throws {
    try read { _, handle in
      let statement = try Statement(handle, "SELECT id, identifier FROM patient ORDER BY id", path: path)
      while try statement.step() { try body(statement.int64(0), statement.string(1)) }
    }
  }

  /// The study number of an identifier.
  public func studyNumber(of identifier: String) throws -> Int64? {
    try read { _, handle in
      let statement = try Statement(handle, "SELECT id FROM patient WHERE identifier = ?", path: path)
      statement.bind(1, identifier)
      return try statement.step() ? statement.int64(0) : nil
    }
  }
}

extension CohortStore {
  /// The factors to the canonical unit that were applied to an analyte, as `uU/mL x 6.0`, sorted.
  public func factors(of analyte: Analyte) throws -> [String] {
    try read { _, handle in
      let statement = try Statement(
        handle, "SELECT DISTINCT unit, factor FROM lab_result WHERE analyte = ? ORDER BY unit, factor", path: path)
      statement.bind(1, analyte.name)
      var factors: [String] = []
      while try statement.step() { factors.append("\(statement.string(0)) x \(statement.double(1))") }
      return factors
    }
  }
}

extension CohortStore {
  /// Whether a study number is in use.
  public func hasPatient(_ number: Int64) throws -> Bool {
    try count("SELECT count(*) FROM patient WHERE id = \(number)") > 0
  }

  /// Removes a person with all visits, results and problems, and overwrites the freed pages.
  ///
  /// The counts of the files stay as they were: they say what was read, and hold nothing of the person.
  public func forget(_ number: Int64) throws {
    try StoreFailure.translate(path) {
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA secure_delete = ON")
        try db.inTransaction(.immediate) {
          try db.execute(
            sql: "DELETE FROM problem WHERE patient = (SELECT identifier FROM patient WHERE id = ?)",
            arguments: [number])
          try db.execute(sql: "DELETE FROM patient WHERE id = ?", arguments: [number])
          return .commit
        }
      }
    }
  }
}

import Domain

/// A file as the store knows it.
public struct FileIdentity: Sendable {
  /// The path as given; kept in the private folder only.
  public var path: String
  /// SHA-256 of the content, in hexadecimal.
  public var sha256: String
  /// SHA-256 of the mapping's canonical text; of nothing where there is no mapping.
  public var mappingSHA256: String
  /// Size in bytes.
  public var bytes: Int64
  /// What was detected, in words.
  public var description: String
  /// Names of the columns, in order.
  public var columns: [String]

  /// All parts at once.
  public init(
    path: String, sha256: String, mappingSHA256: String, bytes: Int64, description: String, columns: [String]
  ) {
    self.path = path
    self.sha256 = sha256
    self.mappingSHA256 = mappingSHA256
    self.bytes = bytes
    self.description = description
    self.columns = columns
  }
}

extension CohortStore {
  /// What became of a file whose content has been taken in under this mapping; nil where it has not been.
  public func accounting(of file: FileIdentity) throws -> [AccountingEntry]? {
    try read { _, handle in try accounting(of: file, handle) }
  }

  private func accounting(of file: FileIdentity, _ handle: OpaquePointer) throws -> [AccountingEntry]? {
    let statement = try Statement(
      handle, "SELECT id FROM source_file WHERE sha256 = ? AND mapping_sha256 = ?", path: path)
    statement.bind(1, file.sha256)
    statement.bind(2, file.mappingSHA256)
    guard try statement.step() else { return nil }
    return try accounting(handle, where: "WHERE file_id = \(statement.int64(0))")
  }

  /// Takes a file in, whole or not at all: everything that `body` writes is one transaction.
  /// - Parameters:
  ///   - keep: false to roll everything back at the end (a dry run).
  ///   - body: writes the items and gives what the reader counted at each level, apart from what became of it. The
  ///     account must come to the same, or nothing is kept.
  /// - Returns: what became of the file's rows, results and attributes; nil where another process has taken the same
  ///   file in since.
  public func ingest(
    _ file: FileIdentity, keep: Bool = true, _ body: (IngestWriter) throws -> [AccountingLevel: Int]
  ) throws -> [AccountingEntry]? {
    try transaction(keep: keep) { handle in
      guard try accounting(of: file, handle) == nil else { return nil }
      let writer = try IngestWriter(handle, file: file, path: path)
      let read = try body(writer)
      try writer.finish(read: read)
      let entries = try accounting(handle, where: "WHERE file_id = \(writer.fileID)")
      for (level, count) in read {
        let accounted = entries.filter { $0.level == level.rawValue && $0.outcome != AccountingEntry.read }
          .reduce(0) { $0 + $1.count }
        guard accounted == count else {
          throw RheostatError(
            .internalError,
            "The account does not add up (\(level.rawValue): \(count) read, \(accounted) accounted for); "
              + "nothing of the file was kept.", advice: "Please report this with the version of Rheostat.",
            location: file.path)
        }
      }
      return entries
    }
  }
}

/// Writes the items of one file inside its transaction.
public final class IngestWriter {
  let fileID: Int64
  private let counts = Tally()
  private let visits: VisitWriter
  private let results: ResultWriter
  private let attributes: AttributeWriter
  private let problem: Statement
  private let handle: OpaquePointer
  private let path: String

  init(_ handle: OpaquePointer, file: FileIdentity, path: String) throws {
    self.handle = handle
    self.path = path
    let insert = try Statement(
      handle,
      "INSERT INTO source_file (path, sha256, mapping_sha256, bytes, rows, description) VALUES (?, ?, ?, ?, 0, ?) "
        + "RETURNING id", path: path)
    insert.bind(1, file.path)
    insert.bind(2, file.sha256)
    insert.bind(3, file.mappingSHA256)
    insert.bind(4, file.bytes)
    insert.bind(5, file.description)
    guard try insert.step() else { throw RheostatError(.internalError, "The file was not recorded.", location: path) }
    fileID = insert.int64(0)
    insert.reset()
    let column = try Statement(handle, "INSERT INTO source_column VALUES (?, ?, ?)", path: path)
    for (index, name) in file.columns.enumerated() {
      column.bind(1, fileID)
      column.bind(2, index + 1)
      column.bind(3, name)
      try column.run()
    }
    visits = try VisitWriter(handle, path: path)
    results = try ResultWriter(handle, fileID: fileID, counts: counts, path: path)
    attributes = try AttributeWriter(handle, fileID: fileID, counts: counts, path: path)
    problem = try Statement(
      handle,
      "INSERT INTO problem (file_id, row, line, column_number, column_name, patient, analyte, severity, code, expected, "
        + "actual, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", path: path)
  }

  /// Stores one item and counts what becomes of it.
  public func add(_ item: IngestItem) throws {
    switch item {
    case .visit(let reference):
      _ = try visits.id(of: reference)
      counts.add(fileID, .row, .accepted, "", 1)
    case .result(let result):
      try results.add(result, visit: visits.id(of: result.visit))
    case .attribute(let record):
      try attributes.add(record, visit: visits.id(of: record.visit))
    case .counted(let level, let outcome, let reason, let count):
      counts.add(fileID, level, outcome, reason, count)
    case .problem(let entry):
      try store(entry)
    }
  }

  private func store(_ entry: Problem) throws {
    problem.bind(1, fileID)
    problem.bind(2, entry.location.row)
    problem.bind(3, entry.location.line)
    problem.bind(4, entry.location.column)
    problem.bind(5, entry.location.columnName)
    problem.bind(6, entry.patient)
    problem.bind(7, entry.analyte)
    problem.bind(8, entry.severity.rawValue)
    problem.bind(9, entry.code)
    problem.bind(10, entry.expected)
    problem.bind(11, entry.actual)
    problem.bind(12, entry.message)
    try problem.run()
  }

  func finish(read: [AccountingLevel: Int]) throws {
    let update = try Statement(handle, "UPDATE source_file SET rows = ? WHERE id = ?", path: path)
    update.bind(1, read[.row] ?? 0)
    update.bind(2, fileID)
    try update.run()
    for (level, count) in read { counts.add(fileID, level, outcome: AccountingEntry.read, "", count) }
    try counts.store(handle, path: path)
    try visits.number()
  }
}

/// Counts of what became of things read. A later file can supersede a result of an earlier one, so counts are of files.
final class Tally {
  private struct Key: Hashable {
    let file: Int64
    let level: AccountingLevel
    let outcome: String
    let reason: String
  }
  private var counts: [Key: Int] = [:]

  func add(_ file: Int64, _ level: AccountingLevel, _ outcome: Outcome, _ reason: String, _ count: Int) {
    add(file, level, outcome: outcome.rawValue, reason, count)
  }

  func add(_ file: Int64, _ level: AccountingLevel, outcome: String, _ reason: String, _ count: Int) {
    counts[Key(file: file, level: level, outcome: outcome, reason: reason), default: 0] += count
  }

  func store(_ handle: OpaquePointer, path: String) throws {
    let upsert = try Statement(
      handle,
      "INSERT INTO accounting VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n", path: path)
    for (key, count) in counts where count != 0 {
      upsert.bind(1, key.file)
      upsert.bind(2, key.level.rawValue)
      upsert.bind(3, key.outcome)
      upsert.bind(4, key.reason)
      upsert.bind(5, count)
      try upsert.run()
    }
  }
}

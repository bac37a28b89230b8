import CSQLite
import Domain
import Foundation
import GRDB

/// The cohort's database: the only place with SQL, and the interface between stages.
///
/// Opening migrates. Every write is a transaction: it is there whole or not at all.
public final class CohortStore: Sendable {
  /// The path as given.
  public let path: String
  let queue: DatabaseQueue

  /// Opens or creates a database.
  /// - Parameters:
  ///   - path: the file; a link, a folder or a device is refused.
  ///   - mustExist: whether a missing file is an error (exit 66) instead of a new database.
  /// - Throws: `RheostatError`: 65 for a database that is damaged, newer, or another program's; 66 where there is none;
  ///   73 or 74 where it cannot be written.
  public init(path: String, mustExist: Bool) throws {
    self.path = path
    try Self.checkFile(path: path, mustExist: mustExist)
    let configuration = Self.configuration()
    queue = try StoreFailure.translate(path) { () throws -> DatabaseQueue in
      // Looked at without writing: whatever is not ours stays as it is, to the byte.
      let isNew = try Self.checkOwner(path: path)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      // Marked before anything else is made: a first run that dies at any moment leaves a file known to be ours.
      if isNew { try queue.write { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") } }
      do {
        try Self.migrate(queue)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        // Tables that a migration makes are there already, or those that it needs are not.
        throw StoreFailure.impossible("its tables do not fit its list of migrations", path)
      }
      guard try queue.read({ try Schema.text($0) }) == Schema.expected() else {
        throw StoreFailure.impossible("its tables were changed", path)
      }
      return queue
    }
    // Identifiers stand in it: it is for its owner alone, whatever became of its mode since.
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & 0o077 != 0, status.st_uid == geteuid() { chmod(path, 0o600) }
  }

  /// A further connection of this process to a database that it has open, for a thread that reads while another one writes.
  ///
  /// Nothing is looked at again. In particular the file is not opened by anybody but SQLite: closing any descriptor of a file
  /// gives up all locks that the process holds on it (POSIX), and another process would then take the log for its own.
  public init(beside store: CohortStore) throws {
    path = store.path
    queue = try StoreFailure.translate(store.path) {
      try DatabaseQueue(path: store.path, configuration: Self.configuration())
    }
  }

  /// Brings a database up to date; two processes that open it together both try, and the later finds it done.
  private static func migrate(_ queue: DatabaseQueue) throws {
    do {
      try Schema.migrator.migrate(queue)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      try Schema.migrator.migrate(queue)
    }
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.journalMode = .wal
    configuration.prepareDatabase { db in
      if let handle = db.sqliteConnection { rheostat_defensive(handle) }
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      // 8 MiB, full already with a small cohort: memory does not grow with a large one. Eight times as much was no faster.
      try db.execute(sql: "PRAGMA cache_size = -8192")
      // 64 MiB of log before it is folded into the file, so that a page that is written often goes there once.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 16384")
    }
    return configuration
  }

  /// Runs a transaction that may write, with errors in the form that users meet.
  func write<Result>(_ body: (Database, OpaquePointer) throws -> Result) throws -> Result {
    try StoreFailure.translate(path) {
      try queue.write { db in
        guard let handle = db.sqliteConnection else { throw Self.closed(path) }
        return try body(db, handle)
      }
    }
  }

  /// Runs a transaction that is kept or, on request, rolled back although all went well.
  func transaction<Result>(keep: Bool, _ body: (OpaquePointer) throws -> Result) throws -> Result {
    try StoreFailure.translate(path) {
      var result: Result?
      try queue.inDatabase { db in
        try db.inTransaction(.immediate) {
          guard let handle = db.sqliteConnection else { throw Self.closed(path) }
          result = try body(handle)
          return keep ? .commit : .rollback
        }
      }
      guard let result else { throw Self.closed(path) }
      return result
    }
  }

  /// Runs a transaction that only reads.
  func read<Result>(_ body: (Database, OpaquePointer) throws -> Result) throws -> Result {
    try StoreFailure.translate(path) {
      try queue.read { db in
        guard let handle = db.sqliteConnection else { throw Self.closed(path) }
        return try body(db, handle)
      }
    }
  }

  /// Folds the write-ahead log into the file and closes it, so that one file is left to copy.
  public func close() throws {
    try StoreFailure.translate(path) {
      try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
      try queue.close()
    }
  }

  private static func closed(_ path: String) -> RheostatError {
    RheostatError(.internalError, "The database was used after it was closed.", location: path)
  }

  private static func checkFile(path: String, mustExist: Bool) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      guard mustExist else { return }
      throw RheostatError(
        .noInput, "There is no database here.", advice: "Make one with: rheostat ingest FILE --db \(path)",
        location: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw RheostatError(
        .dataUnusable, "This is not a regular file (links, folders and devices are not followed).",
        advice: "Give the path of the database file itself.", location: path)
    }
  }

  /// Refuses another program's database, a newer one, and one with triggers or views that could act on their own.
  /// - Returns: whether there is nothing in it yet.
  private static func checkOwner(path: String) throws -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_size > 0 else { return true }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let isNew = try queue.read { db in
      let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if objects > 0 { try checkOwner(db, path: path) }
      return objects == 0
    }
    try queue.close()
    return isNew
  }

  private static func checkOwner(_ db: Database, path: String) throws {
    let owner = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard owner == Schema.applicationID else {
      throw RheostatError(
        .dataUnusable, "This database belongs to another program; it was not touched.",
        advice: "Give another path with --db.", location: path)
    }
    let foreign =
      try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'") ?? 0
    guard foreign == 0 else {
      throw RheostatError(
        .dataUnusable, "This database holds triggers, views or virtual tables that Rheostat did not make.",
        advice: "Ingest the files again into a new database.", location: path)
    }
    if try Schema.migrator.hasBeenSuperseded(db) {
      throw RheostatError(
        .dataUnusable, "This database was written by a newer version of Rheostat.",
        advice: "Use that version, or a newer one.", location: path)
    }
  }
}

extension CohortStore {
  /// The version of SQLite in use.
  public static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}

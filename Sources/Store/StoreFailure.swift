import Domain
import GRDB

/// Turns what SQLite says into what a user can act on.
enum StoreFailure {
  static func translate<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw translated(code: error.resultCode.rawValue & 0xFF, message: error.message ?? "", path: path)
    }
  }

  /// The error for a database whose content no run of Rheostat can have written.
  static func impossible(_ what: String, _ path: String) -> RheostatError {
    RheostatError(
      .dataUnusable, "The database is not as Rheostat writes it (\(what)).",
      advice: "Restore it from a copy, or ingest the files again into a new one.", location: path)
  }

  /// The error for a primary result code of SQLite.
  static func translated(code: Int32, message: String, path: String) -> RheostatError {
    switch code {
    case 11, 26:  // SQLITE_CORRUPT, SQLITE_NOTADB
      RheostatError(
        .dataUnusable, "The database is damaged or is not a database (\(message)).",
        advice: "Restore it from a copy, or ingest the files again into a new one.", location: path)
    case 19:  // SQLITE_CONSTRAINT: its text may hold what stands in the row
      impossible("a row refers to another that is not there", path)
    case 13:  // SQLITE_FULL
      RheostatError(
        .inputOutput, "The disk is full; nothing of this step was kept.",
        advice: "Free some space and run the same command again: it goes on where it stopped.", location: path)
    case 5, 6:  // SQLITE_BUSY, SQLITE_LOCKED
      RheostatError(
        .inputOutput, "Another process is using the database.",
        advice: "Wait until it has finished, then run the same command again.", location: path)
    case 8, 3, 14, 23:  // SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH
      RheostatError(
        .cannotCreate, "The database cannot be opened for writing (\(message)).",
        advice: "Check that the folder exists and that you may write there.", location: path)
    case 10:  // SQLITE_IOERR
      RheostatError(
        .inputOutput, "Reading or writing the database failed (\(message)).",
        advice: "Check the disk, then run the same command again.", location: path)
    default:
      RheostatError(
        .internalError, "The database refused a statement (\(code): \(message)).",
        advice: "Please report this with the version of Rheostat.", location: path)
    }
  }
}

import CSQLite
import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// A folder of its own for a test, removed at its end.
final class TemporaryFolder {
  let path: String
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "rheostat-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
  func file(_ name: String) -> String { path + "/" + name }
}

@Suite struct CohortStoreTests {
  private func code(_ body: () throws -> Void) -> RheostatError.Code? {
    do { try body() } catch let error as RheostatError { return error.code } catch { return nil }
    return nil
  }

  @Test func aMissingDatabaseIsMissingInput() throws {
    let folder = try TemporaryFolder()
    #expect(code { _ = try CohortStore(path: folder.file("none.sqlite"), mustExist: true) } == .noInput)
    #expect(!FileManager.default.fileExists(atPath: folder.file("none.sqlite")))
  }

  @Test func anotherProgramsDatabaseIsRefusedAndNotTouched() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("other.sqlite")
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
    try other.close()
    let before = try Data(contentsOf: URL(filePath: path))
    chmod(path, 0o644)
    #expect(code { _ = try CohortStore(path: path, mustExist: true) } == .dataUnusable)
    #expect(try Data(contentsOf: URL(filePath: path)) == before, "not a byte of it changed")
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & 0o777 == 0o644)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["other.sqlite"], "nothing beside it")
  }

  @Test func aNewerVersionsDatabaseIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("newer.sqlite")
    try CohortStore(path: path, mustExist: false).close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999 from the future')") }
    try queue.close()
    do {
      _ = try CohortStore(path: path, mustExist: true)
      Issue.record("a newer database was opened")
    } catch let error as RheostatError {
      #expect(error.code == .dataUnusable)
      #expect(error.message.contains("newer version"))
    }
  }

  @Test func triggersAndViewsOfOthersAreRefused() throws {
    for sql in [
      "CREATE TRIGGER spy AFTER INSERT ON patient BEGIN DELETE FROM visit; END",
      "CREATE VIEW lure AS SELECT 1",
    ] {
      let folder = try TemporaryFolder()
      let path = folder.file("hostile.sqlite")
      try CohortStore(path: path, mustExist: false).close()
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: sql) }
      try queue.close()
      #expect(code { _ = try CohortStore(path: path, mustExist: true) } == .dataUnusable)
    }
  }

  @Test func whatIsNoDatabaseIsRefused() throws {
    let folder = try TemporaryFolder()
    let text = folder.file("text.sqlite")
    try Data("patient_id,glucose\n".utf8).write(to: URL(filePath: text))
    #expect(code { _ = try CohortStore(path: text, mustExist: true) } == .dataUnusable)
    let link = folder.file("link.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: text)
    #expect(code { _ = try CohortStore(path: link, mustExist: true) } == .dataUnusable)
    #expect(code { _ = try CohortStore(path: folder.path, mustExist: true) } == .dataUnusable)
  }

  @Test func aDamagedDatabaseIsSaidToBeDamaged() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("damaged.sqlite")
    try CohortStore(path: path, mustExist: false).close()
    var bytes = try Data(contentsOf: URL(filePath: path))
    // Everything behind the first page's header becomes noise.
    for place in 100..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: place &* 131) }
    try bytes.write(to: URL(filePath: path))
    #expect(code { _ = try CohortStore(path: path, mustExist: true) } == .dataUnusable)
  }

  @Test func settingsHold() throws {
    let folder = try TemporaryFolder()
    let store = try CohortStore(path: folder.file("cohort.sqlite"), mustExist: false)
    try store.queue.read { db in
      #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal")
      #expect(try Int.fetchOne(db, sql: "PRAGMA foreign_keys") == 1)
      #expect(try Int.fetchOne(db, sql: "PRAGMA trusted_schema") == 0)
      #expect(try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID)
      let loose = try String.fetchAll(
        db,
        sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 "
          + "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'")
      #expect(loose == [], "every table of ours is STRICT")
    }
  }
}

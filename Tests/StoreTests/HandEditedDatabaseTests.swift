import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// A database that was changed by hand is met with an error, never with a crash or an endless loop.
@Suite struct HandEditedDatabaseTests {
  private static let catalogue = Catalogue(
    indices: [
      IndexDefinition(id: "egfr", name: "", formula: "", unit: "1", inputs: [], validity: "", cutoff: "", source: "")
    ], syndromes: [], kept: [])
  private static let mark = IndexCoding.mark(catalogue)

  @Test(arguments: [
    "UPDATE lab_result SET status = 300", "UPDATE lab_result SET status = -1",
    "UPDATE visit SET day_number = 9223372036854775807", "UPDATE visit SET ordinal = 9223372036854775807",
    "UPDATE visit SET day = -9223372036854775808", "PRAGMA foreign_keys = OFF; DELETE FROM patient",
    "PRAGMA foreign_keys = OFF; UPDATE visit SET patient_id = -5", "UPDATE accounting SET n = 9223372036854775807",
    "INSERT INTO attribute VALUES (1, 'kept', '../../evil', 'x', 'x', 1, 1, 1)",
    // The catalogue's mark of this test; a status that does not exist, a value that is cut off, a byte too many.
    "INSERT INTO index_result VALUES (1, \(mark), x'3F00')", "INSERT INTO index_result VALUES (1, \(mark), x'400000')",
    "INSERT INTO index_result VALUES (1, \(mark), x'020100')",
    "INSERT INTO phenotype VALUES (1, -9223372036854775808, '', '', 1, 0, '', '', '', x'00')",
    "DROP TABLE lab_result", "ALTER TABLE visit ADD COLUMN spy TEXT", "DELETE FROM grdb_migrations",
  ])
  func isRefusedOrSurvived(sql: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("cohort.sqlite")
    let store = try CohortStore(path: path, mustExist: false)
    let visit = VisitReference(patient: "a", label: "", date: CivilDate(iso: "2024-01-01"))
    let place = SourceLocation(row: 1, line: 2, column: 2, columnName: "glucose")
    _ = try store.ingest(
      FileIdentity(path: "f", sha256: "f", mappingSHA256: "", bytes: 1, description: "", columns: ["glucose"])
    ) { writer in
      try writer.add(
        .result(
          LabResult(
            visit: visit, analyte: .glucose, value: 5, reported: 5, unitIndex: 0, status: .measured, factor: 1,
            rawText: "5", rawUnit: "mmol/L", location: place)))
      return [.result: 1]
    }
    try store.close()
    let hand = try DatabaseQueue(path: path)
    try hand.inDatabase { try $0.execute(sql: sql) }
    try hand.close()
    do {
      let store = try CohortStore(path: path, mustExist: true)
      _ = try store.keptColumns()
      _ = try store.accounting()
      var last: Int64 = 0
      while let block = try store.block(after: last, kept: []) {
        last = try #require(block.panel.visits.last?.patient)
        _ = try store.indices(of: block.panel, catalogue: Self.catalogue)
        _ = try store.phenotypes(of: block.panel)
      }
      last = 0
      while let patients = try store.patients(after: last) {
        last = patients.upperBound
        _ = try store.stageHashes("indices", of: store.panel(of: patients))
      }
      // A negative study number is never reached, and a person who is gone has no visits to show.
      #expect(sql.contains("patient"), "this change should have been noticed")
    } catch let error as RheostatError {
      #expect(error.code == .dataUnusable, "\(error)")
    }
  }

  /// An older database is brought up to date when it is opened: what SQLite finds then may name what stands in a row.
  @Test func aVisitOfNobodyIsRefusedWithoutItsContent() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("cohort.sqlite")
    try CohortStore(path: path, mustExist: false).close()
    let hand = try DatabaseQueue(path: path)
    try hand.inDatabase { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          INSERT INTO visit (patient_id, key, label, day_number) VALUES (9, 'secret key', 'secret label', 19188);
          DELETE FROM grdb_migrations WHERE identifier LIKE '3%';
          """)
    }
    try hand.close()
    let error = try #require(throws: RheostatError.self) { _ = try CohortStore(path: path, mustExist: true) }
    #expect(error.code == .dataUnusable && !"\(error)".contains("secret") && !"\(error)".contains("19188"))
  }
}

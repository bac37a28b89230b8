import Dispatch
import Domain
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

@Suite struct IndexCodingTests {
  private func definition(_ id: String) -> IndexDefinition {
    IndexDefinition(id: id, name: "", formula: "", unit: "1", inputs: [], validity: "", cutoff: "", source: "")
  }

  private func catalogue(_ names: [String]) -> Catalogue {
    let criteria = ["a", "b"].map { CriterionDefinition(id: $0, label: $0, rule: "") }
    let syndrome = SyndromeDefinition(id: "s", name: "", rule: "", criteria: criteria, source: "")
    return Catalogue(indices: names.map(definition), syndromes: [syndrome], kept: [])
  }

  /// Every status and reason, with and without a value and missing inputs, comes back as it was, to the bit.
  @Test func comesBackAsItWas() throws {
    var values: [IndexValue] = []
    for status in [IndexStatus.computed, .outOfRange, .notComputable, .notApplicable] {
      for reason in IndexReason.allCases {
        for value in [Double.nan, -0.0, 0.1 + 0.2, .greatestFiniteMagnitude] {
          values.append(IndexValue(value: value, status: status, reason: reason))
          values.append(IndexValue(value: value, status: status, reason: reason, missing: InputSet(rawValue: .max)))
        }
      }
    }
    let syndrome = SyndromeValue(
      strict: .undetermined, measured: .present, criteria: [.unknown, .met], criteriaMeasured: [.notMet, .unknown],
      missing: InputSet(.glucose))
    var reader = IndexReader(EncodedScores(indices: values, syndromes: [syndrome]).bytes, path: "")
    for value in values {
      let read = try reader.index()
      #expect(read.status == value.status && read.reason == value.reason && read.missing == value.missing)
      #expect(read.value.isNaN ? value.value.isNaN : read.value.bitPattern == value.value.bitPattern)
    }
    #expect(try reader.syndrome(criteria: 2) == syndrome)
    try reader.end()
  }

  /// FNV-1a of "a" is published: 0xaf63dc4c8601ec8c (Fowler, Noll, Vo; test vectors of draft-eastlake-fnv).
  @Test func markIsFNV() {
    let catalogue = Catalogue(indices: [definition("a")], syndromes: [], kept: [])
    #expect(UInt64(bitPattern: IndexCoding.mark(catalogue)) == 0xaf63_dc4c_8601_ec8c)
  }

  @Test func anotherCatalogueIsNotMistakenForThisOne() {
    let marks = [["a", "b"], ["b", "a"], ["a"], ["ab"]].map { IndexCoding.mark(catalogue($0)) }
    #expect(Set(marks).count == marks.count)
  }

  /// A database as an older version left it, with a visit and these rows.
  private func make(_ path: String, upTo migration: String, _ rows: String = "") throws {
    let old = try DatabaseQueue(path: path)
    try old.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
    try Schema.migrator.migrate(old, upTo: migration)
    try old.write { db in
      try db.execute(
        sql: "INSERT INTO patient (identifier) VALUES ('a');"
          + "INSERT INTO visit (patient_id, key, label, day_number) VALUES (1, 'k', '', NULL);"
          + "INSERT INTO stage_state VALUES (1, 'indices', x'00'), (1, 'mechanism', x'00');" + rows)
    }
    try old.close()
  }

  /// Results of an earlier form, a row a value or bytes that this one would misread, go and are computed anew; data stay.
  @Test(arguments: [
    ("1 cohort, results and what the stages say", "INSERT INTO index_value VALUES (1, 'egfr', 50, 0, 0, 0)"),
    ("2 indices and syndromes as one row a visit", "INSERT INTO index_result VALUES (1, 0, x'00')"),
  ])
  func olderDatabaseIsTakenOver(migration: String, rows: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("old.sqlite")
    try make(path, upTo: migration, rows)
    let store = try CohortStore(path: path, mustExist: true)
    #expect(try store.count("SELECT count(*) FROM visit") == 1)
    #expect(try store.count("SELECT count(*) FROM index_result") == 0)
    #expect(try store.count("SELECT count(*) FROM stage_state WHERE stage = 'indices'") == 0)
    #expect(try store.count("SELECT count(*) FROM stage_state WHERE stage = 'mechanism'") == 1)
  }

  /// Several that open an older database together all get it up to date.
  @Test func severalMayOpenAnOlderDatabaseTogether() throws {
    for _ in 0..<5 {
      let folder = try TemporaryFolder()
      let path = folder.file("old.sqlite")
      try make(path, upTo: "2 indices and syndromes as one row a visit")
      let shared = Failures()
      DispatchQueue.concurrentPerform(iterations: 6) { _ in
        do { _ = try CohortStore(path: path, mustExist: true).visitCount() } catch { shared.add("\(error)") }
      }
      #expect(shared.all.isEmpty, "\(shared.all)")
    }
  }

  private final class Failures: Sendable {
    private let texts = Mutex([String]())
    func add(_ text: String) { texts.withLock { $0.append(text) } }
    var all: [String] { texts.withLock(\.self) }
  }
}

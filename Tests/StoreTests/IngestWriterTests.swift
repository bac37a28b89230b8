import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct IngestWriterTests {
  private let folder: TemporaryFolder
  private let store: CohortStore

  init() throws {
    folder = try TemporaryFolder()
    store = try CohortStore(path: folder.file("cohort.sqlite"), mustExist: false)
  }

  private func identity(_ name: String) -> FileIdentity {
    FileIdentity(path: name, sha256: name, mappingSHA256: "", bytes: 1, description: "", columns: ["id", "glucose"])
  }

  private func result(
    _ patient: String, _ value: Double, date: String? = nil, label: String = "", analyte: Analyte = .glucose,
    row: Int = 1
  ) -> LabResult {
    LabResult(
      visit: VisitReference(patient: patient, label: label, date: date.flatMap { CivilDate(iso: $0) }),
      analyte: analyte, value: value, reported: value, unitIndex: 0, status: .measured, factor: 1,
      rawText: "\(value)", rawUnit: "mmol/L",
      location: SourceLocation(row: row, line: row + 1, column: 2, columnName: "glucose"))
  }

  private func total(_ level: AccountingLevel, _ outcome: Outcome, reason: String? = nil) throws -> Int {
    try store.accounting()
      .filter { $0.level == level.rawValue && $0.outcome == outcome.rawValue && (reason == nil || $0.reason == reason) }
      .reduce(0) { $0 + $1.count }
  }

  @Test func theLastReadStandsAndTheCountsAddUp() throws {
    _ = try store.ingest(identity("first")) { writer in
      try writer.add(.result(result("a", 5.0)))
      try writer.add(.result(result("a", 5.0, row: 2)))
      try writer.add(.result(result("a", 6.0, row: 3)))
      return [.result: 3]
    }
    #expect(try total(.result, .accepted) == 1)
    #expect(try total(.result, .setAside, reason: "duplicate") == 1)
    #expect(try total(.result, .setAside, reason: "superseded") == 1)
    // A later file supersedes a result of an earlier one: that file's counts move, its sum stays.
    _ = try store.ingest(identity("second")) { writer in
      try writer.add(.result(result("a", 7.0)))
      return [.result: 1]
    }
    #expect(try total(.result, .accepted) == 1)
    #expect(try total(.result, .setAside, reason: "superseded") == 2)
    let block = try #require(try store.block(after: 0, kept: []))
    #expect(block.panel[0].value(.glucose) == 7.0)
  }

  @Test func aFailureLeavesTheDatabaseAsItWas() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      _ = try store.ingest(identity("broken")) { writer in
        try writer.add(.result(result("a", 5.0)))
        throw Stop()
      }
    }
    #expect(try store.patientCount() == 0)
    #expect(try store.files().isEmpty)
    #expect(try store.accounting().isEmpty)
  }

  @Test func aFileWhoseAccountDoesNotAddUpIsNotTakenIn() throws {
    do {
      _ = try store.ingest(identity("short")) { writer in
        try writer.add(.result(result("a", 5.0)))
        return [.result: 2]
      }
      Issue.record("one result of two was lost without a word")
    } catch let error as RheostatError {
      #expect(error.code == .internalError)
      #expect(error.message.contains("2 read, 1 accounted for"))
    }
    #expect(try store.patientCount() == 0)
  }

  @Test func oneIdentifierWrittenInTwoWaysIsTwoPeopleWhateverTheOrder() throws {
    // The same letters to the eye, composed and decomposed: identifiers are compared byte by byte.
    let composed = "Zo\u{EB}"
    let decomposed = "Zoe\u{308}"
    _ = try store.ingest(identity("names")) { writer in
      try writer.add(.result(result(composed, 5)))
      try writer.add(.result(result(decomposed, 80, analyte: .insulin)))
      try writer.add(.result(result("other", 5)))
      try writer.add(.result(result(composed, 80, analyte: .insulin)))
      return [.result: 4]
    }
    #expect(try store.patientCount() == 3)
  }

  @Test func aDryRunCountsAndKeepsNothing() throws {
    let entries = try store.ingest(identity("dry"), keep: false) { writer in
      try writer.add(.result(result("a", 5.0)))
      return [.result: 1]
    }
    #expect(entries?.filter { $0.outcome == "accepted" }.map(\.count) == [1])
    #expect(try store.patientCount() == 0)
    #expect(try store.accounting(of: identity("dry")) == nil)
  }

  @Test func visitsAreNumberedByDateThenByLabel() throws {
    _ = try store.ingest(identity("visits")) { writer in
      for date in ["2024-06-01", "2023-01-01", "2024-01-01"] { try writer.add(.result(result("a", 5, date: date))) }
      for label in ["10", "2", "1"] { try writer.add(.result(result("b", 5, label: label))) }
      return [.result: 6]
    }
    let block = try #require(try store.block(after: 0, kept: []))
    #expect(block.visitKeys == ["2023-01-01", "2024-01-01", "2024-06-01", "1", "2", "10"])
    #expect(block.panel.visits.map(\.ordinal) == [1, 2, 3, 1, 2, 3])
    #expect(block.panel.visits.map(\.day) == [0, 365, 517, nil, nil, nil])
  }

  @Test func blocksHoldWholePatientsInOrder() throws {
    _ = try store.ingest(identity("many")) { writer in
      for patient in 0..<3000 {
        for visit in 1...3 { try writer.add(.result(result("p\(patient)", 5, label: "\(visit)"))) }
      }
      return [.result: 9000]
    }
    var seen: [Int64] = []
    var last: Int64 = 0
    while let block = try store.block(after: last, kept: []) {
      #expect(block.panel.count <= PanelBlock.capacity)
      #expect(block.panel.count % 3 == 0)
      last = try #require(block.panel.visits.last?.patient)
      seen += block.panel.visits.map(\.patient)
    }
    #expect(seen == (1...3000).flatMap { Array(repeating: Int64($0), count: 3) })
  }

  @Test func forgettingRemovesEveryTrace() throws {
    _ = try store.ingest(identity("two")) { writer in
      try writer.add(.result(result("secret-person-7731", 5)))
      try writer.add(.result(result("other", 5)))
      try writer.add(
        .problem(
          Problem(
            code: "negative_value", severity: .error,
            location: SourceLocation(row: 1, line: 2, column: 2, columnName: "x"),
            patient: "secret-person-7731", message: "negative")))
      return [.result: 2]
    }
    try store.forget(try #require(try store.studyNumber(of: "secret-person-7731")))
    #expect(try store.patientCount() == 1)
    #expect(try store.studyNumber(of: "other") == 2, "nobody else's study number changes")
    try store.close()
    let bytes = try Data(contentsOf: URL(filePath: folder.file("cohort.sqlite")))
    #expect(bytes.range(of: Data("secret-person-7731".utf8)) == nil)
  }
}

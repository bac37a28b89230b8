import Domain
import Foundation
import Testing

@testable import Ingest

@Suite struct FileIngestTests {
  @Test func progressMayBeAskedFromInside() throws {
    let scratch = try Scratch()
    let rows = (0..<100_000).map { "P\($0),90\n" }.joined()
    var ingest = try FileIngest(
      path: try scratch.file("patient_id,waist_cm\n" + rows), options: IngestOptions(mapping: nil))
    let progress = ingest.progress
    var seen: [Int] = []
    try ingest.forEach { item in
      if case .visit = item, progress.rowsRead % 25_000 == 0 { seen.append(progress.rowsRead) }
    }
    #expect(seen == [25_000, 50_000, 75_000, 100_000])
    #expect(ingest.rowsRead == 100_000)
    #expect(ingest.bytesRead == ingest.byteCount)
  }

  @Test func aFileMayBeReadTwice() throws {
    let scratch = try Scratch()
    var ingest = try FileIngest(
      path: try scratch.file("patient_id,waist_cm\nA,90\n"), options: IngestOptions(mapping: nil))
    for _ in 0..<2 {
      var results = 0
      try ingest.forEach { if case .result = $0 { results += 1 } }
      #expect(results == 1)
      #expect(ingest.rowsRead == 1)
    }
  }

  @Test func whatTheBodyThrowsComesOut() throws {
    struct Stop: Error {}
    let scratch = try Scratch()
    var ingest = try FileIngest(
      path: try scratch.file("patient_id,waist_cm\nA,90\n"), options: IngestOptions(mapping: nil))
    #expect(throws: Stop.self) { try ingest.forEach { _ in throw Stop() } }
  }

  @Test func aFileChangedMeanwhileIsNotReadOnAsIfItWereTheSame() throws {
    let scratch = try Scratch()
    let path = try scratch.file("patient_id,waist_cm\nA,90\n")
    var ingest = try FileIngest(path: path, options: IngestOptions(mapping: nil))
    let handle = try #require(fopen(path, "r+"))
    fputs("patient_id,heigh_cm\nA,90\n", handle)
    fclose(handle)
    let error = #expect(throws: RheostatError.self) { try ingest.forEach { _ in } }
    #expect(error?.message == "The file was changed while it was read.")
  }

  @Test func theDescriptionTellsColumnsUnitsAndWhy() throws {
    let found = try Collected("patient_id,Glucose (mg/dL),creatinine,si\u{1B}te\nA,90,1,x\n")
    #expect(
      found.description == """
        delimiter comma (4 columns, 100 % of the first 1 rows agree); quote none seen
        encoding utf-8; decimal mark . (fields are parted by commas)
        layout wide, 4 columns
          1 patient_id: patient (the words of the header)
          2 Glucose (mg/dL): glucose [mg/dL] (the words of the header)
          3 creatinine: creatinine (the words of the header; no unit anywhere)
          4 si\\u{1B}te: unmapped (no word that Rheostat knows)
        """)
  }
}

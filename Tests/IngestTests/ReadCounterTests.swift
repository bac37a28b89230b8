import Domain
import Foundation
import Testing

@testable import Ingest

/// What is read, counted where records are split, against what became of it. Counts given as numbers were made by hand
/// from the text of the file.
@Suite struct ReadCounterTests {
  @Test func countsCellsByTheirColumnAlone() throws {
    // Rows: 6 (a blank line is none; a line of delimiters is one). Results: glucose 90, x, 1, 95 and note a, b, c, d, e.
    // Attributes: sex F, "unknown", 7, M, F and age 50, 400, 61.
    let counts = try readCounts(
      """
      patient_id,date,Glucose (mg/dL),sex,age,note
      A,2024-01-01,90,F,50,a

      B,not a date,x,unknown,400,b
      ,2024-01-01,1,7,NA,c
      ,,,,,
      C,,95,M,61,d,more
      D,,,F,,e
      """)
    #expect(counts == [.row: 6, .result: 4 + 5, .attribute: 5 + 3])
  }

  @Test func longFilesCountEveryRow() throws {
    // Results: five values and one lot. Attributes: sex four times, fasting three, method and comment twice.
    let counts = try readCounts(
      """
      patient_id,analyte,value,unit,sex,fasting,method,comment,lot
      A,glucose,90,mg/dL,F,yes,,,
      A,insulin,9,uU/mL,F,no,,,n
      A,egfr,,mL/min/1.73m2,F,yes,CKD-EPI 2021,c,
      ,albumin,4,g/dL,F,,BCG,c,
      A,ALT,30,U/L,,,,,
      A,il6,2,,,,,,
      """)
    #expect(counts == [.row: 6, .result: 5 + 1, .attribute: 4 + 3 + 2 + 2])
  }

  @Test func constantsCountOnceAVisit() throws {
    let toml = """
      version = 1
      [columns.patient_id]
      role = "patient"
      [columns.waist]
      role = "waist"
      unit = "cm"
      [constants]
      fasting = "yes"
      dialysis = "none"
      """
    #expect(
      try readCounts("patient_id,waist\nA,90\nA,91\nB,92\n,93\n", toml: toml) == [.row: 4, .result: 4, .attribute: 4])
  }

  @Test func aFileReadTwiceIsNotCountedTwice() throws {
    let scratch = try Scratch()
    var ingest = try FileIngest(
      path: try scratch.file("patient_id,waist_cm\nA,90\n"), options: IngestOptions(mapping: nil))
    for _ in 0..<2 {
      try ingest.forEach { _ in }
      #expect(ingest.readCounts == [.row: 1, .result: 1, .attribute: 0])
    }
  }

  @Test(arguments: MessyFiles.all) func everythingReadIsAccountedFor(_ file: MessyFile) throws {
    try expectBalance(try Ledger(file))
  }

  @Test func theSampleCohortIsAccountedFor() throws {
    let ledger = try Ledger(path: repository("sample-data/cohort.csv"), mapping: nil)
    try expectBalance(ledger)
    #expect(ledger.read[.result] ?? 0 > 5_000 && ledger.read[.attribute] ?? 0 > 5_000)
  }

  @Test(.enabled(if: RealData.nhanes != nil, "the NHANES file is not on this machine"))
  func aSurveyIsAccountedFor() throws {
    let toml = try String(contentsOfFile: repository("examples/nhanes/fasting.toml"), encoding: .utf8)
    let path = try #require(RealData.nhanes)
    let ledger = try Ledger(path: path, mapping: Mapping(toml: toml, name: "fasting.toml"))
    try expectBalance(ledger)
    // pandas: 2,711 rows; 39,695 filled cells in the mapped laboratory columns and 21,334 in those that are ignored.
    #expect(ledger.read[.row] == 2_711 && ledger.read[.result] == 39_695 + 21_334)
  }

  private func readCounts(_ text: String, toml: String? = nil) throws -> [AccountingLevel: Int] {
    let ledger = try Ledger(MessyFile(name: "by hand", bytes: Array(text.utf8), toml: toml))
    try expectBalance(ledger)
    return ledger.read
  }

  private func expectBalance(_ ledger: Ledger) throws {
    #expect(ledger.accountedFor == ledger.read)
    #expect(ledger.rowsRead == ledger.read[.row])
  }

  private func repository(_ path: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(path).path
  }
}

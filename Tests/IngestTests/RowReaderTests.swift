import Domain
import Foundation
import Testing

@testable import Ingest

@Suite struct RowReaderTests {
  /// Every cell of this file was counted by hand: 8 rows, of them 2 accepted, 1 empty, 5 rejected. Columns 3 and 4 are
  /// labs (13 cells filled in rows of 4 fields or fewer or more), column 5 is not known.
  @Test func everythingReadIsAccountedFor() throws {
    let found = try Collected(
      """
      patient_id,date,waist_cm,crp_mg_L,colour
      A,2024-01-01,90,<0.5,red
      B,2024-01-01,-3,high,
      ,2024-01-01,91,2,blue
      C,01/02/2024,92,NA,
      D,2024-01-01,93
      E,2024-01-01,94,3,red,extra
      ,,,,
      "F"x,2024-01-01,95,4,

      """)
    #expect(found.rowsRead == 8)
    #expect(found.visits.map(\.patient) == ["A", "B"])
    #expect(
      found.counts == [
        "row/set_aside/empty_row": 1, "row/rejected/patient_missing": 1, "row/rejected/date_not_understood": 1,
        "row/rejected/field_count": 2, "row/rejected/misplaced_quote": 1, "result/rejected/negative_value": 1,
        "result/rejected/not_a_number": 1, "result/rejected/row_rejected": 8, "result/set_aside/unmapped_column": 3,
      ])
    #expect(found.visits.count + found.notAccepted(.row) == found.rowsRead)
    // 4 + 4 + ... : 90 <0.5 red, -3 high, 91 2 blue, 92, 93, 94 3 red, 95 4.
    #expect(found.results.count + found.notAccepted(.result) == 15)
    #expect(found.problem("field_count")?.expected == "5 fields")
    #expect(found.problem("field_count")?.actual == "3 fields")
    #expect(
      found.problem("patient_missing")?.location == SourceLocation(row: 3, line: 4, column: 1, columnName: "patient_id")
    )
    #expect(found.problem("date_not_understood")?.expected == "yyyy-mm-dd")
    #expect(found.problem("date_not_understood")?.patient == "C")
  }

  @Test func identifiersAreTrimmedAndBounded() throws {
    let long = String(repeating: "q", count: 201)
    let found = try Collected(
      "patient_id,waist_cm\n  A 1  ,90\n\(long),90\n\"a\u{7}\",90\n\"a\u{85}\",90\n\(long.dropLast()),90\n")
    #expect(found.visits.map(\.patient) == ["A 1", String(long.dropLast())])
    #expect(found.counts == ["row/rejected/patient_unfit": 3, "result/rejected/row_rejected": 3])
    #expect(found.problems.allSatisfy { !$0.message.contains("qqq") })
  }

  @Test func rowsInOtherOrderGiveTheSameItems() throws {
    let rows = (0..<300).map {
      "P\($0 % 40),v\($0 % 7),\(["glucose", "il6", "thing\($0)"][$0 % 3]),\($0 % 9),\(["mmol/L", "pg/mL", ""][$0 % 3])"
    }
    let head = "patient_id,visit,analyte,value,unit\n"
    func lines(_ found: Collected) -> [String] {
      found.results.map { "\($0.visit.patient) \($0.visit.label) \($0.analyte) \($0.value)" }.sorted()
    }
    let forward = try Collected(head + rows.joined(separator: "\n"))
    let backward = try Collected(head + rows.reversed().joined(separator: "\n"))
    #expect(lines(forward) == lines(backward))
    #expect(forward.counts == backward.counts)
    #expect(forward.results.count + forward.notAccepted(.result) == 300)
  }

  /// github.com/minimaxir/big-list-of-naughty-strings: each as a patient, a kept value and a laboratory cell.
  @Test(.enabled(if: RealData.naughty != nil, "the big list of naughty strings is not on this machine"))
  func naughtyStringsAreRowsLikeOthers() throws {
    let text = try String(contentsOfFile: #require(RealData.naughty), encoding: .utf8)
    let strings = text.split(separator: "\n", omittingEmptySubsequences: true).filter { !$0.hasPrefix("#") }
    #expect(strings.count > 400)
    func quoted(_ string: Substring) -> String { "\"" + string.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
    let rows = strings.map { "\(quoted($0)),\(quoted($0)),\(quoted($0))\n" }.joined()
    let toml = """
      version = 1
      [columns.patient_id]
      role = "patient"
      [columns.note]
      role = "keep"
      [columns.waist_cm]
      role = "waist"
      """
    let found = try Collected("patient_id,note,waist_cm\n" + rows, toml: toml)
    #expect(found.rowsRead == strings.count)
    #expect(found.visits.count + found.notAccepted(.row) == strings.count)
    let filled = strings.filter { string in
      !withCell(String(string)) { CellText.isMissing(CellText.trimmed($0)) }
    }
    #expect(found.results.count + found.notAccepted(.result) == filled.count)
    #expect(found.attributes.count + found.notAccepted(.attribute) == filled.count)
    let trimmed = Set(strings.map { string in withCell(String(string)) { CellText.string(CellText.trimmed($0)) } })
    #expect(found.visits.count > 350)
    #expect(found.visits.allSatisfy { trimmed.contains($0.patient) })
    for problem in found.problems {
      #expect(problem.message.unicodeScalars.allSatisfy { !Printable.isHarmful($0) })
      #expect(problem.actual.unicodeScalars.allSatisfy { !Printable.isHarmful($0) })
    }
    #expect(found.results.allSatisfy { Double($0.rawText) == $0.reported })
  }
}

import Domain
import Testing

@testable import Ingest

@Suite struct DialectTests {
  @Test(arguments: [(",", "comma"), (";", "semicolon"), ("\t", "tab")])
  func findsTheDelimiterOutsideQuotes(delimiter: String, name: String) throws {
    let rows = [
      ["patient_id", "\"note, with; both\tmarks\"", "waist_cm"], ["A", "\"x;y,z\t\"", "90"],
      ["B", "\"a,b,c;d\"", "91"],
    ]
    let found = try Collected(rows.map { $0.joined(separator: delimiter) + "\n" }.joined())
    #expect(found.description.hasPrefix("delimiter \(name) "))
    #expect(found.results.map(\.value) == [90, 91])
    #expect(found.description.contains("quote \""))
  }

  @Test func headersWithCommasDoNotMisleadASemicolonFile() throws {
    let text = "patient_id;Glucose, fasting (mmol/L);Insulin, fasting (pmol/L)\nA;5,5;60,2\nB;6,1;70,4\n"
    let found = try Collected(text)
    #expect(found.description.hasPrefix("delimiter semicolon"))
    #expect(found.results.map(\.value) == [5.5, 60.2, 6.1, 70.4])
  }

  @Test func aDecimalCommaIsFoundAndSettlesThreeDigits() throws {
    let found = try Collected("patient_id;crp_mg_L;waist_cm\nA;1,234;90,5\nB;0,5;91\nC;1.5;92\n")
    #expect(found.description.contains("decimal mark . (cells with commas are not certain"))
    let settled = try Collected("patient_id;crp_mg_L;waist_cm\nA;1,234;90,5\nB;0,5;91\n")
    #expect(settled.description.contains("decimal mark , (3 cells such as 1,5 and none with a point)"))
    #expect(settled.results.map(\.value) == [1.234, 90.5, 0.5, 91])
  }

  @Test func threeDigitsAloneAreNotCertain() throws {
    let found = try Collected("patient_id;leptin_ng_mL\nA;1,234\nB;2,345\n")
    #expect(found.results.isEmpty)
    #expect(found.counts == ["result/rejected/ambiguous_number": 2])
    let problem = try #require(found.problem("ambiguous_number"))
    #expect(problem.message.contains("Settle it with `decimal`"))
    let toml = """
      version = 1
      [file]
      decimal = ","
      [columns.patient_id]
      role = "patient"
      [columns.leptin_ng_mL]
      role = "leptin"
      """
    let settled = try Collected("patient_id;leptin_ng_mL\nA;1,234\nB;2,345\n", toml: toml)
    #expect(settled.results.map(\.reported) == [1.234, 2.345])
  }

  @Test func badFilesAreToldApart() throws {
    #expect(try failureOf("")?.message == "The file is empty.")
    #expect(try failureOf("\n\n \n")?.message == "The file holds blank lines only.")
    #expect(try failureOf("patient_id,waist_cm\n")?.message == "The file has a header and no rows.")
    #expect(
      try failureOf("patient_id\nA\nB\n")?.message
        == "The file has one column only: no comma, semicolon or tab parts its header.")
    for text in ["", "\n\n", "a,b\n", "a\nb\n"] { #expect(try failureOf(text)?.code == .dataUnusable) }
  }

  @Test func aLineOfTenMegabytesIsRefusedWhereverItStands() throws {
    let long = String(repeating: "1234567,", count: 10_000_000 / 8)
    let first = try #require(try failureOf(long))
    #expect(first.code == .dataUnusable)
    #expect(first.message.contains("longer than 1 MiB"))
    #expect(first.location.hasSuffix("line 1"))
    let later = try #require(try failureOf("patient_id,waist_cm\nA,90\n" + long + "\n"))
    #expect(later.code == .dataUnusable)
    #expect(later.location.hasSuffix("line 3"))
  }
}

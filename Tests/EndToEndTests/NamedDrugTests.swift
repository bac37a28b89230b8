import Foundation
import Testing

/// Drugs for glucose that have a column of their own, from the file to the verdict, the syndromes and the page.
@Suite struct NamedDrugTests {
  private let space: Workspace
  init() throws { space = try Workspace() }

  private static let header =
    "patient_id,sex,age,dialysis,drug_glucose,drug_metformin,drug_glitazone,glucose (mmol/L),insulin (pmol/L),"
    + "egfr (mL/min/1.73 m2),adiponectin (ug/mL)\n"

  @Test func eachHasItsGuardOrCaution() throws {
    let file = try space.write(
      "cohort.csv",
      Self.header + "A,male,60,none,,no,yes,5.2,70,28,\nB,male,60,none,,no,yes,5.2,70,28,14\n"
        + "C,male,60,none,,yes,no,5.2,70,28,7\nD,male,60,none,no,,,5.2,70,28,\n")
    #expect(try Tool.run(["run", file, "--out", space.file("out"), "--draws", "8", "--quiet"]).code == 0)
    let rows = try space.text("out/tables/patients.csv").split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    func column(_ name: String) throws -> [String] {
      let place = try #require(rows[0].firstIndex(of: name))
      return rows.dropFirst().map { $0[place] }
    }
    #expect(try column("drug_glitazone") == ["yes", "yes", "no", ""])
    #expect(try column("drug_metformin") == ["no", "no", "yes", ""])
    #expect(try column("reason_code")[0] == "guard_glitazone")
    #expect(try column("reason_code")[1...].allSatisfy { $0 != "guard_glitazone" })
    func page(_ number: Int) throws -> String { try space.text("out/reports/patients/P0000\(number).html") }
    #expect(try page(2).contains("by way of the measured adiponectin"))
    #expect(try page(3).contains("Metformin is taken"))
    // Who takes no drug for glucose takes neither.
    let last = try page(4)
    #expect(last.contains("Not recorded") && !last.contains("Glitazone") && !last.contains("glitazone"))
  }
}

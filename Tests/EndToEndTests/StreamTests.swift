import Foundation
import Testing

/// Standard streams that are full or closed, and names that mean two people.
@Suite struct StreamTests {
  private let space: Workspace
  private let cohort: String
  init() throws {
    space = try Workspace()
    cohort = try space.write("cohort.csv", "patient_id,glucose (mmol/L)\nP00002,5.1\nP00001,7.9\n")
  }

  private func shell(_ script: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, "sh", Tool.path, cohort, space.file("out"), space.file("c.sqlite")]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// What is said beside the work is not the work.
  @Test(arguments: ["2>/dev/full", ">&- 2>&-", "2>&1 | head -c 1 >/dev/null"])
  func aRunGoesOnWhenNobodyListens(redirection: String) throws {
    #expect(try shell("\"$1\" run \"$2\" --out \"$3\" --draws 2 \(redirection)") == 0)
    #expect(FileManager.default.fileExists(atPath: space.file("out/manifest.json")), "it went to its end")
    #expect(try Data(contentsOf: URL(filePath: space.file("out/private/.lock"))).isEmpty, "no message went into a file")
  }

  @Test func anErrorKeepsItsCodeWhenNobodyListens() throws {
    #expect(try shell("\"$1\" run /nowhere.csv --out \"$3\" 2>/dev/full") == 66)
  }

  @Test func aFullOutputIsAnErrorAndAClosedOneIsNot() throws {
    #expect(try Tool.run(["ingest", cohort, "--db", space.file("c.sqlite")]).code == 0)
    #expect(try shell("\"$1\" keys --db \"$4\" >/dev/full") == 74)
    #expect(try shell("\"$1\" keys --db \"$4\" | head -1 >/dev/null") == 0)
  }

  /// The identifier P00001 belongs to study number P00002, and the other way round.
  @Test func aNameThatMeansTwoPeopleIsRefused() throws {
    let database = space.file("c.sqlite")
    #expect(try Tool.run(["ingest", cohort, "--db", database]).code == 0)
    let refused = try Tool.run(["forget", "P00001", "--db", database])
    #expect(refused.code == 64)
    #expect(refused.errors.contains("two people"))
    #expect(try Tool.run(["keys", "--db", database]).output.split(separator: "\n").count == 3, "nobody was removed")
  }

  /// Free text of a file reaches tables and pages only where the mapping keeps it.
  @Test func freeTextDoesNotTravelAsAnEquation() throws {
    let path = try space.write(
      "names.csv",
      "patient_id,egfr (mL/min/1.73 m2),egfr_equation\nA,50,JOHN SMITH 1950-01-01\nB,60,CKD-EPI (2021)\n")
    #expect(try Tool.run(["run", path, "--out", space.file("out"), "--draws", "2"]).code == 0)
    for (name, bytes) in try space.contents(below: "out") where !name.hasPrefix("private/") {
      #expect(bytes.range(of: Data("SMITH".utf8)) == nil, "\(name)")
    }
    let patients = try space.table("out/tables/patients.csv")
    #expect(patients.map { $0["egfr_equation"] } == ["", "CKD-EPI 2021"])
    #expect(try space.text("out/private/problems.csv").contains("unknown_code"))
  }

  /// A value of the file that is called like a column of table 1 is told apart from it.
  @Test func aGroupCalledOverallIsNotTheOverallColumn() throws {
    let path = try space.write(
      "sites.csv", "patient_id,glucose (mmol/L),site\nA,5,Overall\nB,6,unknown\nC,7,North\nD,8,\n")
    let mapping = try space.write(
      "map.toml",
      "version = 1\n[columns.patient_id]\nrole = \"patient\"\n[columns.\"glucose (mmol/L)\"]\nrole = \"glucose\"\n"
        + "unit = \"mmol/L\"\n[columns.site]\nrole = \"keep\"\nname = \"site\"\n")
    let outcome = try Tool.run(
      ["run", path, "--map", mapping, "--by", "site", "--out", space.file("out"), "--draws", "2"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let header = try space.text("out/tables/table1_by_site.csv").split(separator: "\n")[0]
    let groups = header.split(separator: ",")
    #expect(Set(groups).count == groups.count, "\(header)")
    #expect(header.contains("Overall (in the file)") && header.contains("unknown (in the file)"))
  }
}

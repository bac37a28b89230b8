import Foundation
import Testing

/// Bad input is met with a clear error and nothing lost: the message, the place and the exit code.
@Suite struct BadInputTests {
  private let space: Workspace
  init() throws { space = try Workspace() }

  private func ingest(_ path: String) throws -> Tool.Outcome {
    try Tool.run(["ingest", path, "--db", space.file("cohort.sqlite")])
  }

  /// The error names the place and says what is wrong, and nothing but the error changed anything.
  private func expect(
    _ outcome: Tool.Outcome, code: Int32, saying words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: sourceLocation)
    for word in words {
      #expect(
        outcome.errors.lowercased().contains(word.lowercased()), "\"\(word)\" in: \(outcome.errors)",
        sourceLocation: sourceLocation)
    }
    #expect(outcome.output.isEmpty, "errors do not go to standard output", sourceLocation: sourceLocation)
    let listed = try? Tool.run(["keys", "--db", space.file("cohort.sqlite")])
    #expect((listed?.output ?? "").split(separator: "\n").count <= 1, "nobody came in", sourceLocation: sourceLocation)
  }

  @Test func anEmptyFile() throws {
    expect(try ingest(space.write("empty.csv", "")), code: 65, saying: "empty.csv", "empty")
  }

  @Test func aMissingFile() throws {
    expect(try ingest(space.file("none.csv")), code: 66, saying: "none.csv", "no such file")
  }

  @Test func aFolderWithoutFiles() throws {
    try FileManager.default.createDirectory(atPath: space.file("folder"), withIntermediateDirectories: true)
    expect(try ingest(space.file("folder")), code: 65, saying: "folder", "no CSV file")
  }

  @Test func aPipe() throws {
    #expect(mkfifo(space.file("pipe.csv"), 0o600) == 0)
    expect(try ingest(space.file("pipe.csv")), code: 65, saying: "pipe.csv", "not a file")
  }

  @Test func aBinaryFile() throws {
    var bytes = Data("patient_id,glucose (mmol/L)\n".utf8)
    bytes.append(contentsOf: (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    try bytes.write(to: URL(filePath: space.file("binary.csv")))
    expect(try ingest(space.file("binary.csv")), code: 65, saying: "binary.csv")
  }

  @Test func aHeaderOnly() throws {
    expect(
      try ingest(space.write("header.csv", "patient_id,glucose (mmol/L)\n")), code: 65, saying: "header.csv", "row")
  }

  @Test func oneColumn() throws {
    expect(try ingest(space.write("one.csv", "patient_id\nA\nB\n")), code: 65, saying: "one.csv", "column")
  }

  @Test func duplicateHeaders() throws {
    let path = try space.write("twice.csv", "patient_id,glucose (mmol/L),glucose (mmol/L)\nA,5,5\n")
    expect(try ingest(path), code: 65, saying: "twice.csv", "glucose")
  }

  @Test func aLineOfTenMegabytes() throws {
    let path = try space.write(
      "long.csv", "patient_id,glucose (mmol/L)\nA," + String(repeating: "5", count: 10_000_000) + "\n")
    expect(try ingest(path), code: 65, saying: "long.csv", "MiB")
  }

  @Test func aCorruptDatabase() throws {
    let path = try space.write("good.csv", "patient_id,glucose (mmol/L)\nA,5\n")
    let database = try space.write("broken.sqlite", "SQLite format 3\0" + String(repeating: "x", count: 8192))
    let outcome = try Tool.run(["ingest", path, "--db", database])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("broken.sqlite"))
    #expect(outcome.errors.contains("damaged") || outcome.errors.contains("another program"))
  }

  @Test func aDatabaseThatIsNotThere() throws {
    let outcome = try Tool.run(["score", "--db", space.file("none.sqlite")])
    #expect(outcome.code == 66)
    #expect(outcome.errors.contains("rheostat ingest"), "it says what to do")
    #expect(!FileManager.default.fileExists(atPath: space.file("none.sqlite")))
  }

  @Test func wrongUsage() throws {
    #expect(try Tool.run(["run"]).code == 64)
    #expect(try Tool.run(["no-such-command"]).code == 64)
    #expect(try Tool.run(["run", "x.csv", "--out", space.file("o"), "--draws", "1"]).code == 64)
  }

  /// One file labels its visits, the other only dates them: glucose and insulin of the day do not meet, and it is said.
  @Test func visitsOfOneDayThatDoNotMeetAreSaid() throws {
    let labs = try space.write("labs.csv", "patient_id,visit,date,glucose (mmol/L)\nA,baseline,2024-01-05,5\n")
    let insulin = try space.write("insulin.csv", "patient_id,date,insulin (pmol/L)\nA,2024-01-05,60\n")
    let database = space.file("c.sqlite")
    let outcome = try Tool.run(["ingest", labs, insulin, "--db", database])
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("two visits on one day, whose labs do not meet: 1"))
  }

  /// Sex and ethnicity do not change: where visits contradict one another it is said, and where they only lack them it is not.
  @Test func contradictionsOfSexOrEthnicityAreSaid() throws {
    let path = try space.write(
      "sexes.csv",
      "patient_id,visit,sex,ethnicity,glucose (mmol/L)\nA,1,male,,5\nA,2,female,,5\nB,1,male,chinese,5\nB,2,,,5\n"
        + "C,1,female,chinese,5\nC,2,female,europid,5\n")
    let outcome = try Tool.run(["ingest", path, "--db", space.file("s.sqlite")])
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("differ in sex or ethnicity: 2"), "\(outcome.errors)")
  }

  @Test func aDryRunLeavesNothingBehind() throws {
    let path = try space.write("good.csv", "patient_id,glucose (mmol/L)\nA,5\n")
    let outcome = try Tool.run(["ingest", path, "--db", space.file("new.sqlite"), "--dry-run"])
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("nothing was kept"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: space.path) == ["good.csv"])
  }

  @Test func whatIsWrongWithTheRequestIsSaidBeforeAnythingIsWritten() throws {
    let good = try space.write("good.csv", "patient_id,glucose (mmol/L)\nA,5\n")
    let empty = try space.write("empty.csv", "")
    let stratified = try Tool.run(["run", good, "--out", space.file("out"), "--by", "ward"])
    #expect(stratified.code == 64)
    #expect(stratified.errors.contains("ckd_g") && stratified.errors.contains("keep"), "it lists what there is")
    #expect(try Tool.run(["run", good, empty, "--out", space.file("out")]).code == 65)
    #expect(!FileManager.default.fileExists(atPath: space.file("out")))
  }

  /// Cells that are wrong are rejected one by one; the rest of the file goes in.
  @Test func badCellsAreRejectedAndTheRestGoesIn() throws {
    let path = try space.write(
      "cells.csv",
      """
      patient_id,sex,age,glucose (mmol/L),insulin
      A,F,50,5.1,60
      B,M,61,-5.1,70
      ,M,70,6.2,80
      D,F,44,five,90
      E,X,44,5.5,

      """)
    let outcome = try Tool.run(["run", path, "--out", space.file("out"), "--draws", "2", "--strict"])
    #expect(outcome.code == 1, "--strict: \(outcome.errors)")
    let again = try Tool.run(["run", path, "--out", space.file("out"), "--draws", "2", "--strict"])
    #expect(again.code == 1, "strictness does not wear off when nothing is new")
    let problems = try space.text("out/private/problems.csv")
    for code in ["negative_value", "patient_missing", "not_a_number", "unit_missing", "unknown_code"] {
      #expect(problems.contains(code), "\(code)")
    }
    let flow = try space.table("out/tables/flow.csv")
    expectFlowAddsUp(flow)
    func count(_ outcome: String) -> Int {
      flow.filter { $0["level"] == "result" && $0["outcome"] == outcome }.reduce(0) { $0 + (Int($1["n"] ?? "") ?? 0) }
    }
    // By hand: glucose of A and E; rejected are B's, D's and the nameless person's glucose and every insulin.
    #expect(count("accepted") == 2)
    #expect(count("rejected") == 7)
    #expect(count("read") == 9)
    #expect(try space.table("out/private/keys.csv").map { $0["patient_id"] } == ["A", "B", "D", "E"])
  }
}

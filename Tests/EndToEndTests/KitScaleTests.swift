import Foundation
import Testing

/// `--kit`: what a kit reads, divided by how it stands to the model's, is what the model reads.
@Suite struct KitScaleTests {
  private let space: Workspace
  init() throws { space = try Workspace() }

  private static let columns = "patient_id,sex,age,dialysis,glucose (mmol/L),insulin (pmol/L),egfr (mL/min/1.73 m2),"

  private func cohort(_ name: String, adiponectin: String, il6: String) throws -> String {
    try space.write(
      name,
      Self.columns + "adiponectin (ug/mL),il6 (pg/mL)\nA,male,60,none,5.2,70,28,\(adiponectin),\(il6)\n")
  }

  /// What the mechanism says of the only visit.
  private func answer(_ folder: String) throws -> [String: String] {
    let row = try space.text(folder + "/tables/patients.csv").split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let answers = zip(row[0], row[1]).filter { name, _ in
      ["p_", "ir_", "mtorc1_", "arm_", "guards"].contains { name.hasPrefix($0) }
    }
    #expect(answers.count > 30)
    return Dictionary(answers) { first, _ in first }
  }

  @Test func aScaledKitGivesTheAnswerOfTheModelsOwn() throws {
    let (own, other) = (
      try cohort("own.csv", adiponectin: "10", il6: "3"), try cohort("other.csv", adiponectin: "25", il6: "30")
    )
    #expect(try Tool.run(["run", own, "--out", space.file("own"), "--draws", "64"]).code == 0)
    let scaled = ["--kit", "adiponectin=2.5", "--kit", "il6=10", "--draws", "64"]
    #expect(try Tool.run(["run", other, "--out", space.file("scaled")] + scaled).code == 0)
    #expect(try Tool.run(["run", other, "--out", space.file("plain"), "--draws", "64"]).code == 0)
    #expect(try answer("own") == answer("scaled"))
    #expect(try answer("own") != answer("plain"))
    // The table keeps what was reported, the manifest what was done, and the page says it.
    #expect(try space.text("scaled/tables/patients.csv").contains(",25,"))
    #expect(try space.text("scaled/manifest.json").contains("\"adiponectin=2.5\""))
    #expect(try space.text("scaled/reports/patients/P00001.html").contains("stated to read 2.5 times as high"))
    // The same database with another scale is scored anew.
    let database = space.file("scaled/private/cohort.sqlite")
    let again = try Tool.run(["score", "--db", database, "--only", "mechanism", "--draws", "64"])
    #expect(again.code == 0 && again.errors.contains("1 scored"))
    #expect(try Tool.run(["explain", "P00001", "--db", database] + scaled).output.contains("divided by that"))
  }

  @Test func theStreamTakesTheSameScale() throws {
    let text = { (adiponectin: String) in
      Self.columns + "adiponectin (ug/mL)\nA,male,60,none,5.2,70,28,\(adiponectin)\n"
    }
    let stream = ["score", "--stream", "--draws", "64"]
    func row(_ text: String, _ kit: [String]) throws -> [String: Substring] {
      let lines = try Tool.run(stream + kit, input: text).output.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      return Dictionary(zip(lines[0].map(String.init), lines[1]).filter { $0.0.hasPrefix("p_") }) { first, _ in first }
    }
    let own = try row(text("10"), [])
    #expect(own.count == 4)
    #expect(try own == row(text("25"), ["--kit", "adiponectin=2.5"]))
    #expect(try own != row(text("25"), []))
  }

  @Test(arguments: ["glucose=2", "adiponectin", "il6=0", "il6=x"]) func whatIsNoScaleEndsWithUsage(word: String) throws
  {
    let result = try Tool.run(["score", "--stream", "--kit", word], input: "")
    #expect(result.code == 64 && result.errors.contains("--kit"))
  }
}

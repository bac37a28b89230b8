import Foundation
import Testing

/// `rheostat explain` and `rheostat simulate` on a small cohort.
@Suite struct ExplainCommandTests {
  private let space: Workspace
  private let database: String
  init() throws {
    space = try Workspace()
    database = space.file("c.sqlite")
    let path = try space.write(
      "cohort.csv",
      "patient_id,visit,sex,age,dialysis,glucose (mmol/L),insulin (pmol/L),egfr (mL/min/1.73 m2),il6 (pg/mL)\n"
        + "SECRET-7,1,male,60,none,5.2,70,28,3.1\nSECRET-7,2,male,61,none,5.6,75,22,4.0\nSECRET-8,1,female,40,none,4.9,40,95,1\n"
    )
    #expect(try Tool.run(["ingest", path, "--db", database]).code == 0)
  }

  @Test func textHasTheParts() throws {
    let found = try Tool.run(["explain", "P00001", "--db", database])
    #expect(found.code == 0)
    for part in [
      "P00001, visit 2", "Person: sex male, 61 years, diabetes not known, dialysis none", "Uraemic load, 0 healthy",
      "(as it is)", "Inputs: what was measured once", "F001 row 2 column 6 (5.6 mmol/L)", "Arms",
      "Had one driver been",
      "The answer without each measured lab", "What measuring would tell", "never advice",
    ] { #expect(found.output.contains(part), "\(part)") }
    #expect(!found.output.contains("SECRET"))
    #expect(try Tool.run(["explain", "SECRET-7", "--db", database]).output == found.output)
    #expect(try Tool.run(["explain", "P00001", "--db", database, "--visit", "1"]).output.contains("visit 1"))
    #expect(try Tool.run(["explain", "P00001", "--db", database, "--visit", "3"]).code == 66)
    #expect(try Tool.run(["explain", "P00009", "--db", database]).code == 66)
  }

  /// Another seed would be another answer than the one in the tables.
  @Test func anExplanationIsOfTheAnswerThatWasScored() throws {
    let scored = try Tool.run(["score", "--db", database, "--seed", "7", "--draws", "100", "--kit", "il6=2"])
    #expect(scored.code == 0)
    let plain = try Tool.run(["explain", "P00001", "--db", database]).output
    #expect(plain.contains("Seed 7, at most 100 draws; kits: il6=2.0."))
    let given = try Tool.run(
      ["explain", "P00001", "--db", database, "--seed", "7", "--draws", "100", "--kit", "il6=2"])
    #expect(plain == given.output)
    let other = try Tool.run(["explain", "P00001", "--db", database, "--seed", "8"]).output
    #expect(other != plain && other.contains("Seed 8, at most 100 draws"))
  }

  /// 80 kg at 2 m are a BMI of 20: whoever gives height and weight gets the answer of whoever gives the BMI.
  @Test func heightAndWeightServeAsBMI() throws {
    func explained(_ columns: String, _ values: String) throws -> String {
      let path = try space.write(
        "person.csv", "patient_id,sex,age,dialysis,insulin (pmol/L),\(columns)\na,male,60,none,70,\(values)\n")
      let database = space.file("person.sqlite")
      try? FileManager.default.removeItem(atPath: database)
      #expect(try Tool.run(["ingest", path, "--db", database]).code == 0)
      return try Tool.run(["explain", "P00001", "--db", database]).output
    }
    let measured = try explained("bmi (kg/m2)", "20")
    let derived = try explained("height (cm),weight (kg)", "200,80")
    #expect(derived.contains("height and weight"))
    func numbers(_ text: String) -> String {
      text.split(separator: "\n").filter { $0.hasPrefix("muscle") || $0.hasPrefix("Probabilities") }.joined()
    }
    #expect(!numbers(measured).isEmpty)
    #expect(numbers(measured) == numbers(derived))
    #expect(numbers(measured) != numbers(try explained("height (cm)", "200")))
  }

  @Test func documentHasTheParts() throws {
    let found = try Tool.run(["explain", "P00002", "--db", database, "--json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
    #expect(object["patient_key"] as? String == "P00002")
    let shares = try #require(object["probabilities"] as? [String: Double])
    #expect(abs(shares.values.reduce(0, +) - 1) < 0.002)
    let gains = try #require(object["information_gain"] as? [[String: Any]])
    #expect(Set(gains.compactMap { $0["analyte"] as? String }).isSuperset(of: ["leptin", "ffa", "tnf_alpha"]))
    #expect((object["counterfactuals"] as? [Any])?.count == 11)
    #expect((object["without_lab"] as? [Any])?.count == 4)
    #expect((object["tissues"] as? [[String: Any]])?.count == 3)
  }

  @Test func simulationWritesItsFiles() throws {
    let (csv, svg) = (space.file("course.csv"), space.file("course.svg"))
    let found = try Tool.run([
      "simulate", "--patient", "P00001", "--db", database, "--intervention", "keto-acids", "--intervention",
      "anti-inflammatory=80", "--hours", "48", "--draws", "8", "--out", csv, "--svg", svg,
    ])
    #expect(found.code == 0, "\(found.errors)")
    #expect(found.output.contains("never advice"))
    let rows = try space.table("course.csv")
    #expect(Set(rows.map { $0["tissue"] }) == ["muscle", "liver", "adipose"])
    #expect(Set(rows.map { $0["quantity"] }) == ["mtorc1", "ir_index", "akt", "s6k"])
    #expect(rows.last?["time_h"] == "48" && rows.first?["time_h"] == "0")
    let drawing = try String(contentsOfFile: svg, encoding: .utf8)
    #expect(drawing.hasPrefix("<svg ") && drawing.contains("IR index") && drawing.hasSuffix("</svg>\n"))
    var status = stat()
    #expect(stat(csv, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  /// The variants are of the adipose feedback: muscle is the same in both, adipose tissue is not.
  @Test func oneStructuralVariantCanBeAskedFor() throws {
    let courses = try ["A", "B"].map { variant in
      let name = "course-\(variant).csv"
      let found = try Tool.run([
        "simulate", "--intervention", "s6k-adipose=0", "--hours", "48", "--draws", "8", "--variant", variant, "--out",
        space.file(name),
      ])
      #expect(found.code == 0 && found.output.contains("structural variant \(variant)"), "\(found.errors)")
      return try space.table(name)
    }
    func largestDifference(_ tissue: String) -> Double {
      let medians = courses.map { rows in
        rows.filter { $0["tissue"] == tissue }.compactMap { $0["median"].flatMap(Double.init) }
      }
      #expect(medians[0].count == medians[1].count && medians[0].count > 20)
      return zip(medians[0], medians[1]).map { abs($0 - $1) }.max() ?? .nan
    }
    #expect(largestDifference("muscle") < 1e-9)
    #expect(largestDifference("adipose") > 0.01)
    #expect(try Tool.run(["simulate", "--intervention", "rapamycin", "--variant", "C"]).code == 64)
  }

  @Test func wrongUseIsRefused() throws {
    for arguments in [
      ["simulate"], ["simulate", "--intervention", "aspirin"], ["simulate", "--intervention", "rapamycin=-2"],
      ["simulate", "--intervention", "rapamycin", "--patient", "P00001"],
      ["simulate", "--intervention", "rapamycin", "--hours", "0"],
      ["simulate", "--intervention", "leucine=1", "--intervention", "leucine=2"],
    ] { #expect(try Tool.run(arguments).code == 64, "\(arguments)") }
    #expect(try Tool.run(["simulate", "--list"]).output.contains("rapamycin"))
  }
}

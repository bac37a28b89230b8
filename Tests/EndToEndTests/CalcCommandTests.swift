import Foundation
import Testing

/// `rheostat calc` and `rheostat verify`.
@Suite struct CalcCommandTests {
  private let space: Workspace
  init() throws { space = try Workspace() }

  private func document(_ arguments: [String]) throws -> [String: Any] {
    let found = try Tool.run(arguments + ["--json"])
    return try #require(try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
  }

  @Test func unitsAgree() throws {
    let milligrams = try document(["calc", "homa_ir", "glucose=92mg/dL", "insulin=12uU/mL"])
    let moles = try document(["calc", "homa_ir", "glucose=5.1067mmol/L", "insulin=72pmol/L"])
    let (first, second) = (try #require(milligrams["value"] as? Double), try #require(moles["value"] as? Double))
    #expect(abs(first - second) < 1e-4 && abs(first - 2.7236) < 1e-3)
    #expect(milligrams["status"] as? String == "computed")
    #expect((milligrams["source"] as? String)?.contains("10.1007/BF00280883") == true)
  }

  @Test func whatIsWrongIsSaid() throws {
    for (arguments, code, words) in [
      (["calc", "tyg", "glucose=90mg/dL"], 65, "triglyceride"), (["calc", "no_such_index", "x=1"], 64, "--list"),
      (["calc", "homa_ir", "glucose=5", "insulin=10uU/mL"], 64, "no unit"),
      (["calc", "homa_ir", "glucose=5parsec"], 64, "parsec"),
      (["calc", "homa_ir", "phlogiston=5"], 64, "phlogiston"), (["calc", "homa_ir", "sex=perhaps"], 64, "female"),
      (["calc", "homa_ir", "glucose=920mmol/L", "insulin=12uU/mL"], 64, "mg/dL: check the unit"),
      (["calc", "homa_ir", "glucose=-5mmol/L"], 64, "negative"),
      (["calc", "tyg", "glucose=5,1mmol/L"], 64, "decimal point"),
      (["calc", "egfr", "egfr_equation=abacus"], 64, "no equation"), (["calc", "egfr", "age=150"], 64, "0 to 125"),
      (["calc", "egfr", "age=600months"], 64, "in years"),
      (["calc", "egfr", "transplant=1x"], 64, "no value of transplant"),
      (["calc", "mis", "mis_weight=31"], 64, "0 to 3"), (["calc", "mis", "mis_fat=3.1"], 64, "0 to 3"),
      (["calc", "mets_z_adolescent", "bmi_z=-11"], 64, "-10 to 10"),
      (["calc"], 64, "--list"), (["calc", "--batch", "tyg", "/nowhere.csv"], 66, "nowhere"),
    ] {
      let found = try Tool.run(arguments)
      #expect(found.code == code, "\(arguments)")
      #expect((found.errors + found.output).contains(words), "\(arguments): \(found.errors)")
    }
  }

  @Test func everyIndexIsListed() throws {
    let found = try Tool.run(["calc", "--list", "--json"])
    let list = try #require(try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [[String: Any]])
    #expect(list.count > 75)
    for entry in list {
      #expect((entry["source"] as? String)?.isEmpty == false)
      #expect((entry["inputs"] as? [String])?.isEmpty == false, "\(entry["index"] ?? "")")
    }
    let chinese = list.first { $0["index"] as? String == "mets_cds_2020" }?["inputs"] as? [String] ?? []
    let asked = ["waist", "glucose", "glucose_2h", "sbp", "dbp", "triglyceride", "hdl", "sex", "diabetes", "drug_bp"]
    #expect(Set(asked).isSubset(of: chinese), "\(chinese)")
    #expect(try Tool.run(["calc", "--list"]).output.contains("kfre8_5y_other"))
  }

  @Test func batchAppendsAColumn() throws {
    let path = try space.write(
      "in.csv", "id,glucose[mmol/L],triglyceride[mg/dL],note\na,5.0,88.57,\"x, y\"\nb,,100,\nc,5.5,150,\r\n")
    let found = try Tool.run(["calc", "--batch", "tyg", path])
    #expect(found.code == 0)
    let lines = found.output.split(separator: "\n")
    #expect(lines[0] == "id,glucose[mmol/L],triglyceride[mg/dL],note,result")
    #expect(lines[1].hasPrefix("a,5.0,88.57,\"x, y\",8.29"))
    #expect(lines[2] == "b,,100,,")
    #expect(lines.count == 4)
    // A bad cell costs its row, not the file.
    let bad = try space.write("bad.csv", "glucose[mmol/L],triglyceride[mg/dL]\n5,abc\n5.0,88.57\n")
    let refused = try Tool.run(["calc", "--batch", "tyg", bad])
    #expect(refused.code == 65 && refused.errors.contains("line 2, column 2"))
    #expect(refused.errors.contains("1 row has a value that could not be read"))
    let rows = refused.output.split(separator: "\n")
    #expect(rows[1] == "5,abc," && rows[2].hasPrefix("5.0,88.57,8.29"))
    #expect(try Tool.run(["calc", "--batch", "tyg", space.write("unit.csv", "glucose\n5\n")]).code == 65)
  }

  /// A drug that nobody stated leaves the strict reading open; the measurements alone settle it.
  @Test func syndromesShowBothReadings() throws {
    let found = try Tool.run([
      "calc", "mets_ncep_2005", "waist=80cm", "triglyceride=1.0mmol/L", "hdl=1.5mmol/L", "sbp=120mmHg", "dbp=75mmHg",
      "glucose=5.0mmol/L", "sex=male", "age=50", "--json",
    ])
    #expect(found.code == 65)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
    #expect(document["level"] as? String == "undetermined" && document["measured"] as? String == "absent")
    let criteria = try #require(document["criteria"] as? [[String: String]])
    #expect(criteria.count == 5)
    #expect(criteria.contains { $0["strict"] == "unknown" && $0["measured"] == "not met" })
  }

  /// What looks back is given visits by their days; what has no day holds at all of them.
  @Test func severalVisitsMakeASlope() throws {
    let found = try Tool.run([
      "calc", "egfr_slope", "egfr=60mL/min/1.73m2@0", "age=50", "egfr=58mL/min/1.73m2@365", "egfr=56mL/min/1.73m2@730",
    ])
    #expect(found.code == 0 && found.output.contains("-2.0"))
    #expect(try Tool.run(["calc", "egfr_slope", "egfr=60mL/min/1.73m2@soon"]).code == 64)
  }

  /// As in a file: half of a lower limit counts, and a limit that settles the question is enough.
  @Test func limitsAreReadAsInAFile() throws {
    for (words, answer) in [
      (["ckd_a", "uacr=<3mg/mmol"], "A1"), (["ckd_a", "uacr=>300 mg/g"], "A3"),
      (["ckd_g", "egfr=≥90mL/min/1.73m2"], "G1"),
      (["ckd_risk", "egfr=<30mL/min/1.73m2"], "very_high"),
      (["homa_ir", "glucose=5mmol/L", "insulin=<2uU/mL"], "0.222"),
    ] {
      let found = try Tool.run(["calc"] + words)
      #expect(found.code == 0 && found.output.contains(": \(answer)"), "\(words) \(found.output) \(found.errors)")
    }
    let path = try space.write(
      "limits.csv", "glucose[mmol/L],insulin[uU/mL],crp[mg/L],sex[M/F]\n5,9,<0.3,F\n5,<2,1,\n5,9,NA,M\n")
    let batch = try Tool.run(["calc", "--batch", "homa_ir", path])
    #expect(
      batch.code == 0 && batch.output.contains("<0.3,F,2.0") && batch.output.contains("<2,1,,0.22")
        && batch.output.contains("NA,M,2.0"), "\(batch.output)")
  }

  /// A definition for adults says so of a minor, and an open one what is wanting; a word for not known is none of a value.
  @Test func aSyndromeSaysWhyItIsOpen() throws {
    let words = ["calc", "mets_cds_2020", "sex=male", "waist=95cm", "glucose=5mmol/L", "sbp=120mmHg", "dbp=80mmHg"]
    let minor = try Tool.run(words + ["age=17"])
    #expect(minor.code == 0 && minor.output.contains("not_applicable, minor"), "\(minor.output)")
    let adult = try Tool.run(words + ["age=unknown"])
    #expect(adult.code == 65 && adult.output.contains("Missing: triglyceride, hdl"), "\(adult.output)")
  }

  /// A slope joins rates of one equation alone.
  @Test func theEquationOfARateIsAnInput() throws {
    let words = [0, 365, 730].map { "egfr=\(60 - $0 / 100)mL/min/1.73m2@\($0)" }
    #expect(try Tool.run(["calc", "egfr_slope", "egfr_equation=EKFC"] + words).output.contains("computed"))
    #expect(try Tool.run(["calc", "egfr_slope", "egfr_equation=EKFC@730"] + words).output.contains("too_few_visits"))
  }

  @Test func verifyNamesItsOracles() throws {
    let found = try Tool.run(["verify"])
    #expect(found.code == 0)
    #expect(found.output.contains("SPINA Carb") && found.output.contains("Fewer than two outside vectors"))
    let json = try Tool.run(["verify", "--json"])
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(rows.allSatisfy { $0["ok"] as? Bool == true })
    for key in ["index", "inputs", "expected", "computed", "tolerance", "oracle", "ok"] { #expect(rows[0][key] != nil) }
  }
}

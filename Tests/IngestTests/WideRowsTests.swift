import Domain
import Testing

@testable import Ingest

@Suite struct WideRowsTests {
  @Test func aResultCarriesItsWholeOrigin() throws {
    let found = try Collected("patient_id,visit,date,\"Glucose\n(mg/dL)\"\n\n P1 ,v1,2024-02-29, 99.0 \n")
    let result = try #require(found.results.first)
    #expect(result.visit == VisitReference(patient: "P1", label: "v1", date: CivilDate(year: 2024, month: 2, day: 29)))
    #expect(result.analyte == .glucose)
    #expect(abs(result.value - 5.495) < 0.001)
    #expect(result.reported == 99)
    #expect(result.rawText == "99.0")
    #expect(result.rawUnit == "mg/dL")
    #expect(result.location == SourceLocation(row: 1, line: 4, column: 4, columnName: "Glucose\n(mg/dL)"))
  }

  @Test func itemsComeRowByRowWithTheVisitFirst() throws {
    let scratch = try Scratch()
    var ingest = try FileIngest(
      path: try scratch.file("patient_id,sex,waist_cm\nA,F,90\nB,M,-1\n"), options: IngestOptions(mapping: nil))
    var order: [String] = []
    try ingest.forEach { item in
      switch item {
      case .visit(let visit): order.append("visit " + visit.patient)
      case .attribute(let attribute): order.append("attribute " + attribute.visit.patient)
      case .result(let result): order.append("result " + result.visit.patient)
      case .counted(_, _, let reason, _): order.append("counted " + reason)
      case .problem(let problem): order.append("problem " + problem.patient)
      }
    }
    #expect(
      order == [
        "visit A", "attribute A", "result A", "visit B", "attribute B", "counted negative_value", "problem B",
      ])
  }

  @Test func aMissingUnitIsToldOnceAndCountedEachTime() throws {
    let found = try Collected("patient_id,creatinine,bmi\nA,1.1,30\nB,1.2,31\nC,,32\n")
    #expect(found.results.map(\.analyte) == [.bmi, .bmi, .bmi])
    #expect(found.counts == ["result/rejected/unit_missing": 2])
    #expect(found.problems.count == 1)
    let problem = try #require(found.problem("unit_missing"))
    #expect(
      problem.message
        == "2 values of column \"creatinine\" have no unit. Write it into the header, as \"creatinine (umol/L)\", or give `unit` in a mapping."
    )
    #expect(problem.expected == "umol/L, mg/dL, mmol/L, mg/L")
    #expect(problem.severity == .error)
  }

  @Test func oneIsNotSeveral() throws {
    let found = try Collected("patient_id,creatinine,phone,waist_cm\nA,1.1,7,90\n")
    #expect(found.problem("unit_missing")?.message.hasPrefix("1 value of column \"creatinine\" has no unit.") == true)
    #expect(found.problem("unmapped_column")?.message.contains("means nothing to Rheostat: 1 cell set aside.") == true)
  }

  /// With a mapping the advice is to add to it, not to write one.
  @Test func adviceKnowsOfTheMapping() throws {
    let text = "patient_id,phone,waist_cm\nA,7,90\n"
    let without = try #require(try Collected(text).problem("unmapped_column"))
    #expect(without.message.hasSuffix("To use it or to pass it through, write a mapping."))
    let toml =
      "version = 1\n[columns.patient_id]\nrole = \"patient\"\n[columns.waist_cm]\nrole = \"waist\"\nunit = \"cm\"\n"
    let with = try #require(try Collected(text, toml: toml).problem("unmapped_column"))
    #expect(
      with.message
        == "Column 2 (\"phone\") is not in the mapping: 1 cell set aside. To use it or to pass it through, add it to the mapping."
    )
    let bare = try #require(try failureOf(text, toml: "version = 1\n[columns.patient_id]\nrole = \"patient\"\n"))
    #expect(bare.advice == "Add columns with such roles to the mapping.")
  }

  @Test func anUnknownUnitListsTheKnown() throws {
    let found = try Collected("patient_id,Albumin (mg/g),waist_cm\nA,30,90\n")
    #expect(found.counts == ["result/rejected/unit_unknown": 1])
    #expect(found.problem("unit_unknown")?.expected == "g/L, g/dL, mg/dL, umol/L")
    #expect(found.problem("unit_unknown")?.actual == "mg/g")
  }

  @Test func twoColumnsOfOneAnalyteAskForAMapping() throws {
    let error = try #require(try failureOf("patient_id,glucose_mg_dL,glucose_mmol_L\nA,90,5\n"))
    #expect(error.code == .dataUnusable)
    #expect(
      error.message
        == "Columns 2 (\"glucose_mg_dL\") and 3 (\"glucose_mmol_L\") both look like glucose.")
    #expect(error.advice.contains("rheostat map"))
  }

  @Test func duplicateHeadersAreRefusedUnlessTheMappingGoesByPlace() throws {
    let text = "patient_id,x,x\nA,90,91\n"
    let error = try #require(try failureOf(text))
    #expect(error.code == .dataUnusable)
    #expect(error.message == "Columns 2 and 3 have the same name, \"x\".")
    let toml = """
      version = 1
      [columns.patient_id]
      role = "patient"
      [columns.waist]
      column = 3
      role = "waist"
      unit = "cm"
      """
    let found = try Collected(text, toml: toml)
    #expect(found.results.map(\.value) == [91])
    #expect(found.counts == ["result/set_aside/unmapped_column": 1])
  }

  @Test func columnsThatMeanNothingAreCountedAndNamed() throws {
    let found = try Collected("patient_id,site,waist_cm,doctor\nA,x,90,\nB,y,91,\nC,NA,92,\n")
    #expect(found.counts == ["result/set_aside/unmapped_column": 2])
    #expect(found.problems.map(\.location.columnName) == ["site", "doctor"])
    #expect(found.problems.allSatisfy { $0.severity == .note && $0.location.row == 0 })
  }

  @Test func codesOfTheMappingAreReadAlsoWithDecimals() throws {
    let toml = """
      version = 1
      [settings]
      missing = ["-9"]
      [columns.patient_id]
      role = "patient"
      [columns.sex]
      role = "sex"
      values = { "1" = "male", "2" = "female", "9" = "" }
      [columns.arm]
      role = "keep"
      name = "trial_arm"
      [columns.w]
      role = "waist"
      unit = "cm"
      [constants]
      dialysis = "none"
      """
    let found = try Collected("patient_id,sex,arm,w\nA,1,x,-9\nB,2.0,y,90\nC,9,,\nD,3,z,\n", toml: toml)
    #expect(
      found.attributes.map(\.value) == [
        .covariate(.dialysis, 1), .covariate(.sex, 2), .kept(name: "trial_arm", value: "x"),
        .covariate(.dialysis, 1), .covariate(.sex, 1), .kept(name: "trial_arm", value: "y"),
        .covariate(.dialysis, 1), .covariate(.dialysis, 1), .kept(name: "trial_arm", value: "z"),
      ])
    #expect(found.results.map(\.value) == [90])
    #expect(found.counts == ["attribute/rejected/unknown_code": 1, "attribute/set_aside/stated_unknown": 1])
    #expect(found.problem("unknown_code")?.expected == "female, male")
    #expect(found.problem("unknown_code")?.actual == "3")
  }

  @Test func agesAreYears() throws {
    let found = try Collected("patient_id,age\nA,54.5\nB,126\nC,old\nD,0\nE,-1\n")
    #expect(found.attributes.map(\.value) == [.age(54.5), .age(0)])
    #expect(found.counts == ["attribute/rejected/implausible": 2, "attribute/rejected/not_a_number": 1])
  }

  @Test func mappedColumnsThatTheFileLacksAreNamed() throws {
    let toml = "version = 1\n[columns.patient_id]\nrole = \"patient\"\n[columns.hight]\nrole = \"height\"\n"
    let error = try #require(try failureOf("patient_id,height\nA,170\n", toml: toml))
    #expect(error.code == .dataUnusable)
    #expect(error.message == "The mapping names columns that the file has not: \"hight\".")
  }

  @Test func aFileOfNothingKnownIsRefused() throws {
    #expect(try failureOf("patient_id,colour\nA,red\n")?.message.hasPrefix("No column holds a result") == true)
    #expect(try failureOf("name,waist_cm\nA,90\n")?.message == "No column tells the patient.")
  }
}

import Domain
import Testing

@testable import Ingest

@Suite struct LongRowsTests {
  @Test func readsRowsByNameCodeAndSynonym() throws {
    let found = try Collected(
      """
      patient_id,analyte,value,unit,date,fasting,method,comment
      A,Glucose,90,mg/dL,2024-01-02,yes,,
      A,14749-6,5.2,mmol/L,2024-02-02,no,,late
      A,eGFR,55,mL/min/1.73m2,2024-01-02,,CKD-EPI 2021,
      A,GFRE,54,mL/min/{1.73_m2},2024-02-02,yes,,
      A,bmi,31,,2024-01-02,,,
      A,albumin,4.1,G/DL,2024-01-02,,BCG,
      """)
    #expect(found.results.map(\.analyte) == [.glucose, .glucose, .egfr, .egfr, .bmi, .albumin])
    #expect(found.results.map(\.rawUnit) == ["mg/dL", "mmol/L", "mL/min/1.73m2", "mL/min/{1.73_m2}", "kg/m2", "G/DL"])
    #expect(found.results.map(\.value).last == 41)
    #expect(
      found.attributes.map(\.value) == [
        .covariate(.fasting, 2), .covariate(.fasting, 1), .egfrEquation("CKD-EPI 2021"),
      ])
    #expect(
      found.counts == [
        "attribute/set_aside/comment": 1, "attribute/set_aside/fasting_not_used": 1,
        "attribute/set_aside/method_not_used": 1,
      ])
    #expect(found.visits.count == 6)
  }

  @Test func rowsThatCannotBeUsedAreCountedUnderTheirReason() throws {
    let found = try Collected(
      """
      patient_id,test,result,units
      A,LDH,30,U/L
      B,LDH,31,U/L
      A,CK,30,U/L
      A,2345-8,90,mg/dL
      A,glucose,90,
      B,glucose,91,
      A,glucose,90,mg/mL
      A,glucose,,mg/dL
      A,glucose,high,mg/dL
      ,glucose,90,mg/dL
      """)
    #expect(found.results.isEmpty)
    #expect(
      found.counts == [
        "result/set_aside/unknown_analyte": 3, "result/rejected/loinc_check_digit": 1,
        "result/rejected/unit_missing": 2, "result/rejected/unit_unknown": 1, "result/rejected/not_a_number": 1,
        "row/rejected/patient_missing": 1, "result/rejected/row_rejected": 1,
      ])
    let unknown = found.problems.filter { $0.code == "unknown_analyte" }
    #expect(unknown.map(\.actual) == ["LDH", "CK"])
    #expect(unknown.map(\.severity) == [.warning, .warning])
    #expect(found.problem("unit_missing")?.message.hasPrefix("2 values of glucose have no unit.") == true)
  }

  @Test func unknownNamesStayBounded() throws {
    let rows = (0..<1_500).map { "A,thing\($0),1,x\n" }.joined()
    let found = try Collected("patient_id,analyte,value,unit\n" + rows)
    #expect(found.counts == ["result/set_aside/unknown_analyte": 1_500])
    #expect(found.problems.count == 1_001)
    #expect(found.problems.last?.message.hasPrefix("500 values of the analyte \"other\"") == true)
  }

  @Test func urineIsNotBlood() throws {
    let found = try Collected(
      """
      usubjid,lbtestcd,lborres,lborresu,lbspec
      A,CREAT,1.1,mg/dL,BLOOD
      A,CREAT,95,mg/dL,URINE
      A,GLUC,90,mg/dL,URINE
      A,ALBCREAT,20,g/kg,URINE
      """)
    #expect(found.results.map(\.analyte) == [.creatinine, .urineCreatinine, .uacr])
    #expect(found.counts == ["result/set_aside/urine_specimen": 1])
  }

  @Test func theMappingNamesAnalytesAndUnits() throws {
    let toml = """
      version = 1
      [columns.patient_id]
      role = "patient"
      [columns.code]
      role = "analyte"
      values = { "GLU1" = "glucose", "ALT" = "ignore" }
      [columns.val]
      role = "value"
      [units]
      glucose = "mg/dL"
      """
    let found = try Collected("patient_id,code,val\nA,GLU1,90\nA,ALT,30\nA,XX,1\n", toml: toml)
    #expect(found.results.map(\.reported) == [90])
    #expect(found.results.map(\.rawUnit) == ["mg/dL"])
    #expect(
      found.counts == ["result/set_aside/ignored_by_mapping": 1, "result/set_aside/unknown_analyte": 1])
  }

  @Test func aPersonsAttributesComeOnceAVisit() throws {
    let found = try Collected(
      "patient_id,analyte,value,unit,sex,age\nA,il6,2,pg/mL,F,50\nA,crp,2,mg/L,F,50\nA,ffa,0.5,mmol/L,F,51\nB,il6,2,pg/mL,F,51\n"
    )
    #expect(
      found.attributes.map(\.value) == [
        .covariate(.sex, 1), .age(50), .age(51), .covariate(.sex, 1), .age(51),
      ])
    // Sex in the second and third row, age in the second.
    #expect(found.counts == ["attribute/set_aside/repeated": 3])
  }
}

import Domain
import Report
import Testing

@Suite struct PatientsTableTests {
  private func table(
    _ visits: [SampleRecords.Visit], kept: [String] = ["site", "arm"], options: TableOptions = TableOptions()
  ) -> (rows: [[String: String]], header: [String], codebook: [[String]]) {
    let catalogue = SampleCatalogue.catalogue(kept: kept)
    var table = PatientsTable(catalogue: catalogue, showing: options)
    let bytes = table.rows(
      SampleRecords.block(visits, catalogue: catalogue), identifiers: visits.map { "ID-\($0.patient)" },
      dates: visits.map { _ in "2024-03-01" })
    let header = readCSV(table.header())[0]
    let rows = readCSV(bytes).map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    return (rows, header, readCSV(table.codebook()))
  }

  /// The columns that the contract of the command line promises.
  @Test func hasTheColumnsOfTheContract() {
    let promised =
      ["patient_key", "visit", "day", "age", "sex", "ethnicity", "diabetes", "hypertension", "dialysis", "transplant"]
      + ["drug_insulin", "drug_glucose", "drug_lipid", "drug_bp", "drug_mtor", "glucose", "insulin", "egfr"]
      + [
        "egfr_equation", "creatinine", "leptin", "adiponectin", "tnf_alpha", "il6", "ffa", "triglyceride", "hdl", "ldl",
      ]
      + ["cholesterol", "albumin", "crp", "bmi", "waist", "sbp", "dbp", "glucose_cens", "ckd_g", "ckd_a", "homa_ir"]
      + ["mets_idf_2005", "mets_idf_2005_measured", "phenotype", "reason_code", "reason", "p_sensitive"]
      + ["p_suppressed", "p_overactivated", "p_mixed", "mcse_max", "n_draws", "ir_muscle", "ir_liver", "ir_adipose"]
      + ["ir_muscle_lo", "ir_muscle_hi", "ir_muscle_mean", "mtorc1_adipose", "mtorc1_adipose_lo", "mtorc1_adipose_hi"]
      + ["arm_upstream_muscle", "arm_lipid_liver", "arm_feedback_adipose", "arm_capacity_muscle", "labs_missing"]
    let header = table([SampleRecords.obese]).header
    for name in promised { #expect(header.contains(name), "\(name)") }
    #expect(Set(header.map { $0.lowercased() }).count == header.count)
    for name in header {
      #expect(name.utf8.count <= 32)
      #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
    }
  }

  /// Values as they were put into the sample.
  @Test func aVisitReadsBack() {
    let row = table(SampleRecords.wasted).rows[0]
    let expected = [
      "patient_key": "P00001", "visit": "1", "day": "0", "age": "63.4", "sex": "female", "ethnicity": "chinese",
      "diabetes": "none", "dialysis": "haemodialysis", "transplant": "", "drug_bp": "yes", "glucose": "5.05",
      "glucose_cens": "0", "leptin": "4.2", "leptin_cens": "-1", "creatinine_cens": "1", "ffa": "", "ffa_cens": "",
      "egfr": "8", "egfr_cens": "0", "ckd_g": "G5D", "ckd_a": "", "homa_ir": "3.591", "adipo_ir": "",
      "mets_ncep_2005": "present", "mets_idf_2005_measured": "absent", "phenotype": "suppressed",
      "reason_code": "clear", "p_suppressed": "0.855", "mcse_max": "0.0176", "n_draws": "398", "ir_muscle": "0.92",
      "ir_muscle_lo": "0.54", "ir_muscle_mean": "0.95", "mtorc1_muscle": "-0.88", "arm_capacity_muscle": "0.3",
      "labs_missing": "ffa", "site": "north", "arm": "control",
    ]
    for (name, value) in expected.sorted(by: { $0.key < $1.key }) { #expect(row[name] == value, "\(name)") }
  }

  /// 3.5 mL/min of 100 was reported for nobody: the value used is the one that the index says, with its equation.
  @Test func filtrationIsTheValueUsed() {
    var computed = SampleRecords.Visit(patient: 9)
    computed.labs = [.creatinine: 20]
    computed.censored = [.creatinine: .belowLimit]
    computed.indices = ["egfr": .computed(120.5)]
    var without = SampleRecords.Visit(patient: 10)
    without.labs = [.egfr: 8]
    without.indices = ["egfr": .none(.notApplicable, .onDialysis)]
    let rows = table([computed, without]).rows
    #expect(rows[0]["egfr"] == "120.5")
    #expect(rows[0]["egfr_equation"] == "CKD-EPI 2021")
    // A creatinine of at most 20 makes the eGFR at least 120.5.
    #expect(rows[0]["egfr_cens"] == "1")
    #expect(rows[1]["egfr"] == "")
    #expect(rows[1]["egfr_equation"] == "")
  }

  /// A lab is named where it would tell more of the class, not where it would only narrow the index.
  @Test func theNextLabTellsSomething() {
    var (telling, narrowing) = (SampleRecords.wasted[0], SampleRecords.wasted[0])
    telling.phenotype?.gains = [InformationGain(analyte: .ffa, settles: 0.125, narrows: 0.3)]
    narrowing.phenotype?.gains = [InformationGain(analyte: .vitaminD, settles: 0, narrows: 0.1)]
    let rows = table([telling, narrowing]).rows
    #expect(rows[0]["next_lab"] == "ffa" && rows[0]["next_lab_gain"] == "0.125")
    #expect(rows[1]["next_lab"] == "" && rows[1]["next_lab_gain"] == "0")
  }

  @Test func theMechanismNotRunIsEmpty() {
    let row = table([SampleRecords.bare]).rows[0]
    for name in ["phenotype", "reason", "p_mixed", "n_draws", "ir_liver", "labs_missing", "age", "day", "sex"] {
      #expect(row[name] == "", "\(name)")
    }
  }

  @Test func agesAboveEightyNineAreNinety() {
    #expect(table([SampleRecords.old]).rows[0]["age"] == "90")
    #expect(table([SampleRecords.old], options: TableOptions(ageCap: nil)).rows[0]["age"] == "93.2")
  }

  @Test func identifiersStandThereOnlyOnRequest() {
    #expect(!table([SampleRecords.obese]).header.contains("patient_id"))
    let shown = table([SampleRecords.obese], options: TableOptions(showIdentifiers: true, showDates: true)).rows[0]
    #expect(shown["patient_id"] == "ID-2")
    #expect(shown["visit_date"] == "2024-03-01")
  }

  @Test func aKeptColumnNeverTakesAnothersName() {
    let header = table([SampleRecords.obese], kept: ["Glucose", "glucose", "patient_id"]).header
    #expect(header.suffix(3) == ["kept_Glucose", "kept_glucose_2", "kept_patient_id"])
  }

  @Test func theCodebookDescribesEveryColumnAndCounts() {
    let result = table(SampleRecords.cohort)
    #expect(result.codebook[0] == ["column", "label", "type", "unit", "formula", "source", "coding", "n", "missing"])
    #expect(result.codebook.dropFirst().map { $0[0] } == result.header)
    for line in result.codebook.dropFirst() {
      let filled = result.rows.filter { $0[line[0]] != "" }.count
      #expect(line[7] == String(filled), "\(line[0])")
      #expect(line[8] == String(result.rows.count - filled), "\(line[0])")
    }
    let glucose = result.codebook.first { $0[0] == "glucose" }
    #expect(glucose?[3] == "mmol/L")
    #expect(result.codebook.first { $0[0] == "age" }?[3] == "years")
    // Nothing of ours begins as a formula of a spreadsheet does, which would put a mark before it.
    for line in result.codebook { for field in line { #expect(!field.hasPrefix("'"), "\(line[0])") } }
  }

  /// Blocks joined are the bytes of one block: the table keeps nothing between rows.
  @Test func blocksJoinToTheSameBytes() {
    let catalogue = SampleCatalogue.catalogue()
    var whole = PatientsTable(catalogue: catalogue)
    var parts = PatientsTable(catalogue: catalogue)
    let one = whole.rows(SampleRecords.block(SampleRecords.cohort))
    let two = SampleRecords.cohort.flatMap { parts.rows(SampleRecords.block([$0])) }
    #expect(one == two)
    #expect(whole.codebook() == parts.codebook())
  }
}

import Foundation
import Testing

/// A stranger's laboratory file goes in, through the mapping that ships as an example.
@Suite struct NHANESTests {
  private static let mapping = Tool.package.appending(path: "examples/nhanes/fasting.toml").path
  private static let survey = Tool.package.deletingLastPathComponent()
    .appending(path: "shared/data/nhanes_2017_2018/nhanes_2017_2018_fasting.csv").path

  private let space: Workspace
  init() throws { space = try Workspace() }

  /// The public file of NHANES 2017-2018, fasting subsample. Numbers by Python's csv module from the same file:
  /// 2,711 rows; non-empty cells of the columns that the mapping reads.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: NHANESTests.survey), "the survey file is not here"))
  func theFastingSubsampleIsAccountedFor() throws {
    let outcome = try Tool.run(
      ["run", Self.survey, "--map", Self.mapping, "--out", space.file("out"), "--draws", "4", "--quiet"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    try expectHonest(people: 2711)
    let flow = try space.table("out/tables/flow.csv")
    #expect(flow.contains { $0["level"] == "row" && $0["outcome"] == "accepted" && $0["n"] == "2711" })
    // Python's csv module: non-empty cells of the columns that the mapping reads as labs.
    let labs = flow.filter { $0["level"] == "result" && ["accepted", "rejected"].contains($0["outcome"]) }
    #expect(labs.reduce(0) { $0 + (Int($1["n"] ?? "") ?? 0) } == 39_695)
  }

  /// The same form with people made up by hand, for when the survey file is not here.
  @Test func anExtractWrittenByHand() throws {
    let header =
      "patient_id,age_years,sex,race_eth_RIDRETH3,pregnant_RIDEXPRG,fasting_weight_WTSAF2YR,glucose_fasting_mg_dL,"
      + "glucose_fasting_mmol_L,insulin_uIU_mL,insulin_pmol_L,insulin_below_LLOD,creatinine_mg_dL,creatinine_umol_L,"
      + "egfr_ckdepi2021_computed,bun_mg_dL,albumin_g_dL,albumin_g_L,hs_crp_mg_L,hs_crp_below_LLOD,"
      + "triglycerides_fasting_mg_dL,triglycerides_serum_refrig_mg_dL,hdl_mg_dL,hdl_mmol_L,ldl_friedewald_mg_dL,"
      + "cholesterol_mg_dL,hba1c_pct,bmi_kg_m2,waist_cm,sbp_mmHg,dbp_mmHg"
    let path = try space.write(
      "extract.csv",
      header + "\n"
        + "X-1,50,F,3,,1.5,90,5.0,10,60,0.0,1,88.4,68.6,14,4.1,41,1.2,0.0,100,101,50,1.29,110,180,5.4,24,80,118,74\n"
        + "X-2,61,M,4,,2.5,100,5.55,,,,1.5,132.6,51.9,20,3.9,39,0.11,1.0,,,40,1.03,,170,5.9,31,104,141,88\n")
    let outcome = try Tool.run([
      "run", path, "--map", Self.mapping, "--out", space.file("out"), "--draws", "4", "--quiet",
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    try expectHonest(people: 2)
    let patients = try space.text("out/tables/patients.csv").split(separator: "\n")
    #expect(patients.count == 3)
    // By hand: HOMA-IR 90/18.0156 x 10/22.5 = 2.2203; CKD-EPI 2021 of creatinine 1 mg/dL at 50, female: 68.63 (nephro 1.5).
    let long = try space.text("out/tables/results_long.csv")
    func value(_ variable: String) -> Double? {
      long.split(separator: "\n").first { $0.hasPrefix("P00001,1,\(variable),") }
        .flatMap { Double($0.split(separator: ",", omittingEmptySubsequences: false)[3]) }
    }
    #expect(abs((value("homa_ir") ?? 0) - 2.2203) < 0.001)
    #expect(abs((value("egfr") ?? 0) - 68.6335) < 0.001)
    #expect(long.contains("P00002,1,homa_ir,"), "an index that cannot be computed has its row and its reason")
  }

  /// What the data do not hold is said: five labs of the mechanism are missing in everybody, and each indeterminate has
  /// its reason.
  private func expectHonest(people: Int) throws {
    expectFlowAddsUp(try space.table("out/tables/flow.csv"))
    let long = try space.text("out/tables/results_long.csv")
    for absent in ["leptin", "adiponectin", "tnf_alpha", "il6", "ffa"] {
      #expect(!long.contains(",\(absent),"), "\(absent) was not measured")
    }
    let flow = try space.table("out/tables/flow.csv").filter { $0["level"] == "patient" }
    let verdicts = flow.filter { ["classified", "indeterminate"].contains($0["outcome"]) }
    #expect(verdicts.reduce(0) { $0 + (Int($1["n"] ?? "") ?? 0) } == people)
    for row in verdicts where row["outcome"] == "indeterminate" { #expect(row["reason"]?.isEmpty == false) }
    let codebook = try space.text("out/tables/codebook.csv")
    #expect(codebook.contains("leptin"), "a column without values stands in the codebook with its count of missing")
  }
}

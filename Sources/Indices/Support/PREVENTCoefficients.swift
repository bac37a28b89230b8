import CResources
import Domain

/// The coefficients of one PREVENT equation for one sex, as `Data/prevent.csv` names its terms; 0 where the model has no such
/// term.
struct PREVENTCoefficients: Sendable {
  let constant, age, age2, nonHDL, hdl, sbpLow, sbpHigh, diabetes, smoking, bmiLow, bmiHigh, egfrLow, egfrHigh: Double
  let bloodPressureDrug, statin, treatedSBP, treatedNonHDL: Double
  let ageNonHDL, ageHDL, ageSBP, ageDiabetes, ageSmoking, ageBMI, ageEGFR: Double
  let lnACR, hba1cDiabetes, hba1cNone, sdiMissing: Double

  /// Read once for all equations.
  private static let file = DataFile(rheostat_prevent_csv())

  /// - Parameters:
  ///   - model: as the column `model` has it.
  ///   - column: sex and outcome.
  init(_ model: String, _ column: String) {
    let file = Self.file
    var found: [String: Double] = [:]
    for row in file.rows.indices where file.value(row, "model") == model {
      found[file.value(row, "term")] = Double(file.value(row, column)) ?? .nan
    }
    func value(_ term: String) -> Double { found[term] ?? 0 }
    constant = value("constant")
    age = value("age")
    age2 = value("age2")
    nonHDL = value("nonhdl")
    hdl = value("hdl")
    sbpLow = value("sbp_low")
    sbpHigh = value("sbp_high")
    diabetes = value("diabetes")
    smoking = value("smoking")
    bmiLow = value("bmi_low")
    bmiHigh = value("bmi_high")
    egfrLow = value("egfr_low")
    egfrHigh = value("egfr_high")
    bloodPressureDrug = value("bp_drug")
    statin = value("statin")
    treatedSBP = value("treated_sbp")
    treatedNonHDL = value("treated_nonhdl")
    ageNonHDL = value("age_nonhdl")
    ageHDL = value("age_hdl")
    ageSBP = value("age_sbp")
    ageDiabetes = value("age_diabetes")
    ageSmoking = value("age_smoking")
    ageBMI = value("age_bmi")
    ageEGFR = value("age_egfr")
    lnACR = value("ln_acr")
    hba1cDiabetes = value("hba1c_diabetes")
    hba1cNone = value("hba1c_none")
    sdiMissing = value("sdi_missing")
  }
}

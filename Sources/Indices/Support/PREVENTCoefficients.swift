import CResources
import Domain

/// The coefficients of one PREVENT model for one sex, as `Data/prevent.csv` names its terms: of the three outcomes side by side,
/// in the order of `PREVENTEquation.Outcome`; 0 where the model has no such term.
struct PREVENTCoefficients: Sendable {
  /// One entry an outcome; the fourth is 0.
  typealias Outcomes = SIMD4<Double>
  let constant, age, age2, nonHDL, hdl, sbpLow, sbpHigh, diabetes, smoking, bmiLow, bmiHigh, egfrLow, egfrHigh: Outcomes
  let bloodPressureDrug, statin, treatedSBP, treatedNonHDL: Outcomes
  let ageNonHDL, ageHDL, ageSBP, ageDiabetes, ageSmoking, ageBMI, ageEGFR: Outcomes
  let lnACR, hba1cDiabetes, hba1cNone, sdiMissing: Outcomes

  /// Read once for all equations.
  private static let file = DataFile(rheostat_prevent_csv())

  /// - Parameters:
  ///   - model: as the column `model` has it.
  ///   - sex: as columns begin.
  init(_ model: String, _ sex: String) {
    let file = Self.file
    var found: [String: Outcomes] = [:]
    for row in file.rows.indices where file.value(row, "model") == model {
      var outcomes = Outcomes.zero
      for outcome in PREVENTEquation.Outcome.allCases {
        outcomes[outcome.rawValue] = Double(file.value(row, "\(sex)_\(outcome)")) ?? .nan
      }
      found[file.value(row, "term")] = outcomes
    }
    func value(_ term: String) -> Outcomes { found[term] ?? .zero }
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

extension PREVENTCoefficients {
  /// The linear predictors of the three outcomes, term by term as the supplement prints them. In line, so that the coefficients are read
  /// where they stand and not copied.
  @inline(__always) func logOdds(_ p: PREVENTPredictors, _ equation: PREVENTEquation) -> Outcomes {
    var sum = constant + age * p.age + age2 * p.age * p.age + nonHDL * p.nonHDL + hdl * p.hdl
    sum += sbpLow * p.sbpLow + sbpHigh * p.sbpHigh + diabetes * p.diabetes + smoking * p.smoking
    sum += bmiLow * p.bmiLow + bmiHigh * p.bmiHigh + egfrLow * p.egfrLow + egfrHigh * p.egfrHigh
    sum += bloodPressureDrug * p.treated + statin * p.statin + treatedSBP * p.treated * p.sbpHigh
    sum += treatedNonHDL * p.statin * p.nonHDL
    sum += p.age * (ageNonHDL * p.nonHDL + ageHDL * p.hdl + ageSBP * p.sbpHigh)
    sum += p.age * (ageDiabetes * p.diabetes + ageSmoking * p.smoking)
    sum += p.age * (ageBMI * p.bmiHigh + ageEGFR * p.egfrLow)
    if equation.hasAlbuminuria { sum += lnACR * p.lnRatio }
    if equation.hasHaemoglobin, let haemoglobin = p.haemoglobin {
      sum += (haemoglobin - 5.3) * (p.diabetes == 1 ? hba1cDiabetes : hba1cNone)
    }
    if equation.isFull { sum += sdiMissing }
    return sum
  }
}

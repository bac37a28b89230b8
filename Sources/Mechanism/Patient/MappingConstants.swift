import CResources
public import Domain

/// The constants by which labs become inputs of the model, and the rules of the verdict: `Model/mapping.csv`,
/// each with its unit, its meaning and its source or the word provisional.
public struct MappingConstants: Sendable {
  private var values: [String: Double]

  /// Reads a table with the columns name and value.
  public init(_ file: DataFile) {
    values = Dictionary(
      file.rows.indices.map { (file.value($0, "name"), Double(file.value($0, "value")) ?? .nan) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The constants that ship with this version.
  public static let shipped = MappingConstants(DataFile(rheostat_mapping_csv()))

  /// One constant; not a number where the table lacks it, which a test excludes for every name that is used.
  public subscript(_ name: Name) -> Double { values[name.rawValue] ?? .nan }

  /// Every name that is used, as it stands in the table.
  /// The same with one constant replaced, for trying what hangs on it.
  package func replacing(_ name: Name, by value: Double) -> MappingConstants {
    var other = self
    other.values[name.rawValue] = value
    return other
  }

  public enum Name: String, CaseIterable, Sendable {
    case fedShare = "fed_share"
    case fedInsulinRatio = "fed_insulin_ratio"
    case fedGlucoseRatio = "fed_glucose_ratio"
    case fedAminoAcidRatio = "fed_amino_acid_ratio"
    case fedFFARatio = "fed_ffa_ratio"
    case aminoAcidsFasting = "amino_acids_fasting"
    case aminoAcidsDeficit = "amino_acids_deficit"
    case aminoAcidsExcess = "amino_acids_excess"
    case energyDeficit = "energy_deficit"
    case energyExcess = "energy_excess"
    case bmiDeficitFrom = "bmi_deficit_from"
    case bmiDeficitRange = "bmi_deficit_range"
    case albuminDeficitFrom = "albumin_deficit_from"
    case albuminDeficitRange = "albumin_deficit_range"
    case albuminCRPHalf = "albumin_crp_half"
    case prealbuminDeficitFrom = "prealbumin_deficit_from"
    case prealbuminDeficitRange = "prealbumin_deficit_range"
    case bmiLoneWeight = "bmi_lone_weight"
    case bmiExcessFrom = "bmi_excess_from"
    case bmiExcessRange = "bmi_excess_range"
    case bicarbonateFrom = "bicarbonate_from"
    case bicarbonateRange = "bicarbonate_range"
    case vitaminDFrom = "vitamin_d_from"
    case vitaminDRange = "vitamin_d_range"
    case igf1Fall = "igf1_fall"
    case loadGFRFrom = "load_gfr_from"
    case loadClearanceFull = "load_clearance_full"
    case haemodialysisKtV = "haemodialysis_kt_v"
    case haemodialysisClearanceBase = "haemodialysis_clearance_base"
    case haemodialysisClearanceKtV = "haemodialysis_clearance_kt_v"
    case haemodialysisResidual = "haemodialysis_residual"
    case peritonealKtV = "peritoneal_kt_v"
    case peritonealClearanceKtV = "peritoneal_clearance_kt_v"
    case peritonealResidual = "peritoneal_residual"
    case dialysisGFR = "dialysis_gfr"
    case probeInsulinMuscle = "probe_insulin_muscle"
    case probeInsulinLiver = "probe_insulin_liver"
    case probeInsulinAdipose = "probe_insulin_adipose"
    case probeGlucose = "probe_glucose"
    case probeFFARatio = "probe_ffa_ratio"
    case noInsulin = "no_insulin"
    case responseFloor = "response_floor"
    case gfrUnknownAt40 = "gfr_unknown_at_40"
    case gfrUnknownPerYear = "gfr_unknown_per_year"
    case gfrUnknownSD = "gfr_unknown_sd"
    case ageUnknownMean = "age_unknown_mean"
    case ageUnknownSD = "age_unknown_sd"
    case diabetesPrevalence = "diabetes_prevalence"
    case diabetesPrevalenceCKD = "diabetes_prevalence_ckd"
    case diabetesGlucose = "diabetes_glucose"
    case guardCRP = "guard_crp"
    case guardSteroidDose = "guard_steroid_dose"
    case guardTacrolimus = "guard_tacrolimus"
    case guardTNFAlphaLow = "guard_tnf_alpha_low"
    case guardTNFAlphaHigh = "guard_tnf_alpha_high"
    case guardIL6Low = "guard_il6_low"
    case guardIL6High = "guard_il6_high"
    case guardAdiponectinLow = "guard_adiponectin_low"
    case guardAdiponectinHigh = "guard_adiponectin_high"
    case verdictProbability = "verdict_probability"
    case verdictVariantProbability = "verdict_variant_probability"
    case failedShareLimit = "failed_share_limit"
    case healthyBMILow = "healthy_bmi_low"
    case healthyBMIHigh = "healthy_bmi_high"
    case healthyAgeLow = "healthy_age_low"
    case healthyAgeHigh = "healthy_age_high"
    case healthyGFRLow = "healthy_gfr_low"
    case healthyGFRHigh = "healthy_gfr_high"
    case healthyGlucoseLimit = "healthy_glucose_limit"
    case healthyCRPLimit = "healthy_crp_limit"
    case healthyVitaminDLimit = "healthy_vitamin_d_limit"
    case healthyBicarbonateLimit = "healthy_bicarbonate_limit"
  }
}

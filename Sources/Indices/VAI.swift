import Domain
import Foundation

/// The visceral adiposity index (Amato 2010, doi 10.2337/dc09-1825).
public enum VAI: Index {
  public static let definition = IndexDefinition(
    id: "vai", name: "VAI",
    formula: "waist / (39.68 + 1.88 x BMI) x TG / 1.03 x 1.31 / HDL (men); waist / (36.58 + 1.89 x BMI) x TG /"
      + " 0.81 x 1.52 / HDL (women); cm, kg/m2, mmol/L", unit: "1",
    inputs: [
      InputSet(.waist), InputSet(.bmi), InputSet(.triglyceride), InputSet(.hdl), InputSet(.height), InputSet(.weight),
      InputSet(.sex),
    ],
    validity: "Adults (published from 16 years), fasting; BMI below 40 kg/m2, flagged from there (Amato 2014).",
    cutoff: "By age (Amato 2014: 2.52 below 30 years to 2.00 from 66).",
    caveat: "CKD raises triglycerides and lowers HDL by itself, so a value need not mean insulin resistance."
      + " Waist misleads on peritoneal dialysis and with oedema.",
    source: "Amato MC et al. Diabetes Care 2010;33:920-922, doi 10.2337/dc09-1825; limits: Amato MC, Giordano"
      + " C. Int J Endocrinol 2014;730827, doi 10.1155/2014/730827")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.waist, .bmi, .triglyceride, .hdl]
    var missing = Applicability.missingOrBMI(inputs, visit)
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    guard missing.isEmpty, let waist = visit.value(.waist), let bmi = visit.bodyMassIndex,
      let triglyceride = visit.value(.triglyceride), let hdl = visit.value(.hdl)
    else {
      return Applicability.absent(missing)
    }
    guard Applicability.areFinite(inputs, visit), waist > 0, bmi > 0, triglyceride > 0, hdl > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    // Waist, BMI, triglycerides and HDL of a healthy person.
    let healthy = visit.sex == .female ? SIMD4(36.58, 1.89, 0.81, 1.52) : SIMD4(39.68, 1.88, 1.03, 1.31)
    return Applicability.result(
      waist / (healthy[0] + healthy[1] * bmi) * triglyceride / healthy[2] * healthy[3] / hdl,
      caveat: Applicability.censoring(inputs, visit), validated: bmi < 40)
  }
}

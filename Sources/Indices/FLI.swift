import Domain
import Foundation

/// The fatty liver index (Bedogni 2006, doi 10.1186/1471-230X-6-33).
public enum FLI: Index {
  public static let definition = IndexDefinition(
    id: "fli", name: "FLI",
    formula: "100 x e^y / (1 + e^y), y = 0.953 x ln TG [mg/dL] + 0.139 x BMI + 0.718 x ln GGT [U/L] + 0.053 x"
      + " waist [cm] - 15.745", unit: "1",
    inputs: [
      InputSet(.triglyceride), InputSet(.bmi), InputSet(.ggt), InputSet(.waist), InputSet(.height), InputSet(.weight),
    ],
    validity: "Adults, fasting.",
    cutoff: "Below 30 rules fatty liver out, from 60 in (Bedogni 2006).",
    caveat: "CKD raises triglycerides and lowers HDL by itself, so a value need not mean insulin resistance."
      + " Waist misleads on peritoneal dialysis.",
    source: "Bedogni G et al. BMC Gastroenterol 2006;6:33, doi 10.1186/1471-230X-6-33")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.triglyceride, .bmi, .ggt, .waist]
    guard let triglyceride = PublishedUnit.triglyceride.value(visit), let bmi = visit.bodyMassIndex,
      let ggt = visit.value(.ggt), let waist = visit.value(.waist)
    else {
      return Applicability.absent(Applicability.missingOrBMI(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), triglyceride > 0, bmi > 0, ggt > 0, waist > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    let y = 0.953 * visit.ln.triglyceride + 0.139 * bmi + 0.718 * log(ggt) + 0.053 * waist - 15.745
    return Applicability.result(100 / (1 + exp(-y)), caveat: Applicability.censoring(inputs, visit))
  }
}

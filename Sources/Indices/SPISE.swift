import Domain
import Foundation

/// The single point insulin sensitivity estimator (Paulmichl 2016, doi 10.1373/clinchem.2016.257436); lipids in mg/dL.
public enum SPISE: Index {
  public static let definition = IndexDefinition(
    id: "spise", name: "SPISE", formula: "600 x HDL^0.185 / (TG^0.2 x BMI^1.338), HDL and TG in mg/dL", unit: "1",
    inputs: [InputSet(.hdl), InputSet(.triglyceride), InputSet(.bmi), InputSet(.height), InputSet(.weight)],
    validity: "Adults without diabetes, fasting.",
    cutoff: "Below 6.61: resistant (Paulmichl 2016).",
    caveat: "CKD raises triglycerides and lowers HDL by itself, so a value need not mean insulin resistance.",
    source: "Paulmichl K et al. Clin Chem 2016;62:1211-1219, doi 10.1373/clinchem.2016.257436 (DOI from"
      + " memory, unverified)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.hdl, .triglyceride, .bmi]
    guard let hdl = PublishedUnit.hdl.value(visit), let triglyceride = PublishedUnit.triglyceride.value(visit),
      let bmi = visit.bodyMassIndex
    else {
      return Applicability.absent(Applicability.missingOrBMI(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), hdl > 0, triglyceride > 0, bmi > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(
      // 600 x HDL^0.185 / (TG^0.2 x BMI^1.338).
      600 * exp(0.185 * visit.ln.hdl - 0.2 * visit.ln.triglyceride - 1.338 * log(bmi)),
      caveat: Applicability.censoring(inputs, visit),
      validated: visit.hasDiabetes != true)
  }
}

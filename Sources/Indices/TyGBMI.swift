import Domain
import Foundation

/// The triglyceride-glucose index times body mass index (Er 2016, doi 10.1371/journal.pone.0149731).
public enum TyGBMI: Index {
  public static let definition = IndexDefinition(
    id: "tyg_bmi", name: "TyG-BMI", formula: "ln(TG [mg/dL] x G0 [mg/dL] / 2) x BMI [kg/m2]", unit: "1",
    inputs: [InputSet(.triglyceride), InputSet(.glucose), InputSet(.bmi), InputSet(.height), InputSet(.weight)],
    validity: "Adults, fasting.",
    cutoff: "None agreed.",
    caveat: "CKD raises triglycerides and lowers HDL by itself, so a value need not mean insulin resistance.",
    source: "Er LK et al. PLoS One 2016;11:e0149731, doi 10.1371/journal.pone.0149731")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.triglyceride, .glucose, .bmi]
    let missing = Applicability.missingOrBMI(inputs, visit)
    guard missing.isEmpty, let bmi = visit.bodyMassIndex else { return Applicability.absent(missing) }
    guard Applicability.areFinite(inputs, visit), bmi > 0 else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result(visit.tyG * bmi, caveat: Applicability.censoring(inputs, visit))
  }
}

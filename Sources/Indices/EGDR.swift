import Domain
import Foundation

/// The estimated glucose disposal rate with waist (Epstein 2013; after Williams 2000, doi 10.2337/diabetes.49.4.626).
public enum EGDR: Index {
  public static let definition = IndexDefinition(
    id: "egdr", name: "eGDR (waist)",
    formula: "21.158 - 0.09 x waist [cm] - 3.407 x (hypertension) - 0.551 x HbA1c [%]", unit: "mg/kg/min",
    inputs: [
      InputSet(.waist), InputSet(.hba1c), InputSet(.hypertension), InputSet(.drugBloodPressure), InputSet(.sbp),
      InputSet(.dbp),
    ],
    validity: "Made in type 1 diabetes; flagged elsewhere. Hypertension: as recorded, yes or no; else treated, or from"
      + " 140/90 mmHg; else no, where both pressures are known and the drug is known not to be taken.",
    cutoff: "None agreed.",
    caveat: "HbA1c reads low in CKD (anaemia, erythropoietin), and nearly everybody has hypertension.",
    source: "Epstein EJ et al. Diabetes Care 2013;36:2280-2285, doi 10.2337/dc12-1693 (DOI from memory,"
      + " unverified); Williams KV et al. Diabetes 2000;49:626-632, doi 10.2337/diabetes.49.4.626")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    let inputs: AnalyteSet = [.waist, .hba1c]
    guard let waist = visit.value(.waist), let hba1c = PublishedUnit.hba1c.value(visit) else {
      return Applicability.absent(Applicability.missing(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), waist > 0, hba1c > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    guard let hypertension = Hypertension.isPresent(visit) else { return .missing(InputSet(.hypertension)) }
    return Applicability.result(
      21.158 - 0.09 * waist - 3.407 * (hypertension ? 1 : 0) - 0.551 * hba1c,
      caveat: Applicability.censoring(inputs, visit), validated: visit.diabetes == .type1)
  }
}

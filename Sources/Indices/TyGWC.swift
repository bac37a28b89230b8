import Domain
import Foundation

/// The triglyceride-glucose index times waist circumference (Zheng 2016; formula read in doi 10.1371/journal.pone.0212963).
public enum TyGWC: Index {
  public static let definition = IndexDefinition(
    id: "tyg_wc", name: "TyG-WC", formula: "ln(TG [mg/dL] x G0 [mg/dL] / 2) x waist [cm]", unit: "1",
    inputs: [InputSet(.triglyceride), InputSet(.glucose), InputSet(.waist)],
    validity: "Adults, fasting.",
    cutoff: "None agreed.",
    caveat: "CKD raises triglycerides and lowers HDL by itself, so a value need not mean insulin resistance."
      + " Waist misleads on peritoneal dialysis and with oedema.",
    source: "Zheng S et al. 2016 (from memory); used by Lim J et al. PLoS One 2019;14:e0212963, doi"
      + " 10.1371/journal.pone.0212963")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.triglyceride, .glucose, .waist]
    let missing = Applicability.missing(inputs, visit)
    guard missing.isEmpty, let waist = visit.value(.waist) else { return Applicability.absent(missing) }
    guard Applicability.areFinite(inputs, visit), waist > 0 else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result(visit.tyG * waist, caveat: Applicability.censoring(inputs, visit))
  }
}

import Domain
import Foundation

/// HOMA-adiponectin (Matsuhisa 2007; scaling as in doi 10.1371/journal.pone.0158751): HOMA-IR over adiponectin.
public enum HOMAAD: Index {
  public static let definition = IndexDefinition(
    id: "homa_ad", name: "HOMA-AD", formula: "G0 [mmol/L] x I0 [uU/mL] / (22.5 x adiponectin [ug/mL])", unit: "1",
    inputs: [InputSet(.glucose), InputSet(.insulin), InputSet(.adiponectin)],
    validity: "Adults, fasting, own insulin; women of 18 to 65 years in Vilela 2016. Adiponectin kits differ up"
      + " to tenfold.",
    cutoff: "0.95 (Vilela 2016, paper) and 0.51 (its abstract): they differ, so none is used.",
    caveat: "On dialysis adiponectin is two to three times as high, so values are not those of the general"
      + " population; there it follows the clamp (r -0.67 to -0.78 on haemodialysis, Hung 2011, doi"
      + " 10.2215/CJN.08070910). Below eGFR 60 and on dialysis the kidney clears less insulin, so the"
      + " index overstates resistance; no fixed cut-off applies.",
    source: "Matsuhisa M et al. 2007 (from memory); Vilela BS et al. PLoS One 2016;11:e0158751, doi"
      + " 10.1371/journal.pone.0158751 (DOI from memory, unverified)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.ownInsulin(visit) { return reason }
    let inputs: AnalyteSet = [.glucose, .insulin, .adiponectin]
    guard let glucose = visit.value(.glucose), let insulin = PublishedUnit.insulin.value(visit),
      let adiponectin = visit.value(.adiponectin)
    else {
      return Applicability.absent(Applicability.missing(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), glucose > 0, insulin > 0, adiponectin > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(
      glucose * insulin / (22.5 * adiponectin), caveat: Applicability.insulinCaveat(inputs, visit))
  }
}

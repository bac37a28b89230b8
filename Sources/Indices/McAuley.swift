import Domain
import Foundation

/// The McAuley index (McAuley 2001, doi 10.2337/diacare.24.3.460): insulin sensitivity a lean mass from insulin and triglycerides.
public enum McAuley: Index {
  public static let definition = IndexDefinition(
    id: "mcauley", name: "McAuley index", formula: "exp(2.63 - 0.28 x ln I0 [mU/L] - 0.31 x ln TG [mmol/L])", unit: "1",
    inputs: [InputSet(.insulin), InputSet(.triglyceride)],
    validity: "Normoglycaemic adults of 25 to 68 years, fasting, own insulin.",
    cutoff: "5.8 and below: resistant (McAuley 2001, from memory).",
    caveat: "Below eGFR 60 and on dialysis the kidney clears less insulin, so the index overstates"
      + " resistance; no fixed cut-off applies. In RISKD it followed the clamp least well in CKD (rank"
      + " correlation 0.50 against 0.72 without).",
    source: "McAuley KA et al. Diabetes Care 2001;24:460-464, doi 10.2337/diacare.24.3.460")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.ownInsulin(visit) { return reason }
    let inputs: AnalyteSet = [.insulin, .triglyceride]
    guard let insulin = PublishedUnit.insulin.value(visit), let triglyceride = visit.value(.triglyceride) else {
      return Applicability.absent(Applicability.missing(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), insulin > 0, triglyceride > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(
      exp(2.63 - 0.28 * log(insulin) - 0.31 * log(triglyceride)), caveat: Applicability.insulinCaveat(inputs, visit),
      validated: (visit.age.map { (25.0...68.0).contains($0) } ?? true) && visit.hasDiabetes != true)
  }
}

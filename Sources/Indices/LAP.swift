import Domain
import Foundation

/// The lipid accumulation product (Kahn 2005, doi 10.1186/1471-2261-5-26); the paper gives no rule for a waist below its minimum.
public enum LAP: Index {
  public static let definition = IndexDefinition(
    id: "lap", name: "LAP", formula: "(waist [cm] - 65) x TG [mmol/L] (men); (waist [cm] - 58) x TG [mmol/L] (women)",
    unit: "cm mmol/L",
    inputs: [InputSet(.waist), InputSet(.triglyceride), InputSet(.sex)],
    validity: "Adults, fasting; waist above 65 cm (men), 58 cm (women): there is no value below.",
    cutoff: "None agreed.",
    caveat: "CKD raises triglycerides and lowers HDL by itself, so a value need not mean insulin resistance."
      + " Waist misleads on peritoneal dialysis and with oedema.",
    source: "Kahn HS. BMC Cardiovasc Disord 2005;5:26, doi 10.1186/1471-2261-5-26")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.waist, .triglyceride]
    var missing = Applicability.missing(inputs, visit)
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    guard missing.isEmpty, let waist = visit.value(.waist), let triglyceride = visit.value(.triglyceride) else {
      return Applicability.absent(missing)
    }
    guard Applicability.areFinite(inputs, visit), triglyceride > 0, case let least = visit.sex == .female ? 58.0 : 65.0,
      waist > least
    else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result((waist - least) * triglyceride, caveat: Applicability.censoring(inputs, visit))
  }
}

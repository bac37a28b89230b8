import Domain
import Foundation

/// Triglycerides over HDL cholesterol, both in mg/dL (McLaughlin 2003). In mmol/L the ratio is 2.29 times smaller.
public enum TriglycerideHDLRatio: Index {
  public static let definition = IndexDefinition(
    id: "tg_hdl", name: "TG/HDL ratio", formula: "TG [mg/dL] / HDL [mg/dL]", unit: "1",
    inputs: [InputSet(.triglyceride), InputSet(.hdl)],
    validity: "Adults, fasting.",
    cutoff: "3.0 in white adults (McLaughlin 2003, from memory); it differs between populations.",
    caveat: "CKD raises triglycerides and lowers HDL by itself, so a value need not mean insulin resistance.",
    source: "McLaughlin T et al. Ann Intern Med 2003;139:802-809, doi"
      + " 10.7326/0003-4819-139-10-200311180-00007")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.triglyceride, .hdl]
    guard let triglyceride = PublishedUnit.triglyceride.value(visit), let hdl = PublishedUnit.hdl.value(visit) else {
      return Applicability.absent(Applicability.missing(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), triglyceride > 0, hdl > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(triglyceride / hdl, caveat: Applicability.censoring(inputs, visit))
  }
}

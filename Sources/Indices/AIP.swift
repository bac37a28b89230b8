import Domain
import Foundation

/// The atherogenic index of plasma (Dobiasova 2001, doi 10.1016/S0009-9120(01)00263-6): a ratio of amounts, so in mmol/L. With mg/dL the
/// number is larger by 0.36.
public enum AIP: Index {
  public static let definition = IndexDefinition(
    id: "aip", name: "AIP", formula: "log10(TG [mmol/L] / HDL [mmol/L])", unit: "1",
    inputs: [InputSet(.triglyceride), InputSet(.hdl)],
    validity: "Adults, fasting.",
    cutoff: "Below 0.11 low, to 0.21 intermediate, above high risk (Dobiasova 2001, as laboratories quote it).",
    caveat: "CKD raises triglycerides and lowers HDL by itself, so a value need not mean insulin resistance.",
    source: "Dobiasova M, Frohlich J. Clin Biochem 2001;34:583-588, doi 10.1016/S0009-9120(01)00263-6")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.triglyceride, .hdl]
    guard let triglyceride = visit.value(.triglyceride), let hdl = visit.value(.hdl) else {
      return Applicability.absent(Applicability.missing(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), triglyceride > 0, hdl > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    return Applicability.result(log10(triglyceride / hdl), caveat: Applicability.censoring(inputs, visit))
  }
}

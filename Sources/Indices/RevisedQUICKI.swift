import Domain
import Foundation

/// The revised QUICKI (Perseghin 2001, doi 10.1210/jcem.86.10.7902): QUICKI with free fatty acids. Logarithms to base 10; natural ones,
/// found in some programs, give another number.
public enum RevisedQUICKI: Index {
  public static let definition = IndexDefinition(
    id: "revised_quicki", name: "Revised QUICKI",
    formula: "1 / (log10 I0 [uU/mL] + log10 G0 [mg/dL] + log10 FFA [mmol/L])", unit: "1",
    inputs: [InputSet(.glucose), InputSet(.insulin), InputSet(.ffa)],
    validity: "Adults, fasting, own insulin.",
    cutoff: "None agreed.",
    caveat: "Below eGFR 60 and on dialysis the kidney clears less insulin, so the index overstates"
      + " resistance; no fixed cut-off applies. Heparin during dialysis raises free fatty acids.",
    source: "Perseghin G et al. J Clin Endocrinol Metab 2001;86:4776-4781, doi 10.1210/jcem.86.10.7902 (DOI"
      + " from memory, unverified)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.ownInsulin(visit) { return reason }
    let inputs: AnalyteSet = [.glucose, .insulin, .ffa]
    let missing = Applicability.missing(inputs, visit)
    guard missing.isEmpty, let ffa = visit.value(.ffa) else { return Applicability.absent(missing) }
    guard Applicability.areFinite(inputs, visit), ffa > 0, case let sum = visit.quicki + log10(ffa), sum > 0
    else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result(1 / sum, caveat: Applicability.insulinCaveat(inputs, visit))
  }
}

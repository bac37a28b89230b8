import Domain
import Foundation

/// QUICKI, the quantitative insulin sensitivity check index (Katz 2000, doi 10.1210/jcem.85.7.6661).
///
/// Insulin in uU/mL and glucose in mg/dL, both fasting; logarithms to base 10. High is sensitive.
public enum QUICKI: Index {
  public static let definition = IndexDefinition(
    id: "quicki", name: "QUICKI", formula: "1 / (log10 I0 [uU/mL] + log10 G0 [mg/dL])", unit: "1",
    inputs: [InputSet(.glucose), InputSet(.insulin)],
    validity: "Adults, fasting, own insulin; no value where insulin x glucose is 1 or less.",
    cutoff: "None agreed: it depends on the insulin assay.",
    caveat: "Below eGFR 60 and on dialysis the kidney clears less insulin: sensitivity seems lower than it is.",
    source: "Katz A et al. J Clin Endocrinol Metab 2000;85:2402-2410, doi 10.1210/jcem.85.7.6661")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.ownInsulin(visit) { return reason }
    let inputs: AnalyteSet = [.glucose, .insulin]
    let missing = Applicability.missing(inputs, visit)
    guard missing.isEmpty else { return .missing(missing) }
    let sum = visit.quicki
    guard sum > 0, sum.isFinite else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result(1 / sum, caveat: Applicability.insulinCaveat(inputs, visit))
  }

  /// What is to be inverted, before the visit keeps it; not a number where it has no value.
  static func denominator(_ visit: IndexVisit) -> Double {
    guard let glucose = PublishedUnit.glucose.value(visit), let insulin = PublishedUnit.insulin.value(visit),
      glucose > 0, insulin > 0
    else { return .nan }
    return log10(insulin) + log10(glucose)
  }
}

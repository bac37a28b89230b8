import Domain
import Foundation

/// The triglyceride-glucose index (Simental-Mendia 2008, doi 10.1089/met.2008.0034): the natural logarithm of half the
/// product of triglycerides and glucose, both fasting, in mg/dL.
///
/// The half stands inside the logarithm. ln(TG x G) / 2, printed in some papers, is another number (about 4.5, not 8.5).
public enum TyG: Index {
  public static let definition = IndexDefinition(
    id: "tyg", name: "TyG index", formula: "ln(TG [mg/dL] x G0 [mg/dL] / 2)", unit: "1",
    inputs: [InputSet(.triglyceride), InputSet(.glucose)],
    validity: "Adults, fasting.",
    cutoff:
      "None agreed: it depends on the population (9.04 in one, doi 10.1016/j.pmedr.2022.101941); 4.68 (from memory,"
      + " unverified) belongs to the variant ln(TG x G) / 2.",
    caveat: "CKD raises triglycerides by itself, so a high value need not mean insulin resistance.",
    source: "Simental-Mendia LE et al. Metab Syndr Relat Disord 2008;6:299-304, doi 10.1089/met.2008.0034;"
      + " against the clamp: Guerrero-Romero F et al. J Clin Endocrinol Metab 2010;95:3347-3351,"
      + " doi 10.1210/jc.2010-0288")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.fastingAdult(visit) { return reason }
    let inputs: AnalyteSet = [.glucose, .triglyceride]
    let missing = Applicability.missing(inputs, visit)
    guard missing.isEmpty else { return .missing(missing) }
    return Applicability.result(visit.tyG, caveat: Applicability.censoring(inputs, visit))
  }

  /// The formula, before the visit keeps it; not a number where it has none.
  static func value(_ visit: IndexVisit) -> Double {
    guard let glucose = PublishedUnit.glucose.value(visit), let fat = PublishedUnit.triglyceride.value(visit),
      glucose > 0, fat > 0
    else { return .nan }
    return log(fat * glucose / 2)
  }
}

import Domain

/// The leptin/adiponectin ratio, a marker of dysfunctional fat tissue (Finucane 2009): leptin in ng/mL, adiponectin in
/// ug/mL. Some authors print its inverse, adiponectin/leptin.
///
/// A sample that is known not to be fasting has a value, with that caveat: in 30 volunteers the ratio four hours after
/// lunch did not differ from that after a night's fast (r 0.95; Hancox and Landhuis 2011, doi 10.1186/1758-5996-3-23).
public enum LeptinAdiponectinRatio: Index {
  public static let definition = IndexDefinition(
    id: "lep_adipo", name: "Leptin/adiponectin ratio", formula: "leptin [ng/mL] / adiponectin [ug/mL]",
    unit: "ng/ug", inputs: [InputSet(.leptin), InputSet(.adiponectin)],
    validity: "Adults; studied in 2,097 white adults without diabetes, fasting. Adiponectin kits differ up to tenfold.",
    cutoff: "None: leptin differs by sex, and both by assay.",
    caveat: "The kidney clears both hormones: adiponectin is two to three times as high on haemodialysis, leptin far"
      + " higher on peritoneal dialysis than on haemodialysis. The ratio says little across stages of CKD."
      + " A meal changes it little (Hancox 2011, 30 volunteers, doi 10.1186/1758-5996-3-23).",
    source: "Finucane FM et al. Diabetologia 2009;52:2345-2349, doi 10.1007/s00125-009-1508-3"
      + " (abstract read; pages and DOI from memory, unverified)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    let inputs: AnalyteSet = [.leptin, .adiponectin]
    guard let leptin = visit.value(.leptin), let adiponectin = visit.value(.adiponectin) else {
      return .missing(Applicability.missing(inputs, visit))
    }
    guard leptin >= 0, adiponectin > 0, adiponectin.isFinite else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result(leptin / adiponectin, caveat: caveat(inputs, visit))
  }

  /// A limit in place of a value weighs more than a meal, which hardly moves either hormone.
  private static func caveat(_ inputs: AnalyteSet, _ visit: IndexVisit) -> IndexReason {
    let censoring = Applicability.censoring(inputs, visit)
    return censoring == .none && visit.answer(.fasting) == .no ? .notFasting : censoring
  }
}

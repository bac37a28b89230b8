import Domain

/// The geriatric nutritional risk index with the ideal weight at BMI 22, the form used on haemodialysis (Yamada 2008).
///
/// Albumin in g/L. The ratio of weight to ideal weight counts at most as 1, so that obesity cannot hide low albumin.
/// With an ideal weight of 22 kg/m2 x height^2 the ratio is BMI / 22: a BMI alone is enough.
public enum GNRI: Index {
  public static let definition = IndexDefinition(
    id: "gnri", name: "GNRI (ideal weight at BMI 22)",
    formula: "1.489 x albumin [g/L] + 41.7 x min(1, weight / ideal weight); ideal weight = 22 x (height [m])^2",
    unit: "1", inputs: [InputSet(.albumin), InputSet(.height), InputSet(.weight), InputSet(.bmi)],
    validity: "Adults; validated on maintenance haemodialysis, with the weight after dialysis.",
    cutoff: "Below 91.2: at risk on haemodialysis (Yamada 2008; the number from memory, unverified).",
    caveat: "Fluid overload raises weight and dilutes albumin; inflammation lowers albumin.",
    source: "Yamada K et al. Am J Clin Nutr 2008;87:106-113, doi 10.1093/ajcn/87.1.106 (DOI from memory, unverified);"
      + " index: Bouillanne O et al. Am J Clin Nutr 2005;82:777-783, doi 10.1093/ajcn/82.4.777")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    // Height and weight first: a printed BMI is rounded.
    let index = BodyMassIndex.fromHeightAndWeight(visit) ?? visit.bodyMassIndex
    var missing = Applicability.missing([.albumin], visit)
    if index == nil { missing.formUnion(BodyMassIndex.missing(visit)) }
    guard missing.isEmpty, let albumin = visit.value(.albumin) else { return .missing(missing) }
    guard let index else { return .none(.notComputable, .outsideDomain) }
    return value(albumin: albumin, weightRatio: index / 22, visit, inputs: [.albumin, .bmi, .height, .weight])
  }

  /// The formula, given the ratio of weight to ideal weight.
  static func value(albumin: Double, weightRatio: Double, _ visit: IndexVisit, inputs: AnalyteSet) -> IndexValue {
    guard albumin > 0, weightRatio > 0, weightRatio.isFinite else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result(
      1.489 * albumin + 41.7 * min(1, weightRatio), caveat: Applicability.censoring(inputs, visit))
  }
}

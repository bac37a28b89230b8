import Domain

/// eGFR of children by the bedside equation of Schwartz (2009, doi 10.1681/ASN.2008030287).
public enum Schwartz: Index {
  public static let definition = IndexDefinition(
    id: "egfr_schwartz", name: "eGFR, bedside Schwartz (children)", formula: "0.413 x height [cm] / Scr [mg/dL]",
    unit: "mL/min/1.73 m2", inputs: [InputSet(.height), InputSet(.creatinine), .age],
    validity:
      "From 1 to 17 years, CKD, enzymatic creatinine; not on dialysis. Flagged above 75, where it was not validated.",
    cutoff: "KDIGO G categories.", caveat: "Made at a median of 41 mL/min/1.73 m2; reads too low at high filtration.",
    source: "Schwartz GJ et al. J Am Soc Nephrol 2009;20:629-637, doi 10.1681/ASN.2008030287")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    guard let age = visit.age else { return .missing(.age) }
    guard age >= 1, age < 18 else { return .none(.notApplicable, .outsideAge) }
    if visit.isOnDialysis { return .none(.notApplicable, .onDialysis) }
    let inputs: AnalyteSet = [.height, .creatinine]
    guard let height = visit.value(.height), let creatinine = PublishedUnit.creatinine.value(visit) else {
      return .missing(Applicability.missing(inputs, visit))
    }
    guard Applicability.areFinite(inputs, visit), height > 0, creatinine > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    let value = 0.413 * height / creatinine
    return Applicability.result(value, caveat: Applicability.censoring(inputs, visit), validated: value <= 75)
  }
}

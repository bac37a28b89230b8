import Domain

/// The controlling nutritional status score (de Ulibarri 2005): points for albumin, lymphocytes and cholesterol.
public enum CONUT: Index {
  public static let definition = IndexDefinition(
    id: "conut", name: "CONUT score",
    formula:
      "Albumin [g/dL]: from 3.5 0, from 3.0 2, from 2.5 4, below 6; lymphocytes [/mm3]: from 1600 0, from 1200 1,"
      + " from 800 2, below 3; cholesterol [mg/dL]: from 180 0, from 140 1, from 100 2, below 3",
    unit: "1",
    inputs: [
      InputSet(.albumin), InputSet(.lymphocytes), InputSet(.cholesterol), InputSet(.drugStatin),
    ],
    validity: "Adults in hospital, not on a statin: flagged where one is known to be taken.",
    cutoff: "0 to 1 normal, 2 to 4 light, 5 to 8 moderate, 9 to 12 severe undernutrition (de Ulibarri 2005).",
    caveat: "Statins lower cholesterol; nephrotic syndrome raises it and lowers albumin.",
    source: "de Ulibarri JI et al. Nutr Hosp 2005;20:38-45 (no DOI; table read in doi 10.1038/s41430-020-0629-0)")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    let inputs: AnalyteSet = [.albumin, .lymphocytes, .cholesterol]
    guard let albumin = visit.value(.albumin), let lymphocytes = visit.value(.lymphocytes),
      let cholesterol = PublishedUnit.cholesterol.value(visit)
    else { return .missing(Applicability.missing(inputs, visit)) }
    guard Applicability.areFinite(inputs, visit), albumin > 0, lymphocytes >= 0, cholesterol >= 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    let isOnStatin = visit.answer(.drugStatin) == .yes
    return Applicability.result(
      PointScale.below(albumin, 35, 30, 25) * 2 + PointScale.below(lymphocytes, 1.6, 1.2, 0.8)
        + PointScale.below(cholesterol, 180, 140, 100),
      caveat: isOnStatin ? .onStatin : Applicability.censoring(inputs, visit), validated: !isOnStatin)
  }
}

import Domain

/// The normalised protein catabolic rate on haemodialysis, from the rise of urea between two dialyses (Jindal 1988).
public enum NPCR: Index {
  public static let definition = IndexDefinition(
    id: "npcr", name: "nPCR (haemodialysis)",
    formula: "0.22 + 0.036 x (urea nitrogen before dialysis - after the previous one [mg/dL]) x 24 / hours between"
      + " + 6.25 x urea nitrogen in urine [g/d] / weight [kg]",
    unit: "g/kg/d",
    inputs: [
      InputSet(.ureaNitrogen), InputSet(.ureaNitrogenPost), InputSet(.interdialyticHours), InputSet(.dialysis),
      InputSet(.urineUreaNitrogen), InputSet(.weight), InputSet(.residualClearance),
    ],
    validity:
      "Adults on haemodialysis in a steady state. Without urea in urine the kidneys are taken to clear none: flagged where a"
      + " residual clearance of 0 does not say so.",
    cutoff: "Below 0.8 g/kg/d counts as low intake (ISRNM; KDOQI aims at 1.0 to 1.2).",
    caveat: "It follows protein that is broken down: in catabolism more than is eaten.",
    source: "Jindal KK, Goldstein MB. Semin Dial 1988;1:194 (no DOI; read in renal calculators); as nPNA in KDOQI 2000,"
      + " appendix V")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    if visit.dialysis == .none || visit.dialysis == .peritoneal { return .none(.notApplicable, .notOnDialysis) }
    let inputs: AnalyteSet = [.ureaNitrogen, .ureaNitrogenPost, .interdialyticHours]
    let urine: AnalyteSet = [.urineUreaNitrogen, .weight]
    var missing = Applicability.missing(inputs, visit)
    if visit.dialysis == .unknown { missing.insert(InputSet(.dialysis)) }
    let isUrineKnown = visit.value(.urineUreaNitrogen) != nil
    if isUrineKnown { missing.formUnion(Applicability.missing(urine, visit)) }
    guard missing.isEmpty, let before = PublishedUnit.ureaNitrogen.value(visit),
      let after = PublishedUnit.ureaNitrogenPost.value(visit), let hours = visit.value(.interdialyticHours)
    else { return Applicability.absent(missing) }
    guard Applicability.areFinite(inputs.union(urine), visit), after > 0, before > after, hours > 0 else {
      return .none(.notComputable, .outsideDomain)
    }
    var rate = 0.22 + 0.036 * (before - after) * 24 / hours
    if let nitrogen = visit.value(.urineUreaNitrogen), let weight = visit.value(.weight) {
      guard nitrogen >= 0, weight > 0 else { return .none(.notComputable, .outsideDomain) }
      rate += 6.25 * nitrogen / weight
    }
    return Applicability.result(
      rate, caveat: Applicability.censoring(inputs.union(isUrineKnown ? urine : []), visit),
      validated: isUrineKnown || visit.value(.residualClearance) == 0)
  }
}

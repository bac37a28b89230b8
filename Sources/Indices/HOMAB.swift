import Domain

/// HOMA-%B, the homeostasis model's beta-cell function in closed form, in per cent (Matthews 1985,
/// doi 10.1007/BF00280883). Glucose in mmol/L, insulin in uU/mL, both fasting; no value at or below 3.5 mmol/L.
public enum HOMAB: Index {
  public static let definition = IndexDefinition(
    id: "homa_b", name: "HOMA-%B", formula: "20 x I0 [uU/mL] / (G0 [mmol/L] - 3.5)", unit: "%",
    inputs: [InputSet(.glucose), InputSet(.insulin)],
    validity: "Adults, fasting, own insulin; glucose above 3.5 (the formula has a pole there) and up to 25 mmol/L.",
    cutoff: "None: 100 % is the reference person of the model; it is read beside HOMA-IR, never alone.",
    caveat: "Below eGFR 60 and on dialysis less insulin is cleared: the beta-cell seems better than it is.",
    source: "Matthews DR et al. Diabetologia 1985;28:412-419, doi 10.1007/BF00280883")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.ownInsulin(visit) { return reason }
    let inputs: AnalyteSet = [.glucose, .insulin]
    guard let glucose = visit.value(.glucose), let insulin = PublishedUnit.insulin.value(visit) else {
      return .missing(Applicability.missing(inputs, visit))
    }
    guard glucose > 3.5, glucose.isFinite, insulin > 0 else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result(
      20 * insulin / (glucose - 3.5), caveat: Applicability.insulinCaveat(inputs, visit),
      validated: HOMAIR.validGlucose.contains(glucose))
  }
}

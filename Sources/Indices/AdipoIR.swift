import Domain

/// Adipo-IR, the insulin resistance of fat tissue: fasting free fatty acids times fasting insulin.
///
/// In uU/mL x mmol/L, the unit of Kim 2019 (doi 10.2337/dc18-1178). Where authors use pmol/L for insulin the number is
/// six times as large.
public enum AdipoIR: Index {
  public static let definition = IndexDefinition(
    id: "adipo_ir", name: "Adipo-IR", formula: "FFA [mmol/L] x I0 [uU/mL]", unit: "uU/mL x mmol/L",
    inputs: [InputSet(.ffa), InputSet(.insulin)],
    validity: "Fasting, own insulin; studied in youth and adults.",
    cutoff: "9.3 uU/mL x mmol/L for dysglycaemia in youth (Kim 2019); none agreed for adults.",
    caveat: "Below eGFR 60 and on dialysis the kidney clears less insulin, which raises it. Heparin frees fatty acids:"
      + " a sample during dialysis is not fit for it.",
    source: "Kim JY et al. Diabetes Care 2019;42:265-272, doi 10.2337/dc18-1178")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    // Unlike the others it was studied in youth, so being a minor is no reason against it.
    if let reason = Applicability.ownFastingInsulin(visit) { return reason }
    let inputs: AnalyteSet = [.ffa, .insulin]
    guard let acids = visit.value(.ffa), let insulin = PublishedUnit.insulin.value(visit) else {
      return .missing(Applicability.missing(inputs, visit))
    }
    guard acids >= 0, insulin > 0 else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result(acids * insulin, caveat: Applicability.insulinCaveat(inputs, visit))
  }
}

import Domain

/// HOMA-IR, the homeostasis model's insulin resistance in closed form (Matthews 1985, doi 10.1007/BF00280883).
///
/// Glucose in mmol/L, insulin in uU/mL, both fasting. Dividing by 405 instead of 22.5 belongs to mg/dL and to a factor
/// of exactly 18; here glucose is always in mmol/L.
public enum HOMAIR: Index {
  /// Glucose, mmol/L, for which the closed form is used; outside, the value is flagged.
  static let validGlucose = 3.5...25.0

  public static let definition = IndexDefinition(
    id: "homa_ir", name: "HOMA-IR", formula: "G0 [mmol/L] x I0 [uU/mL] / 22.5", unit: "1",
    inputs: [InputSet(.glucose), InputSet(.insulin)],
    validity: "Adults, fasting, own insulin (no insulin treatment, no type 1 diabetes); glucose 3.5 to 25 mmol/L.",
    cutoff: "None: limits in use, as 2.5, depend on the insulin assay and the population.",
    caveat: "Below eGFR 60 and on dialysis the kidney clears less insulin: at the same clamp result 1/HOMA-IR is about"
      + " a quarter lower (PMC5374297), and a fixed cut-off marks most people (83 % of CKD against 32 % of controls,"
      + " Diabetes 2019;68(Suppl 1):1657-P). Lean people on haemodialysis can be resistant in muscle with a normal HOMA-IR.",
    source: "Matthews DR et al. Diabetologia 1985;28:412-419, doi 10.1007/BF00280883")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if let reason = Applicability.ownInsulin(visit) { return reason }
    let inputs: AnalyteSet = [.glucose, .insulin]
    guard let glucose = visit.value(.glucose), let insulin = PublishedUnit.insulin.value(visit) else {
      return .missing(Applicability.missing(inputs, visit))
    }
    guard glucose > 0, insulin > 0 else { return .none(.notComputable, .outsideDomain) }
    return Applicability.result(
      glucose * insulin / 22.5, caveat: Applicability.insulinCaveat(inputs, visit),
      validated: validGlucose.contains(glucose))
  }
}

import Domain

/// The GFR category of KDIGO: G1 >= 90, G2 60-89, G3a 45-59, G3b 30-44, G4 15-29, G5 < 15 mL/min/1.73 m2, with D for
/// dialysis and T for a kidney transplant (KDIGO 2024, doi 10.1016/j.kint.2023.10.018).
///
/// The eGFR is not rounded first: 59.9 is G3a. A censored eGFR (`>60`) is staged only where all it can be is one stage.
public enum KDIGOGFRCategory: Index {
  static let stages = ["G1", "G2", "G3a", "G3b", "G4", "G5"]
  /// The value of G5D; those above it are the stages with a T.
  private static let dialysisLevel = 7

  public static let definition = IndexDefinition(
    id: "ckd_g", name: "KDIGO GFR category",
    formula: "G1 >= 90; G2 60-89; G3a 45-59; G3b 30-44; G4 15-29; G5 < 15; D when dialysed, T when transplanted",
    unit: "1",
    inputs: [InputSet(.egfr), InputSet(.creatinine), .age, InputSet(.sex), InputSet(.dialysis), InputSet(.transplant)],
    validity: "Adults, or a reported eGFR at any age.",
    cutoff: "The limits of the formula.",
    caveat: "A stage at one visit does not show that it has lasted for three months.",
    source: "KDIGO 2024 Clinical Practice Guideline, Kidney Int 2024;105(4S):S117-S314, doi 10.1016/j.kint.2023.10.018",
    levels: stages + ["G5D"] + stages.map { $0 + "T" })

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if visit.isOnDialysis { return .computed(Double(dialysisLevel)) }
    guard let estimate = visit.filtration else { return EstimatedGFR.absence(visit) }
    guard let stage = stage(estimate.bounds) else { return .none(.notComputable, .censoredInput) }
    if visit.answer(.transplant) == .yes {
      return .computed(Double(stage + 1 + dialysisLevel), caveat: .kidneyTransplant)
    }
    let needsMarker = stage < 2 && !isAlbuminuric(visit)
    return .computed(Double(stage + 1), caveat: needsMarker ? .needsDamageMarker : .none)
  }

  /// The place of the stage in `stages`, or nil where more than one is possible.
  static func stage(_ bounds: CensoredBounds) -> Int? {
    // As the limits fall, a value is not at least the first of them, then perhaps unknown, then at least the others.
    let states = CriterionStates(
      bounds.isAtLeast(90), bounds.isAtLeast(60), bounds.isAtLeast(45), bounds.isAtLeast(30), bounds.isAtLeast(15))
    return states.count(of: .unknown) > 0 ? nil : states.count(of: .notMet)
  }

  /// The place in `stages` of a value of this index, with a T or without; nil for G5D.
  static func stage(of value: IndexValue) -> Int? {
    let level = Int(value.value)
    if level == dialysisLevel { return nil }
    return level < dialysisLevel ? level - 1 : level - 1 - dialysisLevel
  }

  private static func isAlbuminuric(_ visit: IndexVisit) -> Bool {
    visit.albuminuria.value >= 2
  }
}

import Domain

/// The GFR category of KDIGO: G1 >= 90, G2 60-89, G3a 45-59, G3b 30-44, G4 15-29, G5 < 15 mL/min/1.73 m2, with D for
/// dialysis and T for a kidney transplant (KDIGO 2024, doi 10.1016/j.kint.2023.10.018).
///
/// The eGFR is not rounded first: 59.9 is G3a. A censored eGFR (`>60`) is staged only where all it can be is one stage.
public enum KDIGOGFRCategory: Index {
  private static let names = ["G1", "G2", "G3a", "G3b", "G4", "G5"]
  /// The value of G5D; those above it are the stages with a T.
  private static let dialysisLevel = 7

  public static let definition = IndexDefinition(
    id: "ckd_g", name: "KDIGO GFR category",
    formula: "G1 >= 90; G2 60-89; G3a 45-59; G3b 30-44; G4 15-29; G5 < 15; always G5D on dialysis, T when transplanted",
    unit: "1",
    inputs: [InputSet(.egfr), InputSet(.creatinine), .age, InputSet(.sex), InputSet(.dialysis), InputSet(.transplant)],
    validity: "Adults, or a reported eGFR from 2 years: the rate is lower by nature before.",
    cutoff: "The limits of the formula.",
    caveat: "A stage at one visit does not show that it has lasted for three months.",
    source: "KDIGO 2024 Clinical Practice Guideline, Kidney Int 2024;105(4S):S117-S314, doi 10.1016/j.kint.2023.10.018",
    levels: names + ["G5D"] + names.map { $0 + "T" })

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if visit.isOnDialysis { return .computed(Double(dialysisLevel)) }
    if isInfant(visit) { return .none(.notApplicable, .outsideAge) }
    guard let estimate = visit.filtration else { return EstimatedGFR.absence(visit) }
    let possible = stages(estimate.bounds)
    guard let stage = possible.only else { return .none(.notComputable, .censoredInput) }
    let isGrafted = visit.answer(.transplant) == .yes
    return .computed(Double(isGrafted ? stage + dialysisLevel : stage), caveat: caveat(possible, visit))
  }

  /// Under two years the limits of KDIGO do not hold. An unknown age is taken as adult.
  static func isInfant(_ visit: borrowing IndexVisit) -> Bool { visit.age.map { $0 < 2 } ?? false }

  /// The stages that an eGFR can be, G1 the first.
  static func stages(_ bounds: CensoredBounds) -> PossibleLevels {
    PossibleLevels(
      CriterionStates(
        bounds.isBelow(90), bounds.isBelow(60), bounds.isBelow(45), bounds.isBelow(30), bounds.isBelow(15)))
  }

  /// What to mind of these stages: the transplant, which itself is a marker of damage, or the want of one in G1 and G2.
  static func caveat(_ stages: PossibleLevels, _ visit: IndexVisit) -> IndexReason {
    if visit.answer(.transplant) == .yes { return .kidneyTransplant }
    return stages.least <= 2 && visit.albuminuria.isAtLeast(2) != .met ? .needsDamageMarker : .none
  }
}

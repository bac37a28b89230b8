import Domain

/// The risk of the KDIGO heat map from the GFR and albuminuria categories (KDIGO 2024, doi 10.1016/j.kint.2023.10.018).
public enum KDIGORisk: Index {
  public static let definition = IndexDefinition(
    id: "ckd_risk", name: "KDIGO risk (heat map)",
    formula: "G1, G2: low, moderate, high by A1, A2, A3; G3a: moderate, high, very high; G3b: high, then very high;"
      + " G4, G5: very high",
    unit: "1",
    inputs: [
      InputSet(.egfr), InputSet(.creatinine), InputSet(.uacr), .age, InputSet(.sex), InputSet(.dialysis),
      InputSet(.transplant),
    ],
    validity: "Adults with CKD for more than 3 months; not on dialysis. G1 and G2 with A1 are low, and no CKD without"
      + " another marker of damage. Given where every category that the values leave possible has the same risk.",
    cutoff: "The cells of the map.", caveat: "One visit: see ckd_chronic.",
    source: "KDIGO 2024, Kidney Int 2024;105(4S):S117-S314, doi 10.1016/j.kint.2023.10.018 (map read in PMC10985780)",
    levels: ["low", "moderate", "high", "very_high"])

  /// The risk of a GFR category (1 is G1, 6 is G5) with an albuminuria category.
  static func risk(_ stage: Int, _ albuminuria: Int) -> Double {
    let row: SIMD3<Double> =
      switch stage {
      case 1, 2: [1, 2, 3]
      case 3: [2, 3, 4]
      case 4: [3, 4, 4]
      default: [4, 4, 4]
      }
    return row[albuminuria - 1]
  }

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if visit.isOnDialysis { return .none(.notApplicable, .onDialysis) }
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    guard let estimate = visit.filtration else {
      var answer = EstimatedGFR.absence(visit)
      if answer.reason == .missingInput { answer.missing.formUnion(Applicability.missing([.uacr], visit)) }
      return answer
    }
    // The risk rises along both, so that the corners of what is possible are its extremes: G4 and G5 are very high whatever
    // the albuminuria, and all above 60 with A3 is high.
    let (stages, albuminuria) = (KDIGOGFRCategory.stages(estimate.bounds), visit.albuminuria)
    let least = risk(stages.least, albuminuria.least)
    guard least == risk(stages.greatest, albuminuria.greatest) else {
      return albuminuria.only == nil ? KDIGOAlbuminuriaCategory.absence(visit) : .none(.notComputable, .censoredInput)
    }
    return .computed(least, caveat: KDIGOGFRCategory.caveat(stages, visit))
  }
}

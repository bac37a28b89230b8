import Domain

/// The risk of the KDIGO heat map from the GFR and albuminuria categories (KDIGO 2024, doi 10.1016/j.kint.2023.10.018).
public enum KDIGORisk: Index {
  public static let definition = IndexDefinition(
    id: "ckd_risk", name: "KDIGO risk (heat map)",
    formula: "G1, G2: low, moderate, high by A1, A2, A3; G3a: moderate, high, very high; G3b: high, then very high;"
      + " G4, G5: very high",
    unit: "1", inputs: [InputSet(.egfr), InputSet(.creatinine), InputSet(.uacr), .age, InputSet(.sex)],
    validity: "Adults with CKD for more than 3 months; not on dialysis. G1 and G2 with A1 are low, and no CKD without"
      + " another marker of damage.",
    cutoff: "The cells of the map.", caveat: "One visit: see ckd_chronic.",
    source: "KDIGO 2024, Kidney Int 2024;105(4S):S117-S314, doi 10.1016/j.kint.2023.10.018 (map read in PMC10985780)",
    levels: ["low", "moderate", "high", "very_high"])

  /// By GFR category (G1, G2, G3a, G3b, G4, G5), then albuminuria category.
  static func map(_ row: Int) -> SIMD3<Double> {
    switch row {
    case 0, 1: [1, 2, 3]
    case 2: [2, 3, 4]
    case 3: [3, 4, 4]
    default: [4, 4, 4]
    }
  }

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if visit.isOnDialysis { return .none(.notApplicable, .onDialysis) }
    let filtration = KDIGOGFRCategory.compute(visit)
    let albuminuria = visit.albuminuria
    guard filtration.value.isFinite else {
      var answer = filtration
      if answer.reason == .missingInput { answer.missing.formUnion(albuminuria.missing) }
      return answer
    }
    guard let row = KDIGOGFRCategory.stage(of: filtration) else { return .none(.notComputable, .outsideDomain) }
    // In G4 and G5 all cells of the row are the same.
    let cells = map(row)
    if !albuminuria.value.isFinite, cells.min() == cells.max() {
      return .computed(cells[0], caveat: filtration.reason)
    }
    guard albuminuria.value.isFinite else { return albuminuria }
    return .computed(cells[Int(albuminuria.value) - 1], caveat: filtration.reason)
  }
}

import Domain

/// Protein-energy wasting by the criteria of the ISRNM (Fouque 2008, doi 10.1038/sj.ki.5002585), as far as labs and weight
/// tell: at least three of four categories would be needed, and muscle and intake are not in the labs.
///
/// With chemistry and mass both met it is possible; with both not met it is absent only if nothing else could make three of
/// four, which it could not from two. A category without any test known is undetermined, never absent.
public enum ProteinEnergyWasting: Index {
  public static let definition = IndexDefinition(
    id: "pew", name: "Protein-energy wasting (ISRNM)",
    formula:
      "Chemistry: albumin < 38 g/L, prealbumin < 300 mg/L (dialysis) or cholesterol < 100 mg/dL; mass: BMI < 23, or"
      + " weight lost by 5 % in 3 or 10 % in 6 months; muscle and intake cannot be read from labs. `possible`: chemistry and"
      + " mass; `absent`: neither; `one_category`: one of them",
    unit: "1",
    inputs: [
      InputSet(.albumin), InputSet(.prealbumin), InputSet(.cholesterol), InputSet(.bmi), InputSet(.height),
      InputSet(.weight),
    ],
    validity: "Adults with CKD; the definition asks for three occasions. Albumin limits are for bromocresol green.",
    cutoff: "Three of four categories make PEW; two known ones can only make it possible.",
    caveat: "Albumin falls with inflammation and protein loss. BMI limits are lower in Asian people.",
    source:
      "Fouque D et al. Kidney Int 2008;73:391-398, doi 10.1038/sj.ki.5002585 (criteria read in doi 10.1186/s41100-016-0015-5)",
    levels: ["absent", "one_category", "possible"])

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if Applicability.isMinor(visit) { return .none(.notApplicable, .minor) }
    guard Applicability.areFinite([.albumin, .cholesterol, .prealbumin], visit) else {
      return .none(.notComputable, .outsideDomain)
    }
    let (chemistry, mass) = (chemistry(visit), mass(visit))
    switch (chemistry, mass) {
    case (.met, .met): return .computed(3)
    case (.notMet, .notMet): return .computed(1)
    case (.met, .notMet), (.notMet, .met): return .computed(2)
    default:
      var missing: InputSet = []
      if chemistry == .unknown { missing.formUnion(Applicability.missing([.albumin, .cholesterol], visit)) }
      if mass == .unknown { missing.formUnion(BodyMassIndex.missing(visit)) }
      return missing.isEmpty ? .none(.notComputable, .censoredInput) : .missing(missing)
    }
  }

  private static func below(_ analyte: Analyte, _ limit: Double, _ visit: IndexVisit) -> CriterionState {
    guard let value = visit.value(analyte) else { return .unknown }
    return CensoredBounds(reported: value, status: visit.status(analyte)).isBelow(limit)
  }

  static func chemistry(_ visit: IndexVisit) -> CriterionState {
    let albumin = below(.albumin, 38, visit)
    let cholesterol = below(.cholesterol, 100 / 38.67, visit)
    let prealbumin = visit.isOnDialysis ? below(.prealbumin, 300, visit) : .unknown
    if albumin == .met || cholesterol == .met || prealbumin == .met { return .met }
    // One test that is known to be normal says enough of the category.
    return albumin == .notMet || cholesterol == .notMet || prealbumin == .notMet ? .notMet : .unknown
  }

  static func mass(_ visit: IndexVisit) -> CriterionState {
    let index: CriterionState = visit.bodyMassIndex.map { $0 < 23 ? .met : .notMet } ?? .unknown
    return index == .met || hasLostWeight(visit) ? .met : index
  }

  /// 5 % in 3 months, or 10 % in 6, against an earlier dated visit.
  private static func hasLostWeight(_ visit: IndexVisit) -> Bool {
    guard let day = visit.panel.visit.day, let weight = visit.value(.weight) else { return false }
    return EGFRSlope.earlier(visit.panel).contains { row in
      let panel = visit.panel.block[row]
      guard let before = panel.visit.day, let earlier = panel.value(.weight), earlier > 0 else { return false }
      let (span, loss) = (day - before, 1 - weight / earlier)
      return span > 0 && (span <= 92 && loss >= 0.05 || span <= 183 && loss >= 0.10)
    }
  }
}

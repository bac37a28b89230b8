import Domain

/// Protein-energy wasting by the criteria of the ISRNM (Fouque 2008, doi 10.1038/sj.ki.5002585), as far as labs and weight
/// tell: at least three of four categories would be needed, and muscle and intake are not in the labs.
///
/// With chemistry and mass both met it is possible; with both not met it is absent, since the two others cannot make three of
/// four. A category is not met only where all its tests but body fat are known: one normal test says nothing of the others.
public enum ProteinEnergyWasting: Index {
  public static let definition = IndexDefinition(
    id: "pew", name: "Protein-energy wasting (ISRNM)",
    formula:
      "Chemistry: albumin < 38 g/L, prealbumin < 300 mg/L (dialysis) or cholesterol < 100 mg/dL; mass: BMI < 23, or"
      + " weight lost by 5 % in 3 or 10 % in 6 months; muscle and intake cannot be read from labs. `possible`: chemistry and"
      + " mass; `absent`: neither; `one_category`: one of them. A category is neither until all its tests are known"
      + " (weight of an earlier visit; body fat is not waited for)",
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
      if chemistry == .unknown {
        let tests: AnalyteSet = visit.isOnDialysis ? [.albumin, .cholesterol, .prealbumin] : [.albumin, .cholesterol]
        missing.formUnion(Applicability.missing(tests, visit))
      }
      if mass == .unknown {
        missing.formUnion(BodyMassIndex.missing(visit))
        if visit.bodyMassIndex != nil { missing.formUnion(Applicability.missing([.weight], visit)) }
        // A weight of the months before is wanting, which no single visit has.
        if missing.isEmpty { return .none(.notComputable, .tooFewVisits) }
      }
      return missing.isEmpty ? .none(.notComputable, .censoredInput) : .missing(missing)
    }
  }

  private static func below(_ analyte: Analyte, _ limit: Double, _ visit: IndexVisit) -> CriterionState {
    guard let value = visit.value(analyte) else { return .unknown }
    return CensoredBounds(reported: value, status: visit.status(analyte)).isBelow(limit)
  }

  /// Met where one test is; not met only where all of them are known and none is.
  static func chemistry(_ visit: IndexVisit) -> CriterionState {
    let two = either(below(.albumin, 38, visit), below(.cholesterol, 100 / 38.67, visit))
    return visit.isOnDialysis ? either(two, below(.prealbumin, 300, visit)) : two
  }

  /// Likewise; body fat, which nobody measured, is not waited for.
  static func mass(_ visit: IndexVisit) -> CriterionState {
    let index: CriterionState = visit.bodyMassIndex.map { $0 < 23 ? .met : .notMet } ?? .unknown
    return index == .met ? .met : either(index, lostWeight(visit))
  }

  /// 5 % in 3 months, or 10 % in 6, against an earlier dated visit; unknown where no weight of the last three months is.
  private static func lostWeight(_ visit: IndexVisit) -> CriterionState {
    guard let day = visit.day, let weight = visit.value(.weight) else { return .unknown }
    var state = CriterionState.unknown
    for earlier in visit.earlier {
      guard let before = earlier.day, let heavier = earlier.weight, heavier > 0 else { continue }
      let span = day - before
      guard span > 0, span <= 183 else { continue }
      /// A loss of exactly the share counts, whatever the last bit says.
      func hasLost(_ share: Double) -> Bool { weight <= heavier * (1 - share) * (1 + 1e-9) }
      if span <= 92 && hasLost(0.05) || hasLost(0.10) { return .met }
      // A weight of three months ago tells of both limits, an older one of the second alone.
      if span <= 92 { state = .notMet }
    }
    return state
  }
}

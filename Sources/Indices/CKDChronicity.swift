import Domain

/// Whether CKD is shown by two visits more than three months apart (KDIGO 2024, doi 10.1016/j.kint.2023.10.018): eGFR below
/// 60, or an albumin/creatinine ratio of A2 or A3, at this visit and at one at least 90 days before.
public enum CKDChronicity: Index {
  public static let definition = IndexDefinition(
    id: "ckd_chronic", name: "CKD over three months",
    formula: "eGFR < 60 or albuminuria A2 or A3, at this visit and at one at least 90 days earlier", unit: "1",
    inputs: [InputSet(.egfr), InputSet(.creatinine), InputSet(.uacr), .age, InputSet(.sex)],
    validity:
      "Dated visits. `unconfirmed`: found now, with no visit 90 days before that shows it too. On dialysis confirmed; an"
      + " earlier visit on dialysis counts by its albuminuria alone.",
    cutoff: "KDIGO: more than 3 months; taken as at least 90 days.",
    caveat: "Imaging, biopsy or a history that the file does not hold prove it as well.",
    source: "KDIGO 2024, Kidney Int 2024;105(4S):S117-S314, doi 10.1016/j.kint.2023.10.018 (read in a copy)",
    levels: ["absent", "unconfirmed", "confirmed"])

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if visit.isOnDialysis { return .computed(3) }
    let now = isAbnormal(visit)
    guard now == .met else {
      if now == .notMet { return .computed(1) }
      var missing = Applicability.missing([.uacr], visit)
      if visit.filtration == nil { missing.formUnion(EstimatedGFR.absence(visit).missing) }
      return Applicability.absent(missing)
    }
    guard let day = visit.day else { return .computed(2) }
    let before = visit.earlier.contains { earlier in
      earlier.isAbnormal == .met && earlier.day.map { day - $0 >= EGFRSlope.days } == true
    }
    return .computed(before ? 3 : 2)
  }

  /// Of one visit by itself.
  static func isAbnormal(_ visit: IndexVisit) -> CriterionState {
    let filtration = visit.filtration.map { $0.bounds.isBelow(60) } ?? .unknown
    let category = visit.albuminuria
    let albuminuria: CriterionState = category.value.isFinite ? (category.value >= 2 ? .met : .notMet) : .unknown
    return either(filtration, albuminuria)
  }
}

import Domain

/// Whether CKD is shown by two visits more than three months apart (KDIGO 2024, doi 10.1016/j.kint.2023.10.018): eGFR below
/// 60, or an albumin/creatinine ratio of A2 or A3, at this visit and at one at least 90 days before.
public enum CKDChronicity: Index {
  public static let definition = IndexDefinition(
    id: "ckd_chronic", name: "CKD over three months",
    formula: "eGFR < 60 or albuminuria A2 or A3, at this visit and at one at least 90 days earlier", unit: "1",
    inputs: [
      InputSet(.egfr), InputSet(.creatinine), InputSet(.uacr), .age, InputSet(.sex), InputSet(.dialysis),
      InputSet(.transplant),
    ],
    validity:
      "Dated visits, from 2 years. `unconfirmed`: found now, with no visit 90 days before that shows it too. Confirmed on"
      + " dialysis, and with a kidney transplant at this visit or an earlier one; an earlier visit on dialysis counts by its"
      + " albuminuria alone, one below 2 years not at all.",
    cutoff: "KDIGO: more than 3 months; taken as at least 90 days.",
    caveat: "Imaging, biopsy or a history that the file does not hold prove it as well.",
    source: "KDIGO 2024, Kidney Int 2024;105(4S):S117-S314, doi 10.1016/j.kint.2023.10.018 (read in a copy)",
    levels: ["absent", "unconfirmed", "confirmed"])

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if visit.isOnDialysis { return .computed(3) }
    // A history of transplantation is a marker of damage by itself, and its disease is older than it.
    if visit.answer(.transplant) == .yes || visit.earlier.contains(where: \.isGrafted) {
      return .computed(3, caveat: .kidneyTransplant)
    }
    if KDIGOGFRCategory.isInfant(visit) { return .none(.notApplicable, .outsideAge) }
    let now = isAbnormal(visit)
    guard now == .met else { return now == .notMet ? .computed(1) : absence(visit) }
    guard let day = visit.day else { return .computed(2) }
    let before = visit.earlier.contains { earlier in
      earlier.isAbnormal == .met && earlier.day.map { day - $0 >= EGFRSlope.days } == true
    }
    return .computed(before ? 3 : 2)
  }

  /// Of one visit by itself.
  static func isAbnormal(_ visit: borrowing IndexVisit) -> CriterionState {
    if KDIGOGFRCategory.isInfant(visit) { return .unknown }
    let filtration = visit.filtration.map { $0.bounds.isBelow(60) } ?? .unknown
    return either(filtration, visit.albuminuria.isAtLeast(2))
  }

  /// Why it cannot be told: what is missing, else why there is no eGFR or no ratio, else a limit.
  private static func absence(_ visit: IndexVisit) -> IndexValue {
    let filtration = visit.filtration == nil ? EstimatedGFR.absence(visit) : nil
    let missing = Applicability.missing([.uacr], visit).union(filtration?.missing ?? [])
    if !missing.isEmpty { return .missing(missing) }
    if let filtration { return filtration }
    return visit.albuminuria.only == nil
      ? KDIGOAlbuminuriaCategory.absence(visit) : .none(.notComputable, .censoredInput)
  }
}

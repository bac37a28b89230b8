import Domain

/// The albuminuria category of KDIGO from the urine albumin/creatinine ratio, in the unit in which it was reported:
/// A1 < 3 mg/mmol (< 30 mg/g), A2 3-30 mg/mmol (30-300 mg/g), A3 > 30 mg/mmol (> 300 mg/g).
///
/// The two sets of limits are not exact conversions of one another (30 mg/g is 3.39 mg/mmol), hence the reported unit.
/// A value of exactly 300 mg/g or 30 mg/mmol is A2, as the table prints its limits (A2 30-300, A3 > 300). Other software
/// (kidney.epi 1.4.0) and the older words "30-299" put it into A3.
public enum KDIGOAlbuminuriaCategory: Index {
  public static let definition = IndexDefinition(
    id: "ckd_a", name: "KDIGO albuminuria category",
    formula: "A1 < 3 mg/mmol (< 30 mg/g); A2 3-30 mg/mmol (30-300 mg/g); A3 > 30 mg/mmol (> 300 mg/g)",
    unit: "1", inputs: InputSet(.uacr),
    validity: "Albumin/creatinine ratio in urine, best of the first morning. One visit: CKD needs more than 3 months.",
    cutoff: "The limits of the formula, in the unit reported; exactly 300 mg/g or 30 mg/mmol is A2.",
    caveat: "Little urine is left on dialysis: read it with care there.",
    source: "KDIGO 2012, recommendation 1.2.4, Kidney Int Suppl 2013;3:5-14, doi 10.1038/kisup.2012.77 (limits read);"
      + " kept by KDIGO 2024, doi 10.1016/j.kint.2023.10.018 (read in later tables that reproduce it, not in the original)",
    levels: ["A1", "A2", "A3"])

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    visit.albuminuria.only.map { .computed(Double($0)) } ?? absence(visit)
  }

  /// Why there is not one category: no ratio, one that cannot be, or a limit that leaves more than one.
  static func absence(_ visit: IndexVisit) -> IndexValue {
    guard let reported = AlbuminuriaReport(visit) else { return .missing(InputSet(.uacr)) }
    return .none(.notComputable, isPossible(reported) ? .censoredInput : .outsideDomain)
  }

  /// The categories that a visit can have, before it keeps them.
  static func categories(_ visit: borrowing IndexVisit) -> PossibleLevels {
    guard let reported = AlbuminuriaReport(visit), isPossible(reported) else { return PossibleLevels(unknown: 2) }
    let (limits, bounds) = (limits(reported), reported.bounds)
    return PossibleLevels(bounds.isAtLeast(limits.low), bounds.isAbove(limits.high))
  }

  private static func isPossible(_ reported: AlbuminuriaReport) -> Bool {
    reported.value >= 0 && reported.value.isFinite
  }

  /// The two limits in a unit: 3 and 30 per mmol of creatinine, 30 and 300 mg per gram, and powers of ten of these.
  private static func limits(_ reported: AlbuminuriaReport) -> (low: Double, high: Double) {
    reported.unit.isCanonical ? (3, 30) : (30 / reported.perMilligramPerGram, 300 / reported.perMilligramPerGram)
  }
}

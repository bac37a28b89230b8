import Domain

/// The slope of eGFR over a person's visits up to this one: ordinary least squares on years (KDIGO 2024 on progression).
public enum EGFRSlope: Index {
  /// The least number of visits and days that make a slope.
  static var visits: Int { 3 }
  static var days: Int { 90 }

  public static let definition = IndexDefinition(
    id: "egfr_slope", name: "eGFR slope",
    formula: "least-squares slope of eGFR on time in years, over all dated visits up to this one",
    unit: "mL/min/1.73 m2/yr",
    inputs: [InputSet(.egfr), InputSet(.creatinine), .age, InputSet(.sex)],
    validity:
      "At least 3 dated visits over at least 90 days with an eGFR that came about like this one (computed, or reported by the same"
      + " equation); others are left out.",
    cutoff: "A sustained loss above 5 a year is rapid progression (KDIGO 2012, from memory).",
    caveat:
      "The first weeks after an ACE inhibitor, SGLT2 inhibitor or steroid tell of blood flow, not of nephrons lost.",
    source:
      "KDIGO 2024, doi 10.1016/j.kint.2023.10.018; as a surrogate: Inker LA et al. J Am Soc Nephrol 2019;30:1735-1745,"
      + " doi 10.1681/ASN.2019010007")

  public static func compute(_ visit: IndexVisit) -> IndexValue {
    if visit.isOnDialysis { return .none(.notApplicable, .onDialysis) }
    guard let today = visit.day else { return .none(.notComputable, .tooFewVisits) }
    guard let own = visit.filtration else { return EstimatedGFR.absence(visit) }
    guard visit.earlierCount + 1 >= visits else { return .none(.notComputable, .tooFewVisits) }
    /// Calls `body` with the day and the eGFR of each dated visit that counts, this one last.
    func forEach(_ body: (Int, EstimatedGFR) -> Void) {
      for earlier in visit.earlier where visit.hasSameEquation(earlier) {
        if let day = earlier.day, let filtration = earlier.filtration { body(day, filtration) }
      }
      body(today, own)
    }
    func years(_ day: Int) -> Double { Double(day) / 365.25 }
    var (n, sumOfTimes, sumOfValues) = (0.0, 0.0, 0.0)
    var (first, isCensored) = (today, false)
    forEach { day, filtration in
      if n == 0 { first = day }
      (n, sumOfTimes, sumOfValues) = (n + 1, sumOfTimes + years(day), sumOfValues + filtration.value)
      if !filtration.bounds.isPoint { isCensored = true }
    }
    guard Int(n) >= visits, today - first >= days else { return .none(.notComputable, .tooFewVisits) }
    let (meanTime, meanValue) = (sumOfTimes / n, sumOfValues / n)
    var (squares, products) = (0.0, 0.0)
    forEach { day, filtration in
      let time = years(day) - meanTime
      squares += time * time
      products += time * (filtration.value - meanValue)
    }
    return Applicability.result(products / squares, caveat: isCensored ? .censoredInput : .none)
  }
}

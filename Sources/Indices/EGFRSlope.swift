import Domain

/// The slope of eGFR over a person's visits up to this one: ordinary least squares on years (KDIGO 2024 on progression).
public enum EGFRSlope: Index {
  /// The least number of visits and days that make a slope.
  static let (visits, days) = (3, 90)

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
    guard visit.panel.visit.day != nil else { return .none(.notComputable, .tooFewVisits) }
    guard let own = visit.filtration else { return EstimatedGFR.absence(visit) }
    guard earlier(visit.panel).count >= visits else { return .none(.notComputable, .tooFewVisits) }
    var (dates, values) = ([Int](), [Double]())
    for row in earlier(visit.panel) {
      let panel = visit.panel.block[row]
      guard let day = panel.visit.day, let filtration = EstimatedGFR(of: panel),
        filtration.equation(panel) == own.equation(visit.panel)
      else { continue }
      dates.append(day)
      values.append(filtration.value)
    }
    guard dates.count >= visits, let first = dates.first, let last = dates.last, last - first >= days else {
      return .none(.notComputable, .tooFewVisits)
    }
    let times = dates.map { Double($0) / 365.25 }
    let n = Double(times.count)
    let (meanTime, meanValue) = (times.reduce(0, +) / n, values.reduce(0, +) / n)
    let squares = times.reduce(0) { $0 + ($1 - meanTime) * ($1 - meanTime) }
    let products = zip(times, values).reduce(0) { $0 + ($1.0 - meanTime) * ($1.1 - meanValue) }
    return Applicability.result(products / squares, caveat: .none)
  }

  /// The rows of the person's visits up to this one, in order: a block holds all visits of a person side by side.
  static func earlier(_ visit: PanelRow) -> ClosedRange<Int> {
    let patient = visit.visit.patient
    var first = visit.row
    while first > 0, visit.block.visits[first - 1].patient == patient { first -= 1 }
    return first...visit.row
  }
}

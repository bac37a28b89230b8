import Domain

/// The albumin/creatinine ratio as it was reported.
struct AlbuminuriaReport {
  let value: Double
  let bounds: CensoredBounds
  let unit: ReportedUnit
  /// What one of this unit is in mg/g.
  let perMilligramPerGram: Double

  /// Nil where it is missing.
  init?(_ visit: borrowing IndexVisit) {
    let lab = visit.lab(.uacr)
    if lab.status == .missing { return nil }
    value = lab.reported
    bounds = CensoredBounds(reported: lab.reported, status: lab.status)
    unit = visit.tables.pointee.unit(lab, .uacr)
    perMilligramPerGram =
      unit.factor / visit.tables.pointee.published[PublishedUnit.albuminCreatinineRatio.rawValue].factor
  }
}

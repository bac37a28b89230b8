import Domain

/// A limit as a statement prints it, once for each unit in which laboratories report.
///
/// The numbers of one limit are not conversions of one another (100 mg/dL of glucose is 5.55 mmol/L, not 5.6), so a
/// value is compared in the unit in which it was reported.
struct UnitLimits: Sendable {
  /// Per mmol/L, or in the canonical unit of the analyte.
  let canonical: Double
  /// Per mg/dL.
  let perDecilitre: Double
}

/// A laboratory value as limits compare it: in the unit in which it was reported where a statement prints limits for that
/// unit, else in the canonical one.
struct ReportedValue {
  private let bounds: CensoredBounds
  /// How many of a limit in mg/dL make one in the reported unit; nil where the canonical limit counts.
  private let milligrams: Double?

  /// Nothing is known.
  static let anywhere = ReportedValue()

  private init() { (bounds, milligrams) = (.anywhere, nil) }

  /// The value of a visit.
  init(_ analyte: Analyte, _ visit: borrowing IndexVisit) {
    let lab = visit.lab(analyte)
    let unit = visit.tables.pointee.unit(lab, analyte)
    milligrams = unit.isCanonical ? nil : unit.milligramsPerDecilitre
    bounds = CensoredBounds(reported: milligrams == nil ? lab.value : lab.reported, status: lab.status)
  }

  @inline(__always) private func limit(_ limits: UnitLimits) -> Double {
    milligrams.map { limits.perDecilitre / $0 } ?? limits.canonical
  }

  /// Whether it is at least the limit; unknown where it is missing.
  @inline(__always) func isAtLeast(_ limits: UnitLimits) -> CriterionState { bounds.isAtLeast(limit(limits)) }
  /// Whether it is below; likewise.
  @inline(__always) func isBelow(_ limits: UnitLimits) -> CriterionState { bounds.isBelow(limit(limits)) }
  /// Whether it is above; likewise.
  @inline(__always) func isAbove(_ limits: UnitLimits) -> CriterionState { bounds.isAbove(limit(limits)) }
}

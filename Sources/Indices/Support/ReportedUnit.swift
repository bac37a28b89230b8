import Domain

/// What a comparison asks of the unit in which a value was reported, without its spelling.
struct ReportedUnit {
  /// Canonical units per one of this unit.
  let factor: Double
  /// How many of a limit in mg/dL make one in this unit: 1 for mg/dL, 100 for g/L, a power of ten of the same mass unit; nil
  /// for any other.
  let milligramsPerDecilitre: Double?

  /// Whether values are reported in the canonical unit, or in one that is the same number.
  var isCanonical: Bool { factor == 1 }

  /// As many as any analyte has.
  private static let most = AnalyteInfo.all.map(\.units.count).max() ?? 0
  /// By analyte, then place in `AnalyteInfo.units`.
  private static let all: [ReportedUnit] = AnalyteInfo.all.flatMap { info in
    let units = info.units.map { unit in
      ReportedUnit(
        factor: unit.factor, milligramsPerDecilitre: unit.unit == "mg/dL" ? 1 : unit.unit == "g/L" ? 100 : nil)
    }
    let none = ReportedUnit(factor: .nan, milligramsPerDecilitre: nil)
    return units + Array(repeating: none, count: most - units.count)
  }

  /// The unit of a value.
  static func of(_ lab: LabValue, _ analyte: Analyte) -> ReportedUnit { all[analyte.ordinal * most + Int(lab.unit)] }
}

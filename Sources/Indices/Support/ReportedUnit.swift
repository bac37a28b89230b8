import Domain

/// What a comparison asks of the unit in which a value was reported, without its spelling.
struct ReportedUnit: Sendable {
  /// Canonical units per one of this unit.
  let factor: Double
  /// How many of a limit in mg/dL make one in this unit: 1 for mg/dL, 100 for g/L, a power of ten of the same mass unit; nil
  /// for any other.
  let milligramsPerDecilitre: Double?

  init(_ unit: UnitConversion) {
    factor = unit.factor
    milligramsPerDecilitre = unit.unit == "mg/dL" ? 1 : unit.unit == "g/L" ? 100 : nil
  }

  private init() {
    factor = .nan
    milligramsPerDecilitre = nil
  }

  /// Of a place where the dictionary has no unit.
  static let unknown = ReportedUnit()

  /// Whether values are reported in the canonical unit, or in one that is the same number.
  var isCanonical: Bool { factor == 1 }
}

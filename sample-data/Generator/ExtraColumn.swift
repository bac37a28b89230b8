import Domain

/// What indices ask for beyond the sample's columns, for measuring time with every index computed: values drawn evenly between two
/// limits, without any relation to the person, of which nothing can be learnt.
struct ExtraColumn: Sendable {
  let header: String
  private let low, high: Double
  private let decimals: Int
  private let onlyOnDialysis: Bool

  private init(
    _ analyte: Analyte, _ unit: String, _ low: Double, _ high: Double, _ decimals: Int, onlyOnDialysis: Bool = false
  ) {
    header = "\(analyte.name) (\(unit))"
    (self.low, self.high, self.decimals, self.onlyOnDialysis) = (low, high, decimals, onlyOnDialysis)
  }

  private static let laboratory: [ExtraColumn] = [
    ExtraColumn(.cystatinC, "mg/L", 0.6, 3.5, 2), ExtraColumn(.ast, "U/L", 10, 60, 0),
    ExtraColumn(.alt, "U/L", 8, 60, 0), ExtraColumn(.ggt, "U/L", 10, 90, 0),
    ExtraColumn(.platelets, "10^9/L", 120, 420, 0), ExtraColumn(.lymphocytes, "10^9/L", 0.6, 3.5, 1),
    ExtraColumn(.phosphate, "mg/dL", 2.5, 6.5, 1), ExtraColumn(.calcium, "mg/dL", 7.8, 10.4, 1),
    ExtraColumn(.prealbumin, "mg/L", 150, 420, 0), ExtraColumn(.hip, "cm", 85, 125, 0),
    ExtraColumn(.glucose2h, "mmol/L", 4.5, 12, 1), ExtraColumn(.ironBindingCapacity, "ug/dL", 140, 380, 0),
    ExtraColumn(.ureaNitrogen, "mg/dL", 40, 90, 0, onlyOnDialysis: true),
    ExtraColumn(.ureaNitrogenPost, "mg/dL", 12, 28, 0, onlyOnDialysis: true),
    ExtraColumn(.interdialyticHours, "h", 42, 70, 0, onlyOnDialysis: true),
  ]
  /// The items of the malnutrition-inflammation score are 0 to 3.
  private static let items = Analyte.malnutritionItems.map {
    ExtraColumn($0, "1", -0.49, 3.49, 0, onlyOnDialysis: true)
  }
  private static let wasting = [
    ExtraColumn(.urineUreaNitrogen, "g/d", 1, 14, 1), ExtraColumn(.energyIntake, "kcal/kg/d", 18, 40, 0),
    ExtraColumn(.bodyFat, "%", 6, 40, 0), ExtraColumn(.armMuscleArea, "%", 75, 120, 0),
  ]
  private static let numbers = laboratory + items + wasting
  /// Answers that the sample does not have.
  private static let answers: [Covariate] = [.smoking, .drugStatin]

  /// As in the file's header.
  static let headers = answers.map(\.rawValue) + numbers.map(\.header)

  /// The cells of one visit.
  static func cells(person number: Int, visit: Int, isDialysed: Bool, seed: UInt64) -> [String] {
    let draw = UInt32(truncatingIfNeeded: number) &* 4 &+ UInt32(truncatingIfNeeded: visit - 1)
    var random = RandomStream(key: seed, purpose: Purpose.extra.rawValue, draw: draw)
    let yesOrNo = answers.map { _ in random.uniform() < 0.3 ? "yes" : "no" }
    return yesOrNo
      + numbers.map { column in
        let value = column.low + (column.high - column.low) * random.uniform()
        return column.onlyOnDialysis && !isDialysed ? "" : decimal(value, column.decimals)
      }
  }
}

import Domain

/// Conversions that the relations and columns need, looked up once.
enum Milligrams {
  static let creatinine = dictionaryConversion(.creatinine, "mg/dL")
  static let triglyceride = dictionaryConversion(.triglyceride, "mg/dL")
  static let hdl = dictionaryConversion(.hdl, "mg/dL")
  static let ldl = dictionaryConversion(.ldl, "mg/dL")
  static let cholesterol = dictionaryConversion(.cholesterol, "mg/dL")
}

/// The dictionary's conversion; a unit that it lacks is a mistake in this program and gives no number at all.
func dictionaryConversion(_ analyte: Analyte, _ unit: String) -> UnitConversion {
  if let index = analyte.unitIndex(spelled: unit) { return analyte.info.units[index] }
  return UnitConversion(unit: unit, numerator: .nan, denominator: 1, offset: 0, source: "unknown unit")
}

/// Days of the calendar by number.
enum Calendar {
  /// The date of a day counted from 1970-01-01, by stepping from the first of January of a year not after it.
  static func iso(_ dayNumber: Int) -> String {
    let year = 1970 + dayNumber * 400 / 146_097
    for candidate in [year + 1, year, year - 1] {
      guard let first = CivilDate(year: candidate, month: 1, day: 1), first.dayNumber <= dayNumber else { continue }
      for month in stride(from: 12, through: 1, by: -1) {
        guard let start = CivilDate(year: candidate, month: month, day: 1), start.dayNumber <= dayNumber else {
          continue
        }
        return CivilDate(year: candidate, month: month, day: dayNumber - start.dayNumber + 1)?.iso ?? ""
      }
    }
    return ""
  }
}

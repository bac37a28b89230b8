import Domain

/// Finds units in the spellings of headers and cells.
enum UnitSpelling {
  /// The place of a unit among those that the analyte accepts, by the dictionary's own folding of spellings,
  /// else by letters and digits alone, as headers write them (`mg_dL`, `ml_min_1_73m2`, `pct`).
  static func index(_ text: String, of analyte: Analyte) -> Int? {
    if let index = analyte.unitIndex(spelled: text) { return index }
    let wanted = squashed(text)
    return wanted.isEmpty ? nil : analyte.info.units.firstIndex { squashed($0.unit) == wanted }
  }

  /// Letters and digits only, in lower case; per cent as `pct`.
  static func squashed(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
      case "\u{B5}", "\u{3BC}": result += "u"
      case "\u{B2}": result += "2"
      case "%": result += "pct"
      default: continue
      }
    }
    return result == "percent" ? "pct" : result
  }

  /// Units that laboratories write and the dictionary does not hold for any analyte: known to be units, so that
  /// a header with one is understood and refused rather than taken for part of a name.
  private static let foreign = [
    "mg/24h", "mg/d", "g/24h", "g/d", "ug/min", "mg/mL", "mg/mol", "mL/min", "mL/s", "U/L", "IU/L", "g/g", "ng/mg",
    "nmol/mL", "ug/g", "oz", "ft", "cmH2O", "nU/mL", "U/mL", "lbs",
  ]

  private static let known: Set<String> = Set(
    AnalyteInfo.all.flatMap { $0.units.map { squashed($0.unit) } } + foreign.map(squashed))

  /// Whether a text is a unit of something.
  static func isUnit(_ text: String) -> Bool { known.contains(squashed(text)) }

  /// The units of an analyte as advice.
  static func advice(_ analyte: Analyte) -> String {
    "Use one of: \(listed(analyte).map(\.unit).joined(separator: ", "))."
  }

  /// The units of an analyte to show: of spellings that are the same when folded, the first.
  static func listed(_ analyte: Analyte) -> [UnitConversion] {
    var seen: Set<String> = []
    return analyte.info.units.filter { seen.insert(UnitConversion.normalized($0.unit)).inserted }
  }
}

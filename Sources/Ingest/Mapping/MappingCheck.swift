import Domain

/// What must hold between the parts of a mapping once each part is well formed.
struct MappingCheck {
  let mapping: Mapping
  let place: String

  func check() throws(RheostatError) {
    try checkRoles()
    for column in mapping.columns {
      try checkUnit(column)
      try checkValues(column)
      try checkLimit(column)
    }
  }

  private func fault(_ column: Mapping.Column, _ message: String, _ advice: String) -> RheostatError {
    RheostatError(.dataUnusable, message, advice: advice, location: "\(place), line \(column.line)")
  }

  private func checkRoles() throws(RheostatError) {
    var seen: [String: Mapping.Column] = [:]
    var names: Set<String> = []
    for column in mapping.columns {
      if case .keep(let name) = column.role, !names.insert(name).inserted {
        throw fault(column, "Two columns are kept under the name \"\(name)\".", "Give one of them another name.")
      }
      if column.role.isUnique, let other = seen.updateValue(column, forKey: column.role.word) {
        throw fault(
          column,
          "Two columns have the role \"\(column.role.word)\": \(MappingText.quoted(other.header)) and \(MappingText.quoted(column.header)).",
          "Keep one and give the other role = \"ignore\".")
      }
      if case .covariate(let covariate) = column.role,
        mapping.constants.contains(where: { $0.covariate == covariate })
      {
        throw fault(
          column, "\(covariate.rawValue) is both a column and a constant.",
          "Take it out of [constants] or of [columns].")
      }
      if column.role.isLongOnly, mapping.layout == .wide {
        throw fault(
          column, "Role \"\(column.role.word)\" belongs to the long layout.",
          "Set layout = \"long\" or change the role.")
      }
      if case .lab = column.role, mapping.layout == .long {
        throw fault(
          column, "Role \"\(column.role.word)\" belongs to the wide layout.",
          "In a long file give the analyte, value and unit columns.")
      }
    }
  }

  private func checkUnit(_ column: Mapping.Column) throws(RheostatError) {
    guard let unit = column.unit else { return }
    guard case .lab(let analyte) = column.role else {
      throw fault(column, "Only a laboratory column takes a unit.", "Take `unit` out.")
    }
    if UnitSpelling.index(unit, of: analyte) == nil {
      throw fault(
        column, "\(analyte.name) has no unit \(MappingText.quoted(unit)).", UnitSpelling.advice(analyte))
    }
  }

  private func checkValues(_ column: Mapping.Column) throws(RheostatError) {
    for value in column.values {
      switch column.role {
      case .covariate(let covariate):
        if CovariateWords.code(of: value.meaning, for: covariate) == nil {
          throw fault(
            column, "\(covariate.rawValue) cannot be \(MappingText.quoted(value.meaning)).",
            "Use one of: \(covariate.codes.dropFirst().joined(separator: ", ")), or \"\" for unknown.")
        }
      case .analyteName:
        if value.meaning != "ignore", Analyte(name: value.meaning) == nil {
          throw fault(
            column, "There is no analyte \(MappingText.quoted(value.meaning)).",
            Closest.advice(value.meaning, Analyte.allCases.map(\.name)))
        }
      default:
        throw fault(
          column, "Only a column of codes (sex, dialysis ... or the analyte of a long file) takes `values`.",
          "Take `values` out.")
      }
    }
  }

  private func checkLimit(_ column: Mapping.Column) throws(RheostatError) {
    guard let flag = column.belowLimitColumn else {
      if column.belowLimitValues.isEmpty { return }
      throw fault(column, "`below_limit_values` needs `below_limit_column`.", "Name the column that holds the flag.")
    }
    guard case .lab = column.role, !column.belowLimitValues.isEmpty else {
      throw fault(
        column, "`below_limit_column` needs a laboratory role and `below_limit_values`.",
        "Say which values of the flag mean below the limit.")
    }
    if mapping.columns.contains(where: { $0.header == flag && $0.role != .ignore }) {
      throw fault(
        column, "The flag column \(MappingText.quoted(flag)) has a role of its own.", "Take its own entry out.")
    }
  }
}

/// Names under which columns may pass through into the tables.
enum KeptName {
  /// A letter, then letters, digits and underscores, at most 32, and none of our own columns in `patients.csv`.
  static func isAllowed(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard (1...32).contains(bytes.count), let first = bytes.first, isLetter(first) else { return false }
    guard bytes.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F }) else { return false }
    let lower = name.lowercased()
    if reserved.contains(lower) || lower.hasSuffix("_cens") { return false }
    return !prefixes.contains { lower.hasPrefix($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 }

  private static let prefixes = ["mets_", "arm_", "ir_", "mtorc1_", "homa_", "ckd_", "patient_"]

  private static let reserved: Set<String> = Set(
    [
      "visit", "day", "age", "egfr_equation", "date", "phenotype", "reason_code", "reason", "mcse_max", "n_draws",
      "labs_missing", "quicki", "tyg", "gnri", "adipo_ir", "p_sensitive", "p_suppressed", "p_overactivated", "p_mixed",
      "variable", "value", "unit", "status", "file", "row",
    ] + Analyte.allCases.map(\.name) + Covariate.allCases.map(\.rawValue))
}

/// Suggests the word that was probably meant.
enum Closest {
  static func advice(_ word: String, _ known: [String]) -> String {
    let ranked = known.map { (distance($0, word.lowercased()), $0) }.sorted { $0 < $1 }
    if let best = ranked.first, best.0 <= max(2, word.count / 3) { return "Did you mean \"\(best.1)\"?" }
    return "Known are: \(known.joined(separator: ", "))."
  }

  /// Levenshtein's edit distance.
  static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars.prefix(64)))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}

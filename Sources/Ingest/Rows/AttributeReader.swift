import Domain

/// What a cell of a demographic, treatment or kept column came to.
enum AttributeReading {
  case accepted(AttributeValue)
  /// Says that it is not known: nothing to store.
  case unknown
  case rejected(code: String, expected: String, message: String)
}

/// Reads cells that are not laboratory values.
struct AttributeReader {
  private let mark: DecimalMark
  private let columns: [ColumnPlan]
  private let caches: [ByteCache<UInt8?>?]
  /// Longest text kept, in bytes.
  static let textLimit = 200
  static let ageRange = 0.0...125.0

  init(columns: [ColumnPlan], mark: DecimalMark) {
    self.columns = columns
    self.mark = mark
    caches = columns.map { if case .covariate = $0.role { ByteCache<UInt8?>() } else { nil } }
  }

  /// Reads a trimmed cell that is not missing.
  func read(_ cell: CellBytes, column: Int) -> AttributeReading {
    switch columns[column].role {
    case .age: return age(cell)
    case .covariate(let covariate): return covariateCode(cell, covariate, column)
    case .egfrEquation:
      return Self.equation(cell)
    case .keep(let name):
      guard let text = Self.plainText(cell) else { return unfit }
      return .accepted(.kept(name: name, value: text))
    default: return .unknown
    }
  }

  /// The equation behind a reported eGFR, one of a closed list.
  static func equation(_ cell: CellBytes) -> AttributeReading {
    if CovariateWords.isUnknown(CellText.string(cell)) { return .unknown }
    guard let text = plainText(cell), let name = FiltrationEquation.named(text) else {
      return .rejected(
        code: "unknown_code", expected: FiltrationEquation.expected,
        message: "This is no equation for eGFR that Rheostat knows. Correct it, or leave it empty.")
    }
    return .accepted(.egfrEquation(name))
  }

  private func age(_ cell: CellBytes) -> AttributeReading {
    switch NumberText.read(cell, mark: mark) {
    case .number(let years) where Self.ageRange.contains(years): return .accepted(.age(years))
    case .number:
      return .rejected(code: "implausible", expected: "0 to 125 years", message: "This is no age in years.")
    default:
      if CovariateWords.isUnknown(CellText.string(cell)) { return .unknown }
      return .rejected(code: "not_a_number", expected: "0 to 125 years", message: "Age must be a number of years.")
    }
  }

  private func covariateCode(_ cell: CellBytes, _ covariate: Covariate, _ column: Int) -> AttributeReading {
    let values = columns[column].values
    let code = caches[column]?.value(cell) { bytes -> UInt8? in
      if let coded = values.first(where: { CodeMatch.matches(bytes, $0.code) }) {
        return CovariateWords.code(of: coded.meaning, for: covariate)
      }
      return CovariateWords.code(of: CellText.string(bytes), for: covariate)
    }
    guard let code = code ?? nil else {
      return .rejected(
        code: "unknown_code", expected: CovariateWords.expected(covariate),
        message: "This code of \(covariate.rawValue) is not known. Say what it means with `values` in a mapping.")
    }
    return code == 0 ? .unknown : .accepted(.covariate(covariate, code))
  }

  private var unfit: AttributeReading {
    .rejected(
      code: "text_unfit", expected: "at most \(Self.textLimit) bytes without control characters",
      message: "This text is too long or holds control characters. Correct it.")
  }

  /// The text of a cell, or nil where it is too long or holds control characters.
  static func plainText(_ cell: CellBytes) -> String? {
    guard cell.count <= textLimit else { return nil }
    var isASCII = true
    for byte in cell {
      if byte < 0x20 || byte == 0x7F { return nil }
      if byte >= 0x80 { isASCII = false }
    }
    let text = CellText.string(cell)
    if isASCII { return text }
    let isHarmful = text.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
    return isHarmful ? nil : text
  }
}

/// Whether a cell holds a code: the same text, or the same number in another spelling (`2` and `2.0`).
enum CodeMatch {
  static func matches(_ cell: CellBytes, _ code: String) -> Bool {
    if cell.elementsEqual(code.utf8) { return true }
    guard case .number(let one) = NumberText.read(cell, mark: .point) else { return false }
    return Array(code.utf8).withUnsafeBufferPointer { NumberText.read($0, mark: .point) == .number(one) }
  }
}

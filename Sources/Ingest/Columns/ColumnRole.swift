import Domain

/// What a column is to Rheostat.
enum ColumnRole: Sendable, Equatable {
  case patient, visit, date, age
  /// The equation behind a reported eGFR.
  case egfrEquation
  /// A laboratory or vital quantity (wide layout).
  case lab(Analyte)
  case covariate(Covariate)
  /// Passes through under a name of its own.
  case keep(String)
  /// Marks values of another column as below the limit of detection.
  case belowLimitFlag
  /// The mapping says to leave it.
  case ignore
  /// Means nothing to us.
  case unmapped
  // The columns of the long layout, besides those above.
  case analyteName, value, unit, specimen, method, comment

  /// The word for the role in a mapping.
  var word: String {
    switch self {
    case .patient: "patient"
    case .visit: "visit"
    case .date: "date"
    case .age: "age"
    case .egfrEquation: "egfr_equation"
    case .lab(let analyte): analyte.name
    case .covariate(let covariate): covariate.rawValue
    case .keep: "keep"
    case .belowLimitFlag: "below_limit_flag"
    case .ignore: "ignore"
    case .unmapped: "unmapped"
    case .analyteName: "analyte"
    case .value: "value"
    case .unit: "unit"
    case .specimen: "specimen"
    case .method: "method"
    case .comment: "comment"
    }
  }

  /// The role that a mapping means by a word; `keep` comes without its name yet.
  init?(word: String) {
    switch word {
    case "patient", "patient_id": self = .patient
    case "visit": self = .visit
    case "date": self = .date
    case "age": self = .age
    case "egfr_equation": self = .egfrEquation
    case "keep": self = .keep("")
    case "ignore": self = .ignore
    case "analyte": self = .analyteName
    case "value": self = .value
    case "unit": self = .unit
    case "specimen": self = .specimen
    case "method": self = .method
    case "comment": self = .comment
    default:
      if let analyte = Analyte(name: word) {
        self = .lab(analyte)
      } else if let covariate = Covariate(rawValue: word) {
        self = .covariate(covariate)
      } else {
        return nil
      }
    }
  }

  /// All words that a mapping may use.
  static var words: [String] {
    [
      "patient", "visit", "date", "age", "egfr_equation", "keep", "ignore", "analyte", "value", "unit", "specimen",
      "method", "comment",
    ]
      + Analyte.allCases.map(\.name) + Covariate.allCases.map(\.rawValue)
  }

  /// Whether only the long layout has such a column.
  var isLongOnly: Bool {
    switch self {
    case .analyteName, .value, .unit, .specimen, .method, .comment: true
    default: false
    }
  }

  /// Whether the column may occur once only.
  var isUnique: Bool {
    switch self {
    case .keep, .ignore, .unmapped, .belowLimitFlag: false
    default: true
    }
  }
}

import Domain

/// The words by which headers call columns. Analytes have theirs in the dictionary; these are the rest.
/// All are written as `HeaderName.folded` leaves them.
enum HeaderWords {
  private static let others: [(ColumnRole, [String])] = [
    (
      .patient,
      [
        "patient id", "patient", "patientid", "subject id", "subject", "subjid", "usubjid", "participant id", "pid",
        "mrn",
      ]
    ),
    (.visit, ["visit", "visit name", "visit label", "visit id", "timepoint", "time point"]),
    (.date, ["date", "visit date", "sample date", "collection date", "lab date", "result date", "lbdtc", "vsdtc"]),
    (.age, ["age", "age years", "age year", "age yrs", "age yr", "age y", "age at visit"]),
    (.egfrEquation, ["egfr equation", "gfr equation"]),
    (.covariate(.sex), ["sex", "gender"]),
    (.covariate(.ethnicity), ["ethnicity", "ethnic group"]),
    (.covariate(.diabetes), ["diabetes", "diabetes type", "diabetic"]),
    (.covariate(.hypertension), ["hypertension", "htn"]),
    (.covariate(.dialysis), ["dialysis", "dialysis modality", "dialysis type"]),
    (.covariate(.transplant), ["transplant", "kidney transplant", "renal transplant"]),
    (.covariate(.drugInsulin), ["drug insulin", "insulin treatment", "insulin therapy", "on insulin"]),
    (
      .covariate(.drugGlucose),
      ["drug glucose", "glucose lowering drug", "glucose lowering treatment", "antidiabetic drug"]
    ),
    (.covariate(.drugLipid), ["drug lipid", "lipid drug", "lipid lowering drug", "lipid lowering treatment"]),
    (
      .covariate(.drugBloodPressure),
      ["drug bp", "bp drug", "blood pressure drug", "antihypertensive", "antihypertensive drug"]
    ),
    (.covariate(.drugMTOR), ["drug mtor", "mtor inhibitor"]),
    (.covariate(.drugSteroid), ["drug steroid", "glucocorticoid", "steroid treatment"]),
    (.covariate(.drugCalcineurin), ["drug calcineurin", "calcineurin inhibitor"]),
    (.covariate(.fasting), ["fasting", "fasted", "fasting status", "fasting sample", "lbfast"]),
    (.covariate(.pregnant), ["pregnant", "pregnancy"]),
    (.covariate(.infection), ["infection", "infection 14 days"]),
    (.covariate(.dialysisSample), ["dialysis sample", "sample during dialysis"]),
    (.covariate(.drugStatin), ["drug statin", "statin", "statin treatment"]),
    (.covariate(.smoking), ["smoking", "smoker", "current smoker"]),
    (.covariate(.drugMetformin), ["drug metformin", "metformin treatment"]),
    (.covariate(.drugGlitazone), ["drug glitazone", "glitazone treatment"]),
  ]

  private static let long: [(ColumnRole, [String])] = [
    (
      .analyteName,
      ["analyte", "test", "test name", "test code", "parameter", "lbtestcd", "vstestcd", "loinc", "loinc code"]
    ),
    (.value, ["value", "result", "result value", "test value", "lborres", "vsorres"]),
    (.unit, ["unit", "units", "result unit", "lborresu", "vsorresu"]),
    (.specimen, ["specimen", "specimen type", "lbspec"]),
    (.method, ["method", "lbmethod"]),
    (.comment, ["comment", "comments", "remark", "remarks", "note", "notes"]),
  ]

  /// Roles in either layout, by folded header.
  static let common: [String: ColumnRole] = table(others)
  /// Roles that only a long file has, by folded header.
  static let longOnly: [String: ColumnRole] = table(long)

  /// Analytes by their names, labels and synonyms, folded; the first of the dictionary wins.
  static let analytes: [String: Analyte] = {
    var result: [String: Analyte] = [:]
    for analyte in Analyte.allCases {
      for word in [analyte.name, analyte.info.label] + analyte.info.synonyms
      where result[HeaderName.folded(word)] == nil {
        result[HeaderName.folded(word)] = analyte
      }
    }
    return result
  }()

  private static func table(_ entries: [(ColumnRole, [String])]) -> [String: ColumnRole] {
    var result: [String: ColumnRole] = [:]
    for (role, words) in entries { for word in words { result[word] = role } }
    return result
  }
}

/// What the words of a long file's analyte column mean.
enum AnalyteWord {
  enum Meaning: Equatable {
    case analyte(Analyte)
    /// Shaped as a LOINC code, but its check digit is wrong: a typing slip, so nothing it names can be trusted.
    case wrongCheckDigit
    /// The mapping says to leave it.
    case ignored
    case unknown
  }

  /// By synonym, LOINC code (its check digit must be right) or CDISC test code.
  static func meaning(of word: String) -> Meaning {
    if let analyte = HeaderWords.analytes[HeaderName.folded(word)] { return .analyte(analyte) }
    if let right = LOINC.hasRightCheckDigit(word) {
      guard right else { return .wrongCheckDigit }
      return byLOINC[word].map(Meaning.analyte) ?? .unknown
    }
    return byCDISC[word.uppercased()].map(Meaning.analyte) ?? .unknown
  }

  private static let byLOINC: [String: Analyte] = first { $0.loinc }
  private static let byCDISC: [String: Analyte] = first { $0.cdisc.isEmpty ? [] : [$0.cdisc] }

  private static func first(_ codes: (AnalyteInfo) -> [String]) -> [String: Analyte] {
    var result: [String: Analyte] = [:]
    for analyte in Analyte.allCases {
      for code in codes(analyte.info) where result[code] == nil { result[code] = analyte }
    }
    return result
  }
}

/// LOINC codes: digits, a hyphen and a check digit by the Luhn algorithm (LOINC Users' Guide, "LOINC codes";
/// ISO/IEC 7812-1 annex B).
enum LOINC {
  /// Nil where the text has not the shape of a code.
  static func hasRightCheckDigit(_ text: String) -> Bool? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...7).contains(parts[0].utf8.count), parts[1].utf8.count == 1,
      let check = Int(parts[1]), parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    var sum = 0
    for (place, byte) in parts[0].utf8.reversed().enumerated() {
      let digit = Int(byte - 0x30)
      let weighted = place % 2 == 0 ? digit * 2 : digit
      sum += weighted > 9 ? weighted - 9 : weighted
    }
    return (10 - sum % 10) % 10 == check
  }
}

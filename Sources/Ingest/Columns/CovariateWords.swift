import Domain

/// The words that cells and headers use for covariates. Numbers are never among them: what 1 and 2 mean, only the
/// mapping can say.
enum CovariateWords {
  /// The code that a cell's word means; 0 for a word that says unknown, nil for one that is not understood.
  static func code(of word: String, for covariate: Covariate) -> UInt8? {
    let key = HeaderName.folded(word)
    if key.isEmpty || unknown.contains(key) { return 0 }
    if let index = covariate.codes.firstIndex(where: { !$0.isEmpty && HeaderName.folded($0) == key }) {
      return UInt8(index)
    }
    guard let meaning = words(for: covariate).first(where: { $0.words.contains(key) })?.code else { return nil }
    return covariate.codes.firstIndex(of: meaning).map { UInt8($0) }
  }

  /// Whether a word says that something is not known.
  static func isUnknown(_ word: String) -> Bool { unknown.contains(HeaderName.folded(word)) }

  private static let unknown: Set<String> = ["unknown", "not known", "unk", "missing", "not reported", "not available"]

  private struct Meaning {
    let code: String
    let words: Set<String>
  }

  private static let yesNo = [
    Meaning(code: "yes", words: ["yes", "y", "true", "t"]), Meaning(code: "no", words: ["no", "n", "false", "f"]),
  ]

  private static let sex = [
    Meaning(code: "female", words: ["f", "female", "woman", "women"]),
    Meaning(code: "male", words: ["m", "male", "man", "men"]),
  ]

  private static let diabetes = [
    Meaning(code: "none", words: ["none", "no", "n", "false", "no diabetes", "non diabetic", "nondiabetic"]),
    Meaning(code: "type1", words: ["type1", "type 1", "t1d", "t1dm", "type 1 diabetes", "iddm"]),
    Meaning(code: "type2", words: ["type2", "type 2", "t2d", "t2dm", "type 2 diabetes", "niddm"]),
    Meaning(code: "unspecified", words: ["unspecified", "yes", "y", "true", "diabetes", "diabetic"]),
  ]

  private static let dialysis = [
    Meaning(code: "none", words: ["none", "no", "n", "false", "not on dialysis", "predialysis", "pre dialysis"]),
    Meaning(
      code: "haemodialysis",
      words: ["haemodialysis", "hemodialysis", "hd", "hdf", "haemodiafiltration", "hemodiafiltration"]),
    Meaning(code: "peritoneal", words: ["peritoneal", "peritoneal dialysis", "pd", "capd", "apd"]),
  ]

  private static func words(for covariate: Covariate) -> [Meaning] {
    switch covariate {
    case .sex: sex
    case .diabetes: diabetes
    case .dialysis: dialysis
    case .ethnicity: []
    default: yesNo
    }
  }

  /// What to write for a covariate, for messages.
  static func expected(_ covariate: Covariate) -> String { covariate.codes.dropFirst().joined(separator: ", ") }
}

import Domain

/// Words for people that pages share.
enum Wording {
  /// The verdict as one plain sentence.
  static func sentence(_ result: PhenotypeResult) -> String {
    result.guards.isEmpty ? sentence(result.verdict) : "Withheld: the model does not apply to this visit."
  }

  private static func sentence(_ verdict: Verdict) -> String {
    switch verdict {
    case .indeterminate: "Indeterminate: the labs do not settle it."
    case .sensitive: "Sensitive: the labs fit a person without insulin resistance in muscle, liver or fat."
    case .suppressed:
      "Suppressed: the labs fit insulin resistance with too little mTORC1, the route of malnutrition and inflammation."
    case .overactivated:
      "Overactivated: the labs fit insulin resistance with too much mTORC1, the route of overnutrition."
    case .mixed: "Mixed: the labs fit insulin resistance, but neither of the two routes alone."
    }
  }

  /// A short explanation of a class, for a table.
  static func meaning(_ value: PhenotypeClass) -> String {
    switch value {
    case .sensitive: "no tissue resistant"
    case .suppressed: "resistant muscle, mTORC1 low"
    case .overactivated: "resistant muscle, mTORC1 high"
    case .mixed: "resistant, neither route alone"
    }
  }

  /// The name of a tissue at the start of a line.
  static func label(_ tissue: Tissue) -> String {
    switch tissue {
    case .muscle: "Muscle"
    case .liver: "Liver"
    case .adipose: "Fat"
    }
  }

  /// The name of an arm, with what it stands for.
  static func label(_ arm: Arm) -> String {
    switch arm {
    case .upstream: "Upstream"
    case .lipid: "Lipid"
    case .feedback: "Feedback"
    case .capacity: "Capacity"
    }
  }

  /// What an arm stands for.
  static func meaning(_ arm: Arm) -> String {
    switch arm {
    case .upstream: "inflammation, uraemia and acidosis blocking the receptor to AKT"
    case .lipid: "fat in the cell (from free fatty acids) blocking IRS1"
    case .feedback: "S6K and Grb10 shutting the receptor and IRS1"
    case .capacity: "oxidative and GLUT4 capacity"
    }
  }

  /// A lab where it is asked whether it is known, by whatever way.
  static func known(_ analyte: Analyte) -> String {
    analyte == .egfr ? "eGFR (reported or from creatinine)" : analyte.info.label
  }

  /// Labs in one line; their names may hold commas.
  static func known(_ analytes: [Analyte]) -> String { analytes.map { known($0) }.joined(separator: "; ") }

  /// The words of a set of inputs, as `Waist circumference; Age`: names may hold commas.
  static func inputs(_ set: InputSet) -> String { set.names.map(input).joined(separator: "; ") }

  private static func input(_ name: String) -> String {
    if name == "age" { return "Age" }
    return Analyte(name: name)?.info.label ?? Covariate(rawValue: name)?.label ?? name
  }

  /// A code as words: underscores become blanks.
  static func words(_ code: String) -> String { String(code.map { $0 == "_" ? " " : $0 }) }

  /// A word with its first letter large.
  static func capital(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  /// `1 visit`, `2 visits`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    String(number) + " " + (number == 1 ? one : many)
  }

  /// A unit behind a number: nothing where there is none.
  static func unit(_ unit: String) -> String { unit == "1" ? "" : unit }
}

extension RandomAccessCollection where Index == Int {
  /// The element there, or nil: results of a failed stage may be shorter than expected.
  func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

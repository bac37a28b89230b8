/// What came of computing an index for a visit.
public enum IndexStatus: UInt8, Sendable {
  /// A value inside the range in which the index was validated.
  case computed
  /// A value outside that range, flagged.
  case outOfRange
  /// An input is missing or the formula has no value there.
  case notComputable
  /// The index means nothing for this person (HOMA under insulin treatment, creatinine eGFR on dialysis).
  case notApplicable

  /// As written in files.
  public var name: String {
    switch self {
    case .computed: "computed"
    case .outOfRange: "out_of_range"
    case .notComputable: "not_computable"
    case .notApplicable: "not_applicable"
    }
  }
}

/// Why a value is missing or must be read with care. A code, so that blocks of results stay small.
public enum IndexReason: UInt8, CaseIterable, Sendable {
  case none, missingInput, outsideDomain, exogenousInsulin, onDialysis, minor, notFasting, reducedInsulinClearance,
    outsideValidatedRange, censoredInput, kidneyTransplant, needsDamageMarker, outsideAge, tooFewVisits, notOnDialysis,
    onStatin

  /// As written in files.
  public var code: String {
    switch self {
    case .none: ""
    case .missingInput: "missing_input"
    case .outsideDomain: "outside_domain"
    case .exogenousInsulin: "exogenous_insulin"
    case .onDialysis: "on_dialysis"
    case .minor: "minor"
    case .notFasting: "not_fasting"
    case .reducedInsulinClearance: "reduced_insulin_clearance"
    case .outsideValidatedRange: "outside_validated_range"
    case .censoredInput: "censored_input"
    case .kidneyTransplant: "kidney_transplant"
    case .needsDamageMarker: "needs_damage_marker"
    case .outsideAge: "outside_age"
    case .tooFewVisits: "too_few_visits"
    case .notOnDialysis: "not_on_dialysis"
    case .onStatin: "on_statin"
    }
  }

  /// A sentence for people.
  public var text: String {
    switch self {
    case .none: ""
    case .missingInput: "An input is missing."
    case .outsideDomain: "The formula has no value at these inputs."
    case .exogenousInsulin: "Treated with insulin: measured insulin is not the person's own."
    case .onDialysis:
      "On dialysis: what the blood holds says nothing of filtration, and the index is not for people on it."
    case .minor: "Under 18: outside the ages for which it was made."
    case .notFasting: "The sample is known not to be fasting."
    case .reducedInsulinClearance:
      "eGFR below 60 or dialysis: the kidney clears less insulin, so the index overstates insulin resistance; no fixed cut-off applies."
    case .outsideValidatedRange: "Outside the range in which it was validated."
    case .censoredInput: "An input was reported as below or above a limit; the value is an approximation."
    case .kidneyTransplant:
      "Kidney transplant: the stage carries the letter T; equations of risk were made without recipients."
    case .outsideAge: "Outside the ages for which it was made."
    case .tooFewVisits: "Needs earlier dated visits: see its definition."
    case .notOnDialysis: "Made for people on dialysis."
    case .onStatin: "On a statin: cholesterol is lower than nutrition alone would have it."
    case .needsDamageMarker:
      "G1 and G2 count as CKD only with another marker of kidney damage, such as albuminuria A2 or A3 at the same visit."
    }
  }
}

/// A set of inputs of indices, as bits: age, the covariates, then the analytes by ordinal.
public struct InputSet: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt128
  /// A set from its bits.
  @inlinable public init(rawValue: UInt128) { self.rawValue = rawValue }
  /// The set of one analyte.
  @inlinable public init(_ analyte: Analyte) {
    rawValue = 1 &<< UInt128(truncatingIfNeeded: Self.firstAnalyte + analyte.ordinal)
  }
  /// The bit of the first analyte: behind age and the covariates.
  @inlinable static var firstAnalyte: Int { 1 + Covariate.count }
  /// The set of analytes that are given as bits by ordinal.
  @inlinable @inline(__always) public init(analytes bits: UInt64) {
    rawValue = UInt128(bits) &<< UInt128(truncatingIfNeeded: Self.firstAnalyte)
  }
  /// The set of one covariate.
  @inlinable public init(_ covariate: Covariate) { rawValue = 1 &<< UInt128(truncatingIfNeeded: 1 + covariate.ordinal) }
  /// Age.
  public static let age = InputSet(rawValue: 1)

  /// Names as in the columns of `patients.csv`, in the order of the dictionary.
  public var names: [String] {
    var result = Analyte.allCases.filter { contains(InputSet($0)) }.map(\.name)
    if contains(.age) { result.append("age") }
    result += Covariate.allCases.filter { contains(InputSet($0)) }.map(\.rawValue)
    return result
  }
}

/// An index of one visit: a value or the reason why there is none.
public struct IndexValue: Sendable, Equatable {
  /// The value in the unit of the definition; NaN where there is none.
  public var value: Double
  /// What came of it.
  public var status: IndexStatus
  /// Why, or with what caveat.
  public var reason: IndexReason
  /// The inputs that are missing, where that is the reason.
  public var missing: InputSet

  /// All parts at once.
  @inlinable public init(value: Double, status: IndexStatus, reason: IndexReason = .none, missing: InputSet = []) {
    self.value = value
    self.status = status
    self.reason = reason
    self.missing = missing
  }
  /// A value, possibly with a caveat.
  @inlinable public static func computed(_ value: Double, caveat: IndexReason = .none) -> IndexValue {
    IndexValue(value: value, status: .computed, reason: caveat)
  }
  /// No value for want of inputs.
  @inlinable public static func missing(_ inputs: InputSet) -> IndexValue {
    IndexValue(value: .nan, status: .notComputable, reason: .missingInput, missing: inputs)
  }
  /// No value for a reason other than a missing input.
  @inlinable public static func none(_ status: IndexStatus, _ reason: IndexReason) -> IndexValue {
    IndexValue(value: .nan, status: status, reason: reason)
  }
}

/// What an index is: its formula, unit, limits and source. One definition serves the code, the tables and the report.
public struct IndexDefinition: Sendable {
  /// Column name, as `homa_ir`.
  public let id: String
  /// Name for people, as `HOMA-IR`.
  public let name: String
  /// The formula as published.
  public let formula: String
  /// Unit; `1` where there is none.
  public let unit: String
  /// What it needs.
  public let inputs: InputSet
  /// The range in which it holds, in words.
  public let validity: String
  /// A cut-off with its meaning, or why there is none.
  public let cutoff: String
  /// What to mind in chronic kidney disease; empty where nothing.
  public let caveat: String
  /// Primary source with DOI.
  public let source: String
  /// Labels of a coded index by value (1 is the first), empty for numbers.
  public let levels: [String]

  /// All parts at once.
  public init(
    id: String, name: String, formula: String, unit: String, inputs: InputSet, validity: String, cutoff: String,
    caveat: String = "", source: String, levels: [String] = []
  ) {
    self.id = id
    self.name = name
    self.formula = formula
    self.unit = unit
    self.inputs = inputs
    self.validity = validity
    self.cutoff = cutoff
    self.caveat = caveat
    self.source = source
    self.levels = levels
  }

  /// The value as text: the label of a level, or nil where there is no value.
  public func level(of value: IndexValue) -> String? {
    guard !levels.isEmpty, value.value >= 1, value.value <= Double(levels.count) else { return nil }
    return levels[Int(value.value) - 1]
  }
}

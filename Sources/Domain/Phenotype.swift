/// The three insulin-sensitive tissues of the model.
public enum Tissue: Int, CaseIterable, Sendable {
  case muscle, liver, adipose
  /// As in column names.
  public var name: String {
    switch self {
    case .muscle: "muscle"
    case .liver: "liver"
    case .adipose: "adipose"
    }
  }
}

extension Tissue {
  /// In a sentence.
  public var inWords: String {
    switch self {
    case .muscle: "muscle"
    case .liver: "liver"
    case .adipose: "adipose tissue"
    }
  }
}

/// The four parallel last links onto the insulin response.
public enum Arm: Int, CaseIterable, Sendable {
  case upstream, lipid, feedback, capacity
  /// As in column names.
  public var name: String {
    switch self {
    case .upstream: "upstream"
    case .lipid: "lipid"
    case .feedback: "feedback"
    case .capacity: "capacity"
    }
  }
}

/// The class of one draw.
public enum PhenotypeClass: Int, CaseIterable, Sendable {
  case sensitive, suppressed, overactivated, mixed
  /// As in column names.
  public var name: String {
    switch self {
    case .sensitive: "sensitive"
    case .suppressed: "suppressed"
    case .overactivated: "overactivated"
    case .mixed: "mixed"
    }
  }
}

/// The verdict of a visit: a class, or that the labs do not settle it.
public enum Verdict: UInt8, CaseIterable, Sendable {
  case indeterminate, sensitive, suppressed, overactivated, mixed
  /// As written in files.
  public var name: String {
    switch self {
    case .indeterminate: "indeterminate"
    case .sensitive: "sensitive"
    case .suppressed: "suppressed"
    case .overactivated: "overactivated"
    case .mixed: "mixed"
    }
  }
}

/// A quantity over the draws of a visit: median, 5th and 95th centile (R's type 7), and mean.
public struct DrawSummary: Sendable, Equatable {
  /// 50th centile.
  public var median: Double
  /// 5th centile.
  public var low: Double
  /// 95th centile.
  public var high: Double
  /// Mean; the arms of a tissue sum to that of its IR index.
  public var mean: Double
  /// All parts at once.
  public init(median: Double, low: Double, high: Double, mean: Double) {
    self.median = median
    self.low = low
    self.high = high
    self.mean = mean
  }
  /// No draws.
  public static let none = DrawSummary(median: .nan, low: .nan, high: .nan, mean: .nan)
}

/// What measuring a missing lab would do to the answer, from how the draws spread over what it could be.
public struct InformationGain: Sendable, Equatable {
  /// The lab.
  public var analyte: Analyte
  /// By how much the share of draws whose class is foretold rises when the lab is known, 0 to 1.
  public var settles: Double
  /// The share of the variance of the IR index of muscle that goes when the lab is known, 0 to 1.
  public var narrows: Double
  /// All parts at once.
  public init(analyte: Analyte, settles: Double, narrows: Double) {
    self.analyte = analyte
    self.settles = settles
    self.narrows = narrows
  }
}

/// What the mechanism says of one visit.
public struct PhenotypeResult: Sendable, Equatable {
  /// The verdict.
  public var verdict: Verdict
  /// A short code for why, as `probability_below_threshold`, `guard_mtor_inhibitor`, `clear`.
  public var reasonCode: String
  /// The same as a sentence in plain words.
  public var reason: String
  /// Shares of the draws by `PhenotypeClass`, summing to 1; NaN where nothing could be solved.
  public var probabilities: [Double]
  /// The same within each structural variant (A, then B).
  public var probabilitiesByVariant: [[Double]]
  /// The largest Monte-Carlo standard error of the four.
  public var monteCarloErrorMax: Double
  /// Draws used.
  public var draws: Int
  /// Draws left out because a solution was not certified.
  public var failedDraws: Int
  /// IR index at the probe, by `Tissue`: -ln(response / reference response); positive is resistant.
  public var insulinResistance: [DrawSummary]
  /// mTORC1 in the habitual state, by `Tissue`: log2(patient / reference).
  public var mtorc1: [DrawSummary]
  /// mTORC1 at the probe, by `Tissue`: log2(patient / reference). It does not decide: at equal insulin a resistant tissue
  /// always shows less.
  public var probeMTORC1: [DrawSummary]
  /// Mean Shapley values, by `Tissue` then `Arm`; they sum to the mean index of the tissue.
  public var arms: [[Double]]
  /// Labs of the mechanism that were not measured and were integrated over.
  public var labsMissing: [Analyte]
  /// What measuring each input that was drawn would do, the most telling first.
  public var gains: [InformationGain]
  /// What each driver makes of the answer, in the order of `Driver.allCases`; empty where that was not asked for.
  public var drivers: [DriverEffect]
  /// Codes of the guards that forced `indeterminate`.
  public var guards: [String]
  /// Sentences of caution that did not force it.
  public var caveats: [String]

  /// All parts at once.
  public init(
    verdict: Verdict, reasonCode: String, reason: String, probabilities: [Double], probabilitiesByVariant: [[Double]],
    monteCarloErrorMax: Double, draws: Int, failedDraws: Int, insulinResistance: [DrawSummary], mtorc1: [DrawSummary],
    probeMTORC1: [DrawSummary] = [], arms: [[Double]], labsMissing: [Analyte], gains: [InformationGain] = [],
    drivers: [DriverEffect] = [], guards: [String], caveats: [String]
  ) {
    self.verdict = verdict
    self.reasonCode = reasonCode
    self.reason = reason
    self.probabilities = probabilities
    self.probabilitiesByVariant = probabilitiesByVariant
    self.monteCarloErrorMax = monteCarloErrorMax
    self.draws = draws
    self.failedDraws = failedDraws
    self.insulinResistance = insulinResistance
    self.mtorc1 = mtorc1
    self.probeMTORC1 = probeMTORC1
    self.arms = arms
    self.labsMissing = labsMissing
    self.gains = gains
    self.drivers = drivers
    self.guards = guards
    self.caveats = caveats
  }
}

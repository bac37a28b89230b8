public import Domain

/// One draw of a person: what the model takes as true of them, every value known.
public struct Person: Sendable, Equatable {
  /// Only female or male in a draw: an unknown sex is drawn.
  public var sex: Sex
  /// Years.
  public var age: Double
  /// Any diabetes.
  public var diabetes: Bool
  /// Modality; decides the uraemic load where there is no GFR.
  public var dialysis: Dialysis
  /// Glomerular filtration rate, mL/min/1.73 m2. On dialysis it is not used.
  public var gfr: Double
  /// By `PopulationVariable`, in canonical units.
  public var values: [Double]
  /// Prealbumin in mg/L where it was measured: it is not drawn, since it is seldom asked for.
  public var prealbumin: Double?
  /// Kt/V: of a session on haemodialysis, of a week on peritoneal dialysis; where it is known.
  public var ktV: Double?
  /// What the kidneys of a person on dialysis still clear, mL/min, where it is known.
  public var residualClearance: Double?
  /// The filtration, mL/min/1.73 m2, under which leptin, adiponectin and cytokines were measured, where it has changed since: as
  /// much of them is made as then, so that what they do stays. The levels that come of it are not worked out.
  public var filtrationOfLabs: Double?

  /// All parts at once.
  public init(
    sex: Sex, age: Double, diabetes: Bool, dialysis: Dialysis, gfr: Double, values: [Double], prealbumin: Double? = nil,
    ktV: Double? = nil, residualClearance: Double? = nil
  ) {
    self.sex = sex
    self.age = age
    self.diabetes = diabetes
    self.dialysis = dialysis
    self.gfr = gfr
    self.values = values
    self.prealbumin = prealbumin
    self.ktV = ktV
    self.residualClearance = residualClearance
  }

  /// One value.
  public subscript(_ variable: PopulationVariable) -> Double { values[variable.rawValue] }
}

/// What is jointly distributed in the population, in the order of `Model/population.csv`.
public enum PopulationVariable: Int, CaseIterable, Sendable {
  case bmi, glucose, insulin, ffa, leptin, adiponectin, tnfAlpha, il6, crp, albumin, bicarbonate, vitaminD

  /// The number of variables.
  public static let count = allCases.count

  /// The analyte that measures it.
  public var analyte: Analyte {
    switch self {
    case .bmi: .bmi
    case .glucose: .glucose
    case .insulin: .insulin
    case .ffa: .ffa
    case .leptin: .leptin
    case .adiponectin: .adiponectin
    case .tnfAlpha: .tnfAlpha
    case .il6: .il6
    case .crp: .crp
    case .albumin: .albumin
    case .bicarbonate: .bicarbonate
    case .vitaminD: .vitaminD
    }
  }
}

/// What may drive an answer: an input, or inputs that belong together, which a counterfactual puts at the reference.
public enum Driver: String, CaseIterable, Sendable {
  case insulin, glucose, ffa, leptin, adiponectin
  case tnfAlpha = "tnf_alpha"
  case il6
  case kidney, nutrition, acidosis
  case vitaminD = "vitamin_d"

  /// The lab that it is; nil for what rests on several things.
  public var analyte: Analyte? {
    switch self {
    case .insulin: .insulin
    case .glucose: .glucose
    case .ffa: .ffa
    case .leptin: .leptin
    case .adiponectin: .adiponectin
    case .tnfAlpha: .tnfAlpha
    case .il6: .il6
    case .acidosis: .bicarbonate
    case .vitaminD: .vitaminD
    case .kidney: .egfr
    case .nutrition: nil
    }
  }

  /// Name for people.
  public var label: String {
    switch self {
    case .insulin: "Insulin"
    case .glucose: "Glucose"
    case .ffa: "Free fatty acids"
    case .leptin: "Leptin"
    case .adiponectin: "Adiponectin"
    case .tnfAlpha: "TNF-alpha"
    case .il6: "IL-6"
    case .kidney: "Kidney function and dialysis"
    case .nutrition: "Nutrition (BMI, albumin, prealbumin)"
    case .acidosis: "Bicarbonate"
    case .vitaminD: "Vitamin D"
    }
  }
}

/// What one driver makes of the answer of a visit: how the means over some draws would change had it been at the reference.
public struct DriverEffect: Sendable, Equatable {
  /// How many draws it is a mean of, where as many were made.
  public static let draws = 64

  /// What was put at the reference.
  public var driver: Driver
  /// Change of the IR index, by `Tissue`.
  public var insulinResistance: [Double]
  /// Change of habitual mTORC1, log2, by `Tissue`.
  public var mtorc1: [Double]

  /// All parts at once.
  public init(driver: Driver, insulinResistance: [Double], mtorc1: [Double]) {
    (self.driver, self.insulinResistance, self.mtorc1) = (driver, insulinResistance, mtorc1)
  }

  /// The largest change in any tissue, by size.
  public var size: Double { (insulinResistance + mtorc1).map(abs).max() ?? 0 }
}

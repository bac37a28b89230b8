import Domain

/// What may drive an answer: an input, or inputs that belong together, which a counterfactual puts at the reference.
public enum Driver: String, CaseIterable, Sendable {
  case insulin, glucose, ffa, leptin, adiponectin
  case tnfAlpha = "tnf_alpha"
  case il6
  case kidney, nutrition, acidosis
  case vitaminD = "vitamin_d"

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

  /// The person with this driver at the reference; a level that the kidney retains stays as measured.
  func atReference(_ person: Person, _ reference: Person) -> Person {
    var other = person
    func take(_ variables: PopulationVariable...) {
      for variable in variables { other.values[variable.rawValue] = reference[variable] }
    }
    switch self {
    case .insulin: take(.insulin)
    case .glucose: take(.glucose)
    case .ffa: take(.ffa)
    case .leptin: take(.leptin)
    case .adiponectin: take(.adiponectin)
    case .tnfAlpha: take(.tnfAlpha)
    case .il6: take(.il6)
    case .kidney:
      other.gfr = reference.gfr
      other.dialysis = .none
    case .nutrition:
      take(.bmi, .albumin)
      other.prealbumin = nil
    case .acidosis: take(.bicarbonate)
    case .vitaminD: take(.vitaminD)
    }
    return other
  }
}

import Domain

extension Driver {
  /// The person with this driver at the reference; as much of what the kidney retains is made as before.
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
      let measured = UraemicLoad.filtration(person)
      other.filtrationOfLabs = measured == reference.gfr ? nil : measured
    case .nutrition:
      take(.bmi, .albumin)
      other.prealbumin = nil
    case .acidosis: take(.bicarbonate)
    case .vitaminD: take(.vitaminD)
    }
    return other
  }
}

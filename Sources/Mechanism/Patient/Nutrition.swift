/// Supply of amino acids and energy, read from BMI, albumin and prealbumin.
///
/// Low albumin alone sets nothing, since inflammation lowers it too: the deficit is the second largest of the three
/// signs, plus a stated share of a low BMI that stands alone. All constants are provisional.
public struct Nutrition: Sendable, Equatable {
  /// 0 none to 1 full.
  public let deficit: Double
  /// 0 none, 1 at BMI 35, at most 1.5.
  public let excess: Double

  /// The nutrition of a person.
  public init(_ person: Person, _ constants: MappingConstants = .shipped) {
    func fall(_ value: Double, _ from: MappingConstants.Name, _ range: MappingConstants.Name) -> Double {
      min(max((constants[from] - value) / constants[range], 0), 1)
    }
    let bmi = fall(person[.bmi], .bmiDeficitFrom, .bmiDeficitRange)
    let inflammation = 1 + person[.crp] / constants[.albuminCRPHalf]
    let albumin = fall(person[.albumin], .albuminDeficitFrom, .albuminDeficitRange) / inflammation
    let prealbumin = person.prealbumin.map { fall($0, .prealbuminDeficitFrom, .prealbuminDeficitRange) } ?? 0
    let largest = max(bmi, albumin, prealbumin)
    let second = bmi + albumin + prealbumin - largest - min(bmi, albumin, prealbumin)
    deficit = min(1, second + (bmi == largest ? constants[.bmiLoneWeight] * (bmi - second) : 0))
    excess = min(max((person[.bmi] - constants[.bmiExcessFrom]) / constants[.bmiExcessRange], 0), 1.5)
  }

  /// Fasting plasma amino acids, mmol/L.
  public func aminoAcids(_ constants: MappingConstants) -> Double {
    constants[.aminoAcidsFasting]
      * (1 - constants[.aminoAcidsDeficit] * deficit + constants[.aminoAcidsExcess] * excess)
  }

  /// Energy supply relative to need.
  public func energySupply(_ constants: MappingConstants) -> Double {
    1 - constants[.energyDeficit] * deficit + constants[.energyExcess] * excess
  }
}

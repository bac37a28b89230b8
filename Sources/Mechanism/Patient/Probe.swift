import Domain

/// The in-silico clamp, the same for all: glucose 5.0 mmol/L, amino acids at the reference person's fasting level,
/// IGF-1 at its reference, FFA at a stated share of the person's own fasting value, insulin 430 pmol/L at muscle and
/// 100 pmol/L at liver and adipose tissue. The slow states stay where the habitual state has brought them.
public enum Probe {
  /// Insulin of the probe by tissue, pmol/L.
  static func insulin(_ constants: MappingConstants) -> [Double] {
    Tissue.allCases.map { tissue in
      switch tissue {
      case .muscle: constants[.probeInsulinMuscle]
      case .liver: constants[.probeInsulinLiver]
      case .adipose: constants[.probeInsulinAdipose]
      }
    }
  }

  /// The inputs of the probe.
  /// - Parameter habitual: the inputs of the same person's habitual state; what the clamp does not set stays.
  public static func inputs(
    _ person: Person, habitual: PlasmaInputs, _ constants: MappingConstants = .shipped
  ) -> PlasmaInputs {
    var inputs = habitual
    inputs[.insulinMuscle] = constants[.probeInsulinMuscle]
    inputs[.insulinLiver] = constants[.probeInsulinLiver]
    inputs[.insulinAdipose] = constants[.probeInsulinAdipose]
    inputs[.glucose] = constants[.probeGlucose]
    inputs[.aminoAcids] = constants[.aminoAcidsFasting]
    inputs[.ffa] = person[.ffa] * constants[.probeFFARatio]
    inputs[.igf1Drive] = 1
    return inputs
  }
}

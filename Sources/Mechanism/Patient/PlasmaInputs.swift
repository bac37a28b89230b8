import Domain

/// The inputs of the model for one person in one state, by the ids of the SBML file.
public struct PlasmaInputs: Sendable, Equatable {
  /// The inputs in the order in which they are given to the engine.
  public enum Input: Int, CaseIterable, Sendable {
    case insulinMuscle, insulinLiver, insulinAdipose, glucose, aminoAcids, ffa, leptin, leptinSexReference,
      adiponectin, adiponectinSexReference, tnfAlpha, il6, gfr, uraemicLoad, acidosis, vitaminDDeficit, igf1Drive,
      energySupply, variantB

    /// Its id in the SBML file.
    public var identifier: String {
      switch self {
      case .insulinMuscle: "insulin_m"
      case .insulinLiver: "insulin_l"
      case .insulinAdipose: "insulin_a"
      default: String(describing: self).inSnakeCase
      }
    }
  }

  /// By `Input`.
  public private(set) var values = Array(repeating: 0.0, count: Input.allCases.count)

  /// All zero.
  public init() {}

  /// One input.
  public subscript(_ input: Input) -> Double {
    get { values[input.rawValue] }
    set { values[input.rawValue] = newValue }
  }
}

/// The inputs of the model for one person in one state, by the ids of the SBML file.
public struct PlasmaInputs: Sendable, Equatable {
  /// The inputs in the order in which they are given to the engine.
  public enum Input: String, CaseIterable, Sendable {
    case insulinMuscle = "insulin_m"
    case insulinLiver = "insulin_l"
    case insulinAdipose = "insulin_a"
    case glucose
    case aminoAcids = "amino_acids"
    case ffa, leptin
    case leptinSexReference = "leptin_sex_reference"
    case adiponectin
    case adiponectinSexReference = "adiponectin_sex_reference"
    case tnfAlpha = "tnf_alpha"
    case il6, gfr
    case uraemicLoad = "uraemic_load"
    case acidosis
    case vitaminDDeficit = "vitamin_d_deficit"
    case igf1Drive = "igf1_drive"
    case energySupply = "energy_supply"
    case variantB = "variant_b"

    /// Its place among the inputs.
    public var ordinal: Int { Self.ordinals[rawValue] ?? 0 }
    private static let ordinals = Dictionary(
      uniqueKeysWithValues: allCases.enumerated().map { ($0.element.rawValue, $0.offset) })
  }

  /// By `Input.ordinal`.
  public private(set) var values = Array(repeating: 0.0, count: Input.allCases.count)

  /// All zero.
  public init() {}

  /// One input.
  public subscript(_ input: Input) -> Double {
    get { values[input.ordinal] }
    set { values[input.ordinal] = newValue }
  }
}

import Domain
public import Engine

/// The model compiled for the three questions that are put to it, for any parameter set of an ensemble.
public struct MechanismModel: Sendable {
  /// Ids of the parameters that differ from set to set, in the order of an ensemble's columns.
  public let parameters: [String]
  /// Plasma inputs in, slow states and mTORC1 out, everything settled.
  let habitual: EnsembleProgram
  /// Plasma inputs and slow states in, links and mTORC1 out, fast signalling settled.
  let probe: EnsembleProgram
  /// Insulin and links in: the insulin response as a feed-forward function of the links.
  let linked: EnsembleProgram

  /// States that move over days, by the SBML file's ids without the tissue; all are frozen at the probe.
  static let slowStates = ["grb10", "irs1_loss_feedback", "irs1_loss_stress", "capacity", "ectopic_lipid"]
  /// The slow states of all tissues in the order in which they are inputs of the probe.
  static let slowIdentifiers = Tissue.allCases.flatMap { tissue in slowStates.map { "\($0)_\(tissue.suffix)" } }
  /// The links by tissue, then arm.
  static let linkIdentifiers = Tissue.allCases.flatMap { tissue in
    Arm.allCases.map { "link_\($0.name)_\(tissue.suffix)" }
  }
  static let mtorc1Identifiers = Tissue.allCases.map { "mtorc1_\($0.suffix)" }
  static let readoutIdentifiers = Tissue.allCases.map { "insulin_readout_\($0.suffix)" }
  static let insulinInputs = Tissue.allCases.map { "insulin_\($0.suffix)" }

  /// Compiles a model that has the ids of `Model/mtorc1.xml`.
  /// - Parameter parameters: ids of global parameters that each case is given, as an ensemble names them; the file's own
  ///   values stand for all others.
  /// - Throws: an ``EngineError`` that names the element which is missing or refused.
  public init(_ model: Model, parameters: [String] = []) throws(EngineError) {
    self.parameters = parameters
    let plasma = PlasmaInputs.Input.allCases.map(\.identifier)
    habitual = try EnsembleProgram(
      model, inputs: plasma, wanted: Self.slowIdentifiers + Self.mtorc1Identifiers, parameters: parameters)
    probe = try EnsembleProgram(
      model, inputs: plasma + Self.slowIdentifiers, wanted: Self.linkIdentifiers + Self.mtorc1Identifiers,
      parameters: parameters)
    linked = try EnsembleProgram(
      model, inputs: Self.insulinInputs + Self.linkIdentifiers, wanted: Self.readoutIdentifiers, parameters: parameters)
  }

  /// The model that ships with this version, for sets of these parameters: those of the ensemble that ships with it.
  /// - Throws: an ``EngineError`` if the embedded file cannot be read, which would be a fault of the build.
  public static func shipped(
    parameters: [String] = ParameterEnsemble.shipped.parameters
  ) throws(EngineError) -> MechanismModel {
    return try MechanismModel(
      MechanismResources.readModel(), parameters: parameters)
  }
}

extension Tissue {
  /// How ids of the SBML file end.
  var suffix: String {
    switch self {
    case .muscle: "m"
    case .liver: "l"
    case .adipose: "a"
    }
  }
}

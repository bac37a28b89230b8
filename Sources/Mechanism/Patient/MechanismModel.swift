import CResources
import Domain
public import Engine

/// The model compiled for the three questions that are put to it.
public struct MechanismModel: Sendable {
  /// Plasma inputs in, everything settled.
  let habitual: SteadyStateProgram
  /// Plasma inputs and slow states in, fast signalling settled.
  let probe: SteadyStateProgram
  /// Insulin and links in: the insulin response as a feed-forward function of the links, everything else at the file's
  /// own values, which the response does not see.
  let linked: SteadyStateProgram

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

  /// Places of what is read among the outputs of each program.
  let habitualSlow: [Int]
  let habitualMTORC1: [Int]
  let probeLinks: [Int]
  let linkedReadouts: [Int]

  /// Compiles a model that has the ids of `Model/mtorc1.xml`.
  /// - Throws: an ``EngineError`` that names the element which is missing or refused.
  public init(_ model: Model) throws(EngineError) {
    let plasma = PlasmaInputs.Input.allCases.map(\.rawValue)
    // In the patient context plasma is given. Plasma insulin itself is held and unread: each tissue's is given.
    habitual = try SteadyStateProgram(model: model, inputs: plasma, clamped: ["insulin"])
    probe = try SteadyStateProgram(model: model, inputs: plasma + Self.slowIdentifiers, clamped: ["insulin"])
    // With the links given, most of the model cannot reach the insulin response: it is held still, not solved.
    let given = Self.insulinInputs + Self.linkIdentifiers
    let reach = ModelReach(model, variables: Self.readoutIdentifiers, cut: given)
    linked = try SteadyStateProgram(
      model: model, inputs: given, clamped: reach.unreachedSpecies, wanted: Self.readoutIdentifiers)
    habitualSlow = try Self.places(Self.slowIdentifiers, habitual)
    habitualMTORC1 = try Self.places(Self.mtorc1Identifiers, habitual)
    probeLinks = try Self.places(Self.linkIdentifiers, probe)
    linkedReadouts = try Self.places(Self.readoutIdentifiers, linked)
  }

  private static func places(_ names: [String], _ program: SteadyStateProgram) throws(EngineError) -> [Int] {
    var places: [Int] = []
    for name in names {
      guard let place = program.outputs.firstIndex(of: name) else {
        throw EngineError(
          .unknownIdentifier,
          "The model has no species or assigned variable \(name), which the mapping of patients reads.", element: name)
      }
      places.append(place)
    }
    return places
  }

  /// The model that ships with this version.
  /// - Throws: an ``EngineError`` if the embedded file cannot be read, which would be a fault of the build.
  public static func shipped() throws(EngineError) -> MechanismModel {
    let resource = rheostat_mtorc1_xml()
    let bytes = UnsafeRawBufferPointer(start: resource.bytes, count: resource.count)
    return try MechanismModel(Model(sbml: bytes, name: "mtorc1"))
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

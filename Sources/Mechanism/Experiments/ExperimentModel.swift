import Domain
public import Engine

/// The model compiled for experiments: plasma held or free, everything settled or the slow states frozen, the
/// calibrated parameters given with each case.
public struct ExperimentModel: Sendable {
  /// Everything settled, plasma held.
  let held: SteadyStateProgram
  /// Everything settled, plasma moving.
  let free: SteadyStateProgram
  /// Slow states and plasma given.
  let acute: SteadyStateProgram

  /// Ids of the calibrated parameters, in the order in which sets give their values.
  public let parameters: [String]
  /// Ids that conditions change: inputs of the model and experiments, in the order of the file.
  let exogenous: [String]
  /// Their values in the file.
  let defaults: [Double]
  /// Parameters that hold the reference state's own fluxes, and the variables that they hold.
  let references: [(parameter: String, variable: String)]
  /// Species of plasma in the experiment context.
  static let plasma = ["glucose", "insulin", "ffa", "leptin", "adiponectin"]
  /// What stands for plasma where it is held.
  static let heldPlasma = ["glucose", "ffa", "leptin", "adiponectin"] + MechanismModel.insulinInputs

  /// Compiles a model with the ids of `Model/mtorc1.xml`.
  /// - Parameter parameters: ids that each case gives.
  /// - Throws: an ``EngineError`` that names what is missing or refused.
  public init(_ model: Model, parameters: [String]) throws(EngineError) {
    self.parameters = parameters
    let inputs = model.parameters.filter { ["Input", "Switch", "Experiment"].contains($0.name.prefix { $0.isLetter }) }
    exogenous = inputs.map(\.id)
    defaults = inputs.map { $0.value ?? .nan }
    references = model.parameters.filter { $0.id.hasSuffix("_reference") && $0.value != nil }.compactMap { one in
      let variable = String(one.id.dropLast("_reference".count))
      return model.rules.contains { $0.kind == .assignment && $0.variable == variable } ? (one.id, variable) : nil
    }
    let given = exogenous + parameters + references.map(\.parameter)
    held = try SteadyStateProgram(model: model, inputs: given + Self.heldPlasma, clamped: ["insulin"])
    free = try SteadyStateProgram(model: model, inputs: given)
    acute = try SteadyStateProgram(
      model: model, inputs: given + Self.heldPlasma + MechanismModel.slowIdentifiers, clamped: ["insulin"])
  }

  /// Ids that a readout can name where plasma is held, in the order of the model.
  package var readable: [String] { held.outputs }

  /// The model that ships with this version, for sets of the parameters of an ensemble.
  /// - Throws: an ``EngineError`` if the embedded file cannot be read, which would be a fault of the build.
  public static func shipped(parameters: [String] = ParameterEnsemble.shipped.parameters) throws(EngineError) -> Self {
    return try ExperimentModel(MechanismResources.readModel(), parameters: parameters)
  }
}

import Engine

/// A program that solves one question under any parameter set of an ensemble.
///
/// With its inputs given, most of a model cannot reach what is asked for: species out of reach are held still, not
/// solved, and parameters out of reach are no inputs.
struct EnsembleProgram: Sendable {
  /// Its inputs are those asked for, then the parameters in reach; its outputs are those asked for.
  let program: SteadyStateProgram
  /// The columns of the ensemble that hold the parameters in reach.
  let columns: [Int]

  /// - Parameters:
  ///   - inputs: ids given case by case.
  ///   - wanted: ids of species and of variables of rules, the outputs.
  ///   - parameters: ids of the ensemble's columns.
  /// - Throws: an ``EngineError`` that names the element which is missing or refused.
  init(_ model: Model, inputs: [String], wanted: [String], parameters: [String]) throws(EngineError) {
    for id in parameters where !model.parameters.contains(where: { $0.id == id }) {
      throw EngineError(.unknownIdentifier, "the model has no global parameter of this name; correct it", element: id)
    }
    let reach = ModelReach(model, variables: wanted, cut: inputs)
    columns = parameters.indices.filter { reach.includes(parameters[$0]) }
    program = try SteadyStateProgram(
      model: model, inputs: inputs + columns.map { parameters[$0] }, clamped: reach.unreachedSpecies, wanted: wanted)
  }
}

import Domain
import Engine

/// The model compiled for treatments in the patient context: the habitual state, the course of all states from there, and
/// the clamp at any time of it.
struct TreatmentModel: Sendable {
  /// Ids of treatments and knockouts, with what they are without any.
  let treatments: [(id: String, normal: Double)]
  /// States of the tissues, in the order in which a course begins with them.
  let states: [String]
  /// Plasma inputs and treatments in; states out.
  let habitual: EnsembleProgram
  /// Plasma inputs, treatments and parameters in, the states at the start; slow states and readouts out.
  let course: TimeCourseProgram
  /// As those of ``MechanismModel``, with treatments.
  let probe, linked: EnsembleProgram
  /// Ids of what is read off a course, besides the slow states.
  let readouts: [String]

  init(parameters: [String], readouts: [String]) throws(EngineError) {
    let model = try MechanismResources.readModel()
    treatments = model.parameters.filter { $0.name.hasPrefix("Experiment") }.map { ($0.id, $0.value ?? .nan) }
    states = model.species.map(\.id).filter { !ExperimentModel.plasma.contains($0) }
    self.readouts = readouts
    let plasma = PlasmaInputs.Input.allCases.map(\.identifier)
    let given = plasma + treatments.map(\.id)
    habitual = try EnsembleProgram(model, inputs: given, wanted: states, parameters: parameters)
    course = try TimeCourseProgram(
      model: model, inputs: given + parameters,
      outputs: (MechanismModel.slowIdentifiers + readouts).map { .value($0) }, clamped: ["insulin"],
      initialValues: states)
    probe = try EnsembleProgram(
      model, inputs: given + MechanismModel.slowIdentifiers, wanted: MechanismModel.linkIdentifiers,
      parameters: parameters)
    linked = try EnsembleProgram(
      model, inputs: MechanismModel.insulinInputs + treatments.map(\.id) + MechanismModel.linkIdentifiers,
      wanted: MechanismModel.readoutIdentifiers, parameters: parameters)
  }
}

/// Inputs of one person in one state: plasma, then treatments.
struct TreatedInputs {
  var values: [Double]
  private let places: [String: Int]

  init(_ plasma: PlasmaInputs, _ model: TreatmentModel) {
    values = plasma.values + model.treatments.map(\.normal)
    let names = PlasmaInputs.Input.allCases.map(\.identifier) + model.treatments.map(\.id)
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
  }

  /// Applies changes but for those of inputs that something else sets.
  mutating func apply(_ changes: [Change], except held: Set<String> = []) {
    for change in changes where !held.contains(change.identifier) {
      if let place = places[change.identifier] { values[place] = change.applied(to: values[place]) }
    }
  }

  /// The treatments alone.
  var treatments: ArraySlice<Double> { values[PlasmaInputs.Input.allCases.count...] }
}

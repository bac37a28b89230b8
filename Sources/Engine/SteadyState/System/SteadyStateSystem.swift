/// The equations of a model's steady state: unknowns, their rates, the scales of these, starts and outputs, as nodes.
struct SteadyStateSystem {
  typealias NodeID = ExpressionGraph.NodeID

  var graph: ExpressionGraph
  /// What varies from case to case; input k is the variable k.
  let request: CaseRequest
  /// The unknowns, in the order of the file; unknown k is the variable request.count + k.
  let states: [String]
  /// Whether an unknown is a species, and so may not be negative.
  let isSpecies: [Bool]
  /// The rates of the unknowns.
  let rates: [NodeID]
  /// The scales of these.
  let scales: [NodeID]
  /// The rates of the species that conserved totals express, and their scales: sums of the others' in theory, but equations
  /// of their own when a state is judged.
  let dependentRates: [NodeID]
  let dependentScales: [NodeID]
  let starts: [NodeID]
  let outputs: [String]
  let outputNodes: [NodeID]
  /// Species expressed by conserved totals; like every species they should not be negative.
  let dependents: [NodeID]
  /// For each of them, the size of what it is the difference of.
  let dependentSizes: [NodeID]
  /// For each species a size in its own unit: its start, or for a dependent one the size of its total.
  let sizes: [NodeID]
  /// How many of the outputs, the first ones, are species.
  let speciesCount: Int

  init(model: Model, request: CaseRequest, options: SteadyStateOptions) throws(EngineError) {
    var system = try DynamicSystem(model: model, request: request, isTimed: false, eliminatesMoieties: true)
    let rates = try system.rates()
    var magnitudes: [NodeID: NodeID] = [:]
    var scales: [NodeID] = []
    for (id, rate) in zip(system.states, rates) {
      scales.append(try Self.scale(of: id, rate, in: &system, &magnitudes, options))
    }
    var dependentRates: [NodeID] = []
    var dependentScales: [NodeID] = []
    for id in system.dependents {
      let rate = try system.lowering.rate(ofState: id, .current)
      dependentRates.append(rate)
      dependentScales.append(try Self.scale(of: id, rate, in: &system, &magnitudes, options))
    }

    let dependents = try system.values(of: system.dependents)
    let dependentSizes = dependents.map { system.lowering.graph.magnitude(of: $0, known: &magnitudes) }
    let starts = try system.starts()
    let speciesIDs = Set(model.species.map(\.id))
    var outputs = model.species.map(\.id)
    outputs += model.rules.filter { $0.kind == .assignment && !speciesIDs.contains($0.variable) }.map(\.variable)
    outputs += model.rules.filter { $0.kind == .rate && !speciesIDs.contains($0.variable) }.map(\.variable)
    let outputNodes = try system.values(of: outputs)
    var sizes: [NodeID] = []
    for species in model.species {
      if let place = system.dependents.firstIndex(of: species.id) {
        sizes.append(dependentSizes[place])
      } else {
        let start = try system.lowering.value(of: species.id, .initial)
        sizes.append(system.lowering.graph.make(.absolute, start))
      }
    }

    self.graph = system.lowering.graph
    self.request = request
    self.states = system.states
    self.isSpecies = system.isSpecies
    self.rates = rates
    self.scales = scales
    self.dependentRates = dependentRates
    self.dependentScales = dependentScales
    self.dependentSizes = dependentSizes
    self.sizes = sizes
    self.starts = starts
    self.outputs = outputs
    self.outputNodes = outputNodes
    self.dependents = dependents
    self.speciesCount = model.species.count
  }

  /// What the rate of a state is compared with: the sizes of its terms, and a share of what its rounding errors are
  /// proportional to.
  private static func scale(
    of id: String, _ rate: NodeID, in system: inout DynamicSystem, _ magnitudes: inout [NodeID: NodeID],
    _ options: SteadyStateOptions
  ) throws(EngineError) -> NodeID {
    func scale(_ node: NodeID, _ graph: inout ExpressionGraph) -> NodeID {
      let sum = graph.terms(of: node).reduce(graph.constant(0)) { graph.make(.add, $0, graph.make(.absolute, $1)) }
      let share = graph.constant(options.cancellationShare)
      return graph.make(.add, sum, graph.make(.multiply, share, graph.magnitude(of: node, known: &magnitudes)))
    }
    guard system.lowering.rule(for: id) == nil, case .species(let place) = system.lowering.symbol(id) else {
      return scale(rate, &system.lowering.graph)
    }
    let change = try system.lowering.change(of: system.lowering.model.species[place], .current)
    var size = system.lowering.graph.constant(0)
    for part in change.parts {
      let speed = try system.lowering.rate(ofReaction: part.reaction, .current)
      let weight = system.lowering.graph.make(.absolute, part.stoichiometry)
      let term = system.lowering.graph.make(.multiply, weight, scale(speed, &system.lowering.graph))
      size = system.lowering.graph.make(.add, size, term)
    }
    let factor = try system.lowering.extentFactor(of: change.species, .current)
    return system.lowering.graph.make(.multiply, size, system.lowering.graph.make(.absolute, factor))
  }
}

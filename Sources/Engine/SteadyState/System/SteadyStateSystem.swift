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
  let rates: [NodeID]
  let scales: [NodeID]
  /// The scales without the share for sums that cancel: never larger.
  let strictScales: [NodeID]
  let starts: [NodeID]
  let outputs: [String]
  let outputNodes: [NodeID]
  /// Species expressed by conserved totals; like every species they should not be negative.
  let dependents: [NodeID]
  /// How many of the outputs, the first ones, are species.
  let speciesCount: Int

  init(model: Model, request: CaseRequest, options: SteadyStateOptions) throws(EngineError) {
    var system = try DynamicSystem(model: model, request: request, isTimed: false, eliminatesMoieties: true)
    let rates = try system.rates()

    // The scales of the rates.
    var scales: [NodeID] = []
    var strictScales: [NodeID] = []
    var magnitudes: [NodeID: NodeID] = [:]
    func strictScale(_ node: NodeID, _ graph: inout ExpressionGraph) -> NodeID {
      graph.terms(of: node).reduce(graph.constant(0)) { graph.make(.add, $0, graph.make(.absolute, $1)) }
    }
    func scale(_ node: NodeID, _ graph: inout ExpressionGraph) -> NodeID {
      let sum = strictScale(node, &graph)
      let share = graph.constant(options.cancellationShare)
      return graph.make(.add, sum, graph.make(.multiply, share, graph.magnitude(of: node, known: &magnitudes)))
    }
    for (index, id) in system.states.enumerated() {
      guard system.lowering.rule(for: id) == nil, case .species(let place) = system.lowering.symbol(id) else {
        scales.append(scale(rates[index], &system.lowering.graph))
        strictScales.append(strictScale(rates[index], &system.lowering.graph))
        continue
      }
      let change = try system.lowering.change(of: model.species[place], .current)
      let factor = try system.lowering.extentFactor(of: change.species, .current)
      var size = system.lowering.graph.constant(0)
      var strictSize = size
      for part in change.parts {
        let speed = try system.lowering.rate(ofReaction: part.reaction, .current)
        let weight = system.lowering.graph.make(.absolute, part.stoichiometry)
        let term = system.lowering.graph.make(.multiply, weight, scale(speed, &system.lowering.graph))
        size = system.lowering.graph.make(.add, size, term)
        let strictTerm = system.lowering.graph.make(.multiply, weight, strictScale(speed, &system.lowering.graph))
        strictSize = system.lowering.graph.make(.add, strictSize, strictTerm)
      }
      let weight = system.lowering.graph.make(.absolute, factor)
      scales.append(system.lowering.graph.make(.multiply, size, weight))
      strictScales.append(system.lowering.graph.make(.multiply, strictSize, weight))
    }

    let dependents = try system.values(of: system.dependents)
    let starts = try system.starts()
    let speciesIDs = Set(model.species.map(\.id))
    var outputs = model.species.map(\.id)
    outputs += model.rules.filter { $0.kind == .assignment && !speciesIDs.contains($0.variable) }.map(\.variable)
    outputs += model.rules.filter { $0.kind == .rate && !speciesIDs.contains($0.variable) }.map(\.variable)
    let outputNodes = try system.values(of: outputs)

    self.graph = system.lowering.graph
    self.request = request
    self.states = system.states
    self.isSpecies = system.isSpecies
    self.rates = rates
    self.scales = scales
    self.strictScales = strictScales
    self.starts = starts
    self.outputs = outputs
    self.outputNodes = outputNodes
    self.dependents = dependents
    self.speciesCount = model.species.count
  }
}

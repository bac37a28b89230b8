/// The equations of a model's steady state: unknowns, their rates, the scales of these, starts and outputs, as nodes.
struct SteadyStateSystem {
  typealias NodeID = ExpressionGraph.NodeID

  var graph: ExpressionGraph
  /// What varies from case to case; input k is the variable k.
  let request: SteadyStateRequest
  /// The unknowns, in the order of the file; unknown k is the variable request.count + k.
  let states: [String]
  /// Whether an unknown is a species, and so may not be negative.
  let isSpecies: [Bool]
  let rates: [NodeID]
  let scales: [NodeID]
  let starts: [NodeID]
  let outputs: [String]
  let outputNodes: [NodeID]
  /// Species expressed by conserved totals; like every species they should not be negative.
  let dependents: [NodeID]
  /// How many of the outputs, the first ones, are species.
  let speciesCount: Int

  /// More unknowns than this would need gigabytes of workspace for the dense fallback.
  static let maximumStateCount = 1_000
  static let maximumReactionCount = 10_000

  init(model: Model, request: SteadyStateRequest, options: SteadyStateOptions) throws(EngineError) {
    var lowering = Lowering(
      model: model, inputs: try request.positions(of: .held), initialInputs: try request.positions(of: .initial),
      held: Set(request.clamped))
    try request.check(lowering)
    let fixed = Set(request.ids(of: .held) + request.clamped)

    // Which equations there are. A scratch copy in which everything that can move is a variable tells which
    // stoichiometries are numbers; the moieties they conserve tell which species are unknowns.
    let rateRules = model.rules.filter { $0.kind == .rate && !fixed.contains($0.variable) }
    let ruled = Set(rateRules.map(\.variable))
    var scratch = lowering
    let moving = model.species.filter { Self.canMove($0, fixed, lowering) }
    guard moving.count + rateRules.count <= Self.maximumStateCount, model.reactions.count <= Self.maximumReactionCount
    else {
      throw EngineError(
        .unsupported,
        "the model has \(moving.count) species and \(model.reactions.count) reactions; at most "
          + "\(Self.maximumStateCount) and \(Self.maximumReactionCount) are solved", element: model.id)
    }
    for (index, id) in (moving.map(\.id) + ruled.sorted()).enumerated() {
      scratch.current[id] = scratch.graph.variable(request.count + index)
    }
    let candidates = try Self.changes(of: moving, &scratch)
    let moieties = Conservation.find(among: candidates, scratch)
    let dependent = Set(moieties.map { candidates[$0.dependent].species.id })
    var states = candidates.map(\.species.id).filter { !dependent.contains($0) }
    let unknownSpecies = Set(states)
    for rule in rateRules { states.append(rule.variable) }
    for (index, id) in states.enumerated() { lowering.current[id] = lowering.graph.variable(request.count + index) }
    for moiety in moieties { try Conservation.express(moiety, among: candidates, &lowering) }
    let changes = try Self.changes(of: moving.filter { unknownSpecies.contains($0.id) }, &lowering)

    // Their rates and the scales of these.
    var rates: [NodeID] = []
    var scales: [NodeID] = []
    var magnitudes: [NodeID: NodeID] = [:]
    func scale(_ node: NodeID, _ graph: inout ExpressionGraph) -> NodeID {
      var sum = graph.constant(0)
      for term in graph.terms(of: node) { sum = graph.make(.add, sum, graph.make(.absolute, term)) }
      let share = graph.constant(options.cancellationShare)
      return graph.make(.add, sum, graph.make(.multiply, share, graph.magnitude(of: node, known: &magnitudes)))
    }
    for change in changes {
      var rate = lowering.graph.constant(0)
      var size = lowering.graph.constant(0)
      for part in change.parts {
        let speed = try lowering.rate(ofReaction: part.reaction, .current)
        rate = lowering.graph.make(.add, rate, lowering.graph.make(.multiply, part.stoichiometry, speed))
        let weight = lowering.graph.make(.absolute, part.stoichiometry)
        size = lowering.graph.make(.add, size, lowering.graph.make(.multiply, weight, scale(speed, &lowering.graph)))
      }
      let factor = try change.factor(&lowering)
      rates.append(lowering.graph.make(.multiply, rate, factor))
      scales.append(lowering.graph.make(.multiply, size, lowering.graph.make(.absolute, factor)))
    }
    for rule in rateRules {
      let rate = try lowering.lower(rule.math, in: [:], .current, element: rule.variable)
      rates.append(rate)
      scales.append(scale(rate, &lowering.graph))
    }

    var dependents: [NodeID] = []
    for moiety in moieties {
      dependents.append(try lowering.value(of: candidates[moiety.dependent].species.id, .current))
    }
    let givenStarts = try request.positions(of: .start)
    for id in givenStarts.keys.sorted() where !states.contains(id) {
      throw EngineError(
        .invalidRequest, "it is no unknown of this program, so it has no start; leave it out", element: id)
    }
    var starts: [NodeID] = []
    for id in states {
      if let given = givenStarts[id] {
        starts.append(lowering.graph.variable(given))
      } else {
        starts.append(try lowering.value(of: id, .initial))
      }
    }
    let speciesIDs = Set(model.species.map(\.id))
    var outputs = model.species.map(\.id)
    outputs += model.rules.filter { $0.kind == .assignment && !speciesIDs.contains($0.variable) }.map(\.variable)
    outputs += model.rules.filter { $0.kind == .rate && !speciesIDs.contains($0.variable) }.map(\.variable)
    var outputNodes: [NodeID] = []
    for id in outputs { outputNodes.append(try lowering.value(of: id, .current)) }

    self.graph = lowering.graph
    self.request = request
    self.states = states
    self.isSpecies = states.map { speciesIDs.contains($0) }
    self.rates = rates
    self.scales = scales
    self.starts = starts
    self.outputs = outputs
    self.outputNodes = outputNodes
    self.dependents = dependents
    self.speciesCount = model.species.count
  }

  /// Whether reactions may change a species.
  private static func canMove(_ species: Species, _ fixed: Set<String>, _ lowering: Lowering) -> Bool {
    !species.isBoundary && !species.isConstant && !fixed.contains(species.id) && lowering.rule(for: species.id) == nil
  }

  /// The given species with their net stoichiometries; those in no reaction are left out: they keep their start.
  private static func changes(
    of moving: [Species], _ lowering: inout Lowering
  ) throws(EngineError) -> [SpeciesChange] {
    var changes = moving.map { SpeciesChange(species: $0, parts: []) }
    var position: [String: Int] = [:]
    for (index, species) in moving.enumerated() { position[species.id] = index }
    for (index, reaction) in lowering.model.reactions.enumerated() {
      var net: [(place: Int, node: NodeID)] = []
      for (references, operation) in [(reaction.reactants, Operation.subtract), (reaction.products, .add)] {
        for reference in references {
          guard let place = position[reference.species] else { continue }
          let value = try lowering.stoichiometry(reference, .current)
          if let found = net.firstIndex(where: { $0.place == place }) {
            net[found].node = lowering.graph.make(operation, net[found].node, value)
          } else {
            net.append((place, lowering.graph.make(operation, lowering.graph.constant(0), value)))
          }
        }
      }
      for (place, node) in net where lowering.graph.constantValue(node) != 0 {
        changes[place].parts.append((index, node))
      }
    }
    return changes.filter { !$0.parts.isEmpty }
  }
}

/// How reactions change one species.
struct SpeciesChange {
  let species: Species
  /// Reactions with the species' net stoichiometry in them.
  var parts: [(reaction: Int, stoichiometry: ExpressionGraph.NodeID)]

  /// What turns reaction extent per time into the rate of the value that the species' id stands for.
  func factor(_ lowering: inout Lowering) throws(EngineError) -> ExpressionGraph.NodeID {
    var factor = lowering.graph.constant(1)
    if let id = species.conversionFactor ?? lowering.model.conversionFactor {
      factor = try lowering.value(of: id, .current)
    }
    if !species.hasOnlySubstanceUnits {
      factor = lowering.graph.make(.divide, factor, try lowering.value(of: species.compartment, .current))
    }
    return factor
  }
}

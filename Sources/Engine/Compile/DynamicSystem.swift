/// A model as ordinary differential equations, lowered for one choice of inputs and clamps: what steady states and time
/// courses share.
///
/// A species' state is the value its id means, or its amount where the id means a concentration in a compartment whose
/// size changes: amounts change by reactions only, so moieties are conserved in them whatever the sizes do.
struct DynamicSystem {
  typealias NodeID = ExpressionGraph.NodeID

  /// The graph with every name resolved.
  var lowering: Lowering
  let request: CaseRequest
  /// Species that reactions change, in the order of the file, then variables of rate rules in theirs.
  let states: [String]
  /// Whether a state is a species.
  let isSpecies: [Bool]
  /// Species that conserved totals and other species express, where these were asked to be eliminated.
  let dependents: [String]
  /// The variables' indices: inputs, then time where it has a value, then states.
  let firstState: Int

  /// More states than this would need gigabytes of workspace for the dense solvers.
  static let maximumStateCount = 1_000
  static let maximumReactionCount = 10_000

  /// - Parameters:
  ///   - isTimed: whether the csymbol time is a variable; without, expressions that use it are refused.
  ///   - eliminatesMoieties: whether one species of each conserved moiety is expressed by the others.
  init(
    model: Model, request: CaseRequest, isTimed: Bool, eliminatesMoieties: Bool
  ) throws(EngineError) {
    var lowering = Lowering(
      model: model, inputs: try request.positions(of: .held), initialInputs: try request.positions(of: .initial),
      held: Set(request.clamped))
    try request.check(lowering)
    let fixed = Set(request.ids(of: .held) + request.clamped)
    let firstState = request.count + (isTimed ? 1 : 0)
    if isTimed { lowering.time = lowering.graph.variable(request.count) }

    // Which equations there are. A scratch copy in which everything that can move is a variable tells which
    // stoichiometries are numbers; the moieties they conserve tell which species can be expressed by others.
    let ruled = model.rules.filter { $0.kind == .rate && !fixed.contains($0.variable) }.map(\.variable)
    let moving = model.species.filter { lowering.canMove($0) }
    guard moving.count + ruled.count <= Self.maximumStateCount, model.reactions.count <= Self.maximumReactionCount
    else {
      throw EngineError(
        .unsupported,
        "the model has \(moving.count) species and \(model.reactions.count) reactions; at most "
          + "\(Self.maximumStateCount) and \(Self.maximumReactionCount) are solved", element: model.id)
    }
    var scratch = lowering
    scratch.define(moving.map(\.id) + ruled.sorted(), from: firstState)
    var candidates: [SpeciesChange] = []
    for species in moving {
      let change = try scratch.change(of: species, .current)
      if !change.parts.isEmpty { candidates.append(change) }
    }
    let moieties = eliminatesMoieties ? Conservation.find(among: candidates, scratch) : []
    let dependents = moieties.map { candidates[$0.dependent].species.id }
    let excluded = Set(dependents)
    let species = candidates.map(\.species.id).filter { !excluded.contains($0) }
    lowering.define(species + ruled, from: firstState)
    for moiety in moieties { try Conservation.express(moiety, among: candidates, &lowering) }

    self.lowering = lowering
    self.request = request
    self.states = species + ruled
    self.isSpecies = species.map { _ in true } + ruled.map { id in model.species.contains { $0.id == id } }
    self.dependents = dependents
    self.firstState = firstState
  }

  /// The rate of each state.
  mutating func rates() throws(EngineError) -> [NodeID] {
    var nodes: [NodeID] = []
    for id in states { nodes.append(try lowering.rate(ofState: id, .current)) }
    return nodes
  }

  /// The start of each state.
  mutating func starts() throws(EngineError) -> [NodeID] {
    let given = try request.positions(of: .start)
    for id in given.keys.sorted() where !states.contains(id) {
      throw EngineError(
        .invalidRequest, "it is no unknown of this program, so it has no start; leave it out", element: id)
    }
    var nodes: [NodeID] = []
    for id in states {
      if let input = given[id] {
        nodes.append(lowering.graph.variable(input))
      } else {
        nodes.append(try lowering.state(of: id, .initial))
      }
    }
    return nodes
  }

  /// The values of names.
  mutating func values(of ids: [String]) throws(EngineError) -> [NodeID] {
    var nodes: [NodeID] = []
    for id in ids { nodes.append(try lowering.value(of: id, .current)) }
    return nodes
  }
}

extension Lowering {
  /// Makes names states: variables from `index` on stand for their values or amounts.
  fileprivate mutating func define(_ ids: [String], from index: Int) {
    for (offset, id) in ids.enumerated() {
      let variable = graph.variable(index + offset)
      if case .species(let place) = symbol(id), isDiluted(model.species[place]) {
        amounts[id] = variable
      } else {
        current[id] = variable
      }
    }
  }
}

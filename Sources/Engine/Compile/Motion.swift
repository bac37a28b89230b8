/// How a model's variables move: the rates of change of states, and the csymbol rateOf.
extension Lowering {
  typealias NodeID = ExpressionGraph.NodeID

  /// Whether reactions may change a species.
  func canMove(_ species: Species) -> Bool {
    !species.isBoundary && !species.isConstant && inputs[species.id] == nil && !held.contains(species.id)
      && rule(for: species.id) == nil
  }

  /// Whether a species' id means a concentration in a compartment whose size changes, so that its value moves with the
  /// size too and its amount is the better state.
  func isDiluted(_ species: Species) -> Bool {
    !species.hasOnlySubstanceUnits && inputs[species.compartment] == nil && rule(for: species.compartment) != nil
      && rule(for: species.id) == nil
  }

  /// A species' amount.
  mutating func amount(of species: Species, _ phase: Phase) throws(EngineError) -> NodeID {
    if phase == .current, let amount = amounts[species.id] { return amount }
    let value = try value(of: species.id, phase)
    if species.hasOnlySubstanceUnits { return value }
    return graph.make(.multiply, value, try self.value(of: species.compartment, phase))
  }

  /// What stands for a variable in the equations: the amount of a diluted species, else the value.
  mutating func state(of id: String, _ phase: Phase) throws(EngineError) -> NodeID {
    if case .species(let index) = symbol(id), isDiluted(model.species[index]) {
      return try amount(of: model.species[index], phase)
    }
    return try value(of: id, phase)
  }

  /// The reactions that change a species, with its net stoichiometry in each; those in which it cancels are left out.
  mutating func change(of species: Species, _ phase: Phase) throws(EngineError) -> SpeciesChange {
    var net: [(reaction: Int, stoichiometry: NodeID)] = []
    for part in participations[species.id] ?? [] {
      let value = try stoichiometry(part.reference, phase)
      let sum = net.last?.reaction == part.reaction ? net.removeLast().stoichiometry : graph.constant(0)
      net.append((part.reaction, graph.make(part.isProduct ? .add : .subtract, sum, value)))
    }
    return SpeciesChange(species: species, parts: net.filter { graph.constantValue($0.stoichiometry) != 0 })
  }

  /// What turns reaction extent per time into the rate of a species' state.
  mutating func extentFactor(of species: Species, _ phase: Phase) throws(EngineError) -> NodeID {
    var factor = graph.constant(1)
    if let id = species.conversionFactor ?? model.conversionFactor { factor = try value(of: id, phase) }
    if !species.hasOnlySubstanceUnits && !isDiluted(species) {
      factor = graph.make(.divide, factor, try value(of: species.compartment, phase))
    }
    return factor
  }

  /// The rate of change of a state, in the terms of ``state(of:_:)``; zero for what nothing changes.
  mutating func rate(ofState id: String, _ phase: Phase) throws(EngineError) -> NodeID {
    guard inputs[id] == nil, !held.contains(id) else { return graph.constant(0) }
    if let rule = rule(for: id) {
      guard rule.kind == .rate else {
        throw EngineError(
          .unsupported, "rateOf is not computed for what an assignment rule sets; write the rate out", element: id,
          line: line(of: id))
      }
      return try lower(rule.math, in: [:], phase, element: id)
    }
    guard case .species(let index) = symbol(id), canMove(model.species[index]) else { return graph.constant(0) }
    let species = model.species[index]
    var rate = graph.constant(0)
    for part in try change(of: species, phase).parts {
      let speed = try self.rate(ofReaction: part.reaction, phase)
      rate = graph.make(.add, rate, graph.make(.multiply, part.stoichiometry, speed))
    }
    return graph.make(.multiply, rate, try extentFactor(of: species, phase))
  }

  /// The csymbol rateOf: the rate of change of what an id means (SBML Level 3 Version 2 Core, section 3.4.6).
  mutating func rateOfValue(_ id: String, _ phase: Phase) throws(EngineError) -> NodeID {
    let what = phase == .current ? "current rate of " : "initial rate of "
    try enter(id, what)
    defer { leave(id, what) }
    switch symbol(id) {
    case nil:
      throw EngineError(.unknownIdentifier, "the model has nothing of this name; correct the expression", element: id)
    case .reaction:
      throw EngineError(
        .unsupported, "rateOf is not computed for reactions; write the rate out", element: id,
        line: line(of: id))
    case .species(let index) where isDiluted(model.species[index]) && inputs[id] == nil && !held.contains(id):
      // value = amount / size, so value' = (amount' - value size') / size.
      let species = model.species[index]
      let growth = graph.make(.multiply, try value(of: id, phase), try rateOfValue(species.compartment, phase))
      let change = graph.make(.subtract, try rate(ofState: id, phase), growth)
      return graph.make(.divide, change, try value(of: species.compartment, phase))
    default: return try rate(ofState: id, phase)
    }
  }
}

/// How reactions change one species.
struct SpeciesChange {
  let species: Species
  /// Reactions, ascending, with the species' net stoichiometry in them.
  var parts: [(reaction: Int, stoichiometry: ExpressionGraph.NodeID)]
}

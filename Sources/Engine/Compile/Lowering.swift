/// Resolves the names of a model and puts its expressions into a graph.
///
/// Two phases: in `current` a state stands for its unknown value; in `initial` every name has the value it has at the
/// start, with initial assignments applied. What never changes is the same in both. Rates are in Motion.swift.
struct Lowering {
  enum Phase { case initial, current }

  let model: Model
  var graph = ExpressionGraph()
  /// Names given from outside, with their index among the variables.
  let inputs: [String: Int]
  /// Names whose value at the start is given from outside, with their index among the variables.
  let initialInputs: [String: Int]
  /// Species kept at their start.
  let held: Set<String>
  /// Values that take the place of what the model says in the current phase: states, eliminated species.
  var current: [String: ExpressionGraph.NodeID] = [:]
  /// The amounts of species whose state is their amount, since their compartment's size changes.
  var amounts: [String: ExpressionGraph.NodeID] = [:]
  /// The csymbol time; nothing where time has no value.
  var time: ExpressionGraph.NodeID?
  /// Reactions in which a species is changed, ascending, with the references that say by how much.
  let participations: [String: [Participation]]
  private var initial: [String: ExpressionGraph.NodeID] = [:]

  private var symbols: [String: Symbol] = [:]
  private var functions: [String: Int] = [:]
  private var rules: [String: Int] = [:]
  private var initialAssignments: [String: Int] = [:]
  private var calls: [Call: ExpressionGraph.NodeID] = [:]
  private var lines: [String: Int] = [:]
  private var open: Set<String> = []
  private var steps = 0
  private var depth = 0
  private var callDepth = 0

  enum Symbol { case species(Int), parameter(Int), compartment(Int), reaction(Int), reference(SpeciesReference) }

  struct Participation {
    let reaction: Int
    let reference: SpeciesReference
    let isProduct: Bool
  }

  private struct Call: Hashable {
    let function: Int
    let operands: [ExpressionGraph.NodeID]
    let phase: Phase
  }

  /// Bounds of the work and stack that a document can ask for; real models stay a thousandfold below the first.
  private static let maximumSteps = 5_000_000
  private static let maximumDepth = 1_000

  init(model: Model, inputs: [String: Int], initialInputs: [String: Int], held: Set<String>) {
    self.model = model
    self.inputs = inputs
    self.initialInputs = initialInputs
    self.held = held
    for (index, item) in model.compartments.enumerated() { symbols[item.id] = .compartment(index) }
    for (index, item) in model.species.enumerated() { symbols[item.id] = .species(index) }
    for (index, item) in model.parameters.enumerated() { symbols[item.id] = .parameter(index) }
    var participations: [String: [Participation]] = [:]
    for (index, item) in model.reactions.enumerated() {
      symbols[item.id] = .reaction(index)
      for (references, isProduct) in [(item.reactants, false), (item.products, true)] {
        for reference in references {
          if let id = reference.id { symbols[id] = .reference(reference) }
          participations[reference.species, default: []].append(
            Participation(reaction: index, reference: reference, isProduct: isProduct))
        }
      }
    }
    self.participations = participations
    for (index, item) in model.functionDefinitions.enumerated() { functions[item.id] = index }
    for (index, item) in model.rules.enumerated() { rules[item.variable] = index }
    for (index, item) in model.initialAssignments.enumerated() { initialAssignments[item.symbol] = index }
    // What gives a name its value comes after what only declares it.
    for item in model.compartments { lines[item.id] = item.line }
    for item in model.species { lines[item.id] = item.line }
    for item in model.parameters { lines[item.id] = item.line }
    for item in model.reactions {
      lines[item.id] = item.line
      for reference in item.reactants + item.products {
        if let id = reference.id { lines[id] = reference.line }
      }
    }
    for item in model.functionDefinitions { lines[item.id] = item.line }
    for item in model.initialAssignments { lines[item.symbol] = item.line }
    for item in model.rules { lines[item.variable] = item.line }
  }

  /// The line on which a name gets its value: the rule's, the initial assignment's, or that of the element itself.
  func line(of id: String) -> Int? { lines[id] }

  func symbol(_ id: String) -> Symbol? { symbols[id] }

  func rule(for id: String) -> Rule? { rules[id].map { model.rules[$0] } }

  /// The value of a name.
  mutating func value(of id: String, _ phase: Phase) throws(EngineError) -> ExpressionGraph.NodeID {
    if let known = phase == .current ? current[id] : initial[id] { return known }
    if let input = inputs[id] { return graph.variable(input) }
    if phase == .initial, let input = initialInputs[id] { return graph.variable(input) }
    try enter(id, phase == .current ? "current " : "initial ")
    let node = try resolve(id, phase)
    leave(id, phase == .current ? "current " : "initial ")
    if phase == .current { current[id] = node } else { initial[id] = node }
    return node
  }

  /// Marks that something of a name is being worked out; it may not be needed for itself.
  mutating func enter(_ id: String, _ what: String) throws(EngineError) {
    guard open.insert(what + id).inserted else {
      throw EngineError(
        .invalidSBML, "its value depends on itself; break the cycle of rules", element: id,
        line: line(of: id))
    }
  }

  mutating func leave(_ id: String, _ what: String) { open.remove(what + id) }

  private mutating func resolve(_ id: String, _ phase: Phase) throws(EngineError) -> ExpressionGraph.NodeID {
    guard let symbol = symbols[id] else {
      throw EngineError(.unknownIdentifier, "the model has nothing of this name; correct the expression", element: id)
    }
    if case .reaction(let index) = symbol { return try rate(ofReaction: index, phase) }
    if let rule = rule(for: id), rule.kind == .assignment, !(phase == .current && held.contains(id)) {
      return try lower(rule.math, in: [:], phase, element: id)
    }
    // What neither a rule nor a reaction changes keeps its start; a species keeps its amount when its compartment grows.
    if phase == .current {
      guard case .species(let index) = symbol, !held.contains(id), isDiluted(model.species[index]) else {
        return try value(of: id, .initial)
      }
      let species = model.species[index]
      let amount: ExpressionGraph.NodeID
      if let state = amounts[id] { amount = state } else { amount = try self.amount(of: species, .initial) }
      return graph.make(.divide, amount, try value(of: species.compartment, .current))
    }
    if let index = initialAssignments[id] {
      return try lower(model.initialAssignments[index].math, in: [:], .initial, element: id)
    }
    switch symbol {
    case .parameter(let index): return try number(model.parameters[index].value, id)
    case .compartment(let index): return try number(model.compartments[index].size, id)
    case .species(let index): return try start(of: model.species[index])
    case .reference(let reference): return try stoichiometry(reference, phase)
    case .reaction(let index): return try rate(ofReaction: index, phase)
    }
  }

  private mutating func number(
    _ value: Double?, _ id: String, line: Int? = nil
  ) throws(EngineError) -> ExpressionGraph.NodeID {
    guard let value else {
      throw EngineError(
        .missingValue, "the model gives no value; set one, or give it as an input", element: id,
        line: line ?? self.line(of: id))
    }
    return graph.constant(value)
  }

  private mutating func start(of species: Species) throws(EngineError) -> ExpressionGraph.NodeID {
    if species.hasOnlySubstanceUnits {
      if let amount = species.initialAmount { return graph.constant(amount) }
      let concentration = try number(species.initialConcentration, species.id)
      return graph.make(.multiply, concentration, try value(of: species.compartment, .initial))
    }
    if let concentration = species.initialConcentration { return graph.constant(concentration) }
    let amount = try number(species.initialAmount, species.id)
    return graph.make(.divide, amount, try value(of: species.compartment, .initial))
  }

  /// A reaction's rate, in extent per time.
  mutating func rate(ofReaction index: Int, _ phase: Phase) throws(EngineError) -> ExpressionGraph.NodeID {
    let reaction = model.reactions[index]
    guard let law = reaction.kineticLaw else {
      throw EngineError(
        .missingValue, "the reaction has no kinetic law; write one", element: reaction.id, line: reaction.line)
    }
    var scope: [String: ExpressionGraph.NodeID] = [:]
    for parameter in reaction.localParameters {
      scope[parameter.id] = try number(parameter.value, "\(reaction.id).\(parameter.id)", line: parameter.line)
    }
    return try lower(law, in: scope, phase, element: reaction.id)
  }

  /// A reactant's or product's stoichiometry.
  mutating func stoichiometry(
    _ reference: SpeciesReference, _ phase: Phase
  ) throws(EngineError) -> ExpressionGraph.NodeID {
    if let id = reference.id {
      let isChanged = rules[id] != nil || initialAssignments[id] != nil
      if isChanged, !open.contains("initial " + id) { return try value(of: id, phase) }
    }
    if let math = reference.stoichiometryMath {
      return try lower(math, in: [:], phase, element: reference.species)
    }
    return try number(
      reference.stoichiometry, "speciesReference \(reference.id ?? reference.species)", line: reference.line)
  }

  /// Puts an expression into the graph; `scope` binds local parameters and function arguments.
  mutating func lower(
    _ expression: Expression, in scope: [String: ExpressionGraph.NodeID], _ phase: Phase, element: String
  ) throws(EngineError) -> ExpressionGraph.NodeID {
    steps += 1
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maximumDepth else {
      throw EngineError(
        .unsupported, "rules and functions lead through more than \(Self.maximumDepth) levels; shorten the chain",
        element: element, line: line(of: element))
    }
    guard steps < Self.maximumSteps, graph.nodes.count < ExpressionGraph.maximumCount else {
      throw EngineError(
        .unsupported,
        "the model has more than \(ExpressionGraph.maximumCount) operations when its functions are inlined",
        element: element, line: line(of: element))
    }
    switch expression {
    case .number(let value): return graph.constant(value)
    case .symbol(let id):
      if let bound = scope[id] { return bound }
      return try value(of: id, phase)
    case .time:
      if phase == .initial { return graph.constant(0) }
      if let time { return time }
      throw EngineError(
        .unsupported, "time has no value in a steady state; give what depends on it as an input", element: element,
        line: line(of: element))
    case .rateOf(let id):
      guard callDepth == 0 else {
        throw EngineError(
          .unsupported, "rateOf inside a function is not computed; write it outside", element: element,
          line: line(of: element))
      }
      // Local parameters are constants.
      return scope[id] == nil ? try rateOfValue(id, phase) : graph.constant(0)
    case .call(let name, let arguments):
      return try call(name, arguments, scope, phase, element)
    case .piecewise(let pieces, let otherwise):
      var result = graph.constant(.nan)
      if let otherwise { result = try lower(otherwise, in: scope, phase, element: element) }
      for piece in pieces.reversed() {
        let condition = try lower(piece.condition, in: scope, phase, element: element)
        let value = try lower(piece.value, in: scope, phase, element: element)
        result = graph.make(.select, condition, value, result)
      }
      return result
    case .apply(let operation, let operands):
      var nodes: [ExpressionGraph.NodeID] = []
      for operand in operands { nodes.append(try lower(operand, in: scope, phase, element: element)) }
      return graph.apply(operation, nodes)
    }
  }

  private mutating func call(
    _ name: String, _ arguments: [Expression], _ scope: [String: ExpressionGraph.NodeID], _ phase: Phase,
    _ element: String
  ) throws(EngineError) -> ExpressionGraph.NodeID {
    guard let index = functions[name] else {
      throw EngineError(
        .unknownIdentifier, "the function \(name) is not defined; define it", element: element,
        line: line(of: element))
    }
    let function = model.functionDefinitions[index]
    guard function.arguments.count == arguments.count else {
      throw EngineError(
        .invalidSBML, "\(name) takes \(function.arguments.count) arguments, not \(arguments.count)", element: element,
        line: line(of: element))
    }
    var operands: [ExpressionGraph.NodeID] = []
    for argument in arguments { operands.append(try lower(argument, in: scope, phase, element: element)) }
    // A call met before needs no second walk: nested functions would otherwise take exponential time.
    let key = Call(function: index, operands: operands, phase: phase)
    if let known = calls[key] { return known }
    var inner: [String: ExpressionGraph.NodeID] = [:]
    for (argument, operand) in zip(function.arguments, operands) { inner[argument] = operand }
    callDepth += 1
    let result = try lower(function.body, in: inner, phase, element: name)
    callDepth -= 1
    calls[key] = result
    return result
  }
}

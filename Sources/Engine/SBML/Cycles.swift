/// What gives a name of the model its value, with the names that it uses for it.
private struct Definition {
  let id: String
  let element: String
  let line: Int?
  var uses: [String] = []
}

extension Model {
  /// Refuses assignments, reactions and functions that use themselves, directly or through others, and compartments
  /// whose size is computed from a concentration inside them (SBML L3V2 Core, rules 20303 and 20906), in a time
  /// proportional to the size of the model.
  func refuseCycles() throws(EngineError) {
    let definitions = valueDefinitions()
    try Self.refuseCycles(among: definitions)
    try Self.refuseCycles(
      among: functionDefinitions.map { function in
        var uses: [String] = []
        function.body.visit { if case .call(let name, _) = $0 { uses.append(name) } }
        return Definition(
          id: function.id, element: "functionDefinition \(function.id)", line: function.line, uses: uses)
      })
    let spaces = Set(compartments.filter { $0.spatialDimensions > 0 }.map(\.id))
    let concentrations = species.filter { !$0.hasOnlySubstanceUnits && spaces.contains($0.compartment) }
    let homes = Dictionary(concentrations.map { ($0.id, $0.compartment) }) { first, _ in first }
    for definition in definitions where spaces.contains(definition.id) {
      guard let name = definition.uses.first(where: { homes[$0] == definition.id }) else { continue }
      throw EngineError(
        .invalidSBML,
        "the size of \(definition.id) is computed from the concentration of \(name), which depends on it; "
          + "use the amount", element: definition.element, line: definition.line)
    }
  }

  /// Definitions of values, and of the rates of change that `rateOf` asks for.
  private func valueDefinitions() -> [Definition] {
    func rate(_ name: String) -> String { "rateOf " + name }
    func names(_ math: Expression, except locals: Set<String> = []) -> [String] {
      var result: [String] = []
      math.visit { part in
        switch part {
        case .symbol(let name) where !locals.contains(name): result.append(name)
        case .rateOf(let name) where !locals.contains(name): result.append(rate(name))
        default: break
        }
      }
      return result
    }
    var result: [Definition] = []
    for rule in rules {
      let id = rule.kind == .assignment ? rule.variable : rate(rule.variable)
      result.append(
        Definition(id: id, element: "rule for \(rule.variable)", line: rule.line, uses: names(rule.math)))
    }
    for item in initialAssignments {
      result.append(
        Definition(
          id: item.symbol, element: "initialAssignment \(item.symbol)", line: item.line, uses: names(item.math)))
    }
    var changes: [String: [String]] = [:]
    for reaction in reactions {
      for item in reaction.reactants + reaction.products { changes[item.species, default: []].append(reaction.id) }
      guard let law = reaction.kineticLaw else { continue }
      let uses = names(law, except: Set(reaction.localParameters.map(\.id)))
      result.append(
        Definition(id: reaction.id, element: "reaction \(reaction.id)", line: reaction.line, uses: uses))
    }
    for item in species where !item.isBoundary && !item.isConstant {
      let uses = changes[item.id] ?? []
      result.append(Definition(id: rate(item.id), element: "species \(item.id)", line: item.line, uses: uses))
    }
    return result
  }

  private static func refuseCycles(among definitions: [Definition]) throws(EngineError) {
    var places: [String: [Int]] = [:]
    for (index, definition) in definitions.enumerated() { places[definition.id, default: []].append(index) }
    let successors = definitions.map { $0.uses.flatMap { places[$0] ?? [] } }
    for component in stronglyConnectedComponents(successors) {
      let first = component[0]
      guard component.count > 1 || successors[first].contains(first) else { continue }
      let others = component.dropFirst().prefix(5).map { definitions[$0].id }.joined(separator: ", ")
      throw EngineError(
        .invalidSBML, "it uses itself\(others.isEmpty ? "" : " by way of \(others)"); break the cycle",
        element: definitions[first].element, line: definitions[first].line)
    }
  }
}

import Engine

/// What some variables of a model depend on: found from its reactions and rules, so that what cannot matter need not be
/// solved.
struct ModelReach {
  /// Species that none of the variables depends on, however indirectly, in the order of the file.
  let unreachedSpecies: [String]
  private let reached: Set<String>

  /// - Parameters:
  ///   - variables: ids whose values are wanted.
  ///   - cut: ids that are given from outside, so that what lies behind them does not matter.
  init(_ model: Model, variables: [String], cut: [String]) {
    let cut = Set(cut)
    let functions = Dictionary(
      model.functionDefinitions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var reached: Set<String> = []
    var waiting = variables
    func visit(_ expression: Expression) {
      switch expression {
      case .number, .time: break
      case .symbol(let id), .rateOf(let id): waiting.append(id)
      case .apply(_, let operands): operands.forEach(visit)
      case .call(let id, let operands):
        operands.forEach(visit)
        if let function = functions[id], reached.insert("function \(id)").inserted { visit(function.body) }
      case .piecewise(let pieces, let otherwise):
        for piece in pieces {
          visit(piece.value)
          visit(piece.condition)
        }
        if let otherwise { visit(otherwise) }
      }
    }
    while let id = waiting.popLast() {
      guard !cut.contains(id), reached.insert(id).inserted else { continue }
      for rule in model.rules where rule.variable == id { visit(rule.math) }
      for assignment in model.initialAssignments where assignment.symbol == id { visit(assignment.math) }
      for species in model.species where species.id == id { waiting.append(species.compartment) }
      for reaction in model.reactions {
        let references = reaction.reactants + reaction.products
        guard reaction.id == id || references.contains(where: { $0.species == id }) else { continue }
        if let law = reaction.kineticLaw { visit(law) }
        for reference in references {
          if let math = reference.stoichiometryMath { visit(math) }
          if let name = reference.id { waiting.append(name) }
        }
      }
    }
    self.reached = reached
    unreachedSpecies = model.species.map(\.id).filter { !reached.contains($0) && !cut.contains($0) }
  }
  /// Whether any of the variables depends on this id.
  func includes(_ id: String) -> Bool { reached.contains(id) }
}

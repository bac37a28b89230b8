/// What is asked of a model: what is given case by case, and which species are held.
struct CaseRequest: Sendable {
  /// What a value given from outside stands for.
  enum Role: Sendable { case held, initial, start }

  /// In the order of a case's values.
  let inputs: [(id: String, role: Role)]
  let clamped: [String]

  init(held: [String], initial: [String] = [], starts: [String] = [], clamped: [String] = []) {
    inputs = held.map { ($0, .held) } + initial.map { ($0, .initial) } + starts.map { ($0, .start) }
    self.clamped = clamped
  }

  var count: Int { inputs.count }

  func ids(of role: Role) -> [String] { inputs.filter { $0.role == role }.map(\.id) }

  /// The places of the inputs of one role among all.
  func positions(of role: Role) throws(EngineError) -> [String: Int] {
    var result: [String: Int] = [:]
    for (index, input) in inputs.enumerated() where input.role == role {
      guard result.updateValue(index, forKey: input.id) == nil else {
        throw EngineError(.invalidRequest, "the input is given twice; give it once", element: input.id)
      }
    }
    return result
  }

  /// Whether the model has what is asked for, in the part asked of it.
  func check(_ lowering: Lowering) throws(EngineError) {
    for (id, role) in inputs where role != .start {
      switch lowering.symbol(id) {
      case .species, .parameter, .compartment: break
      default:
        throw EngineError(
          .unknownIdentifier, "no species, global parameter or compartment has this name; correct the input",
          element: id)
      }
      if role == .initial, lowering.rule(for: id)?.kind == .assignment {
        throw EngineError(
          .invalidRequest, "a rule computes it at all times, so it cannot be set; set what the rule uses", element: id)
      }
      if role == .initial, lowering.inputs[id] != nil {
        throw EngineError(.invalidRequest, "it is held and has no other value at the start; give it once", element: id)
      }
    }
    for id in clamped {
      guard case .species = lowering.symbol(id) else {
        throw EngineError(.unknownIdentifier, "no species has this name; correct the clamp", element: id)
      }
    }
  }
}

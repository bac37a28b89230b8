import CSBML

extension ModelReader {
  /// Some of libSBML's validators compare all elements with all, which takes a few seconds for so many.
  static let maximumCount = 20_000
  /// Reactants, products, modifiers and local parameters cost less.
  static let maximumReferenceCount = 50_000

  /// Refuses what is valid SBML but not computed here, and what is too much.
  func refuseUnsupported() throws(EngineError) {
    if Model_getNumEvents(model) > 0 {
      throw refusal(of: Model_getEvent(model, 0), tag: "event", "events are not computed; remove them")
    }
    for index in 0..<Model_getNumRules(model) {
      let rule = Model_getRule(model, index)
      if Rule_isAlgebraic(rule) != 0 {
        throw refusal(of: rule, tag: "algebraicRule", "algebraic rules are not computed; solve it for one variable")
      }
    }
    for index in 0..<Model_getNumReactions(model) {
      let reaction = Model_getReaction(model, index)
      if Reaction_getFast(reaction) != 0 {
        throw refusal(of: reaction, tag: "reaction", "fast reactions are not computed; set fast to false")
      }
    }
    // Where one does not hold a model's results are not valid (SBML L3V2 Core, section 4.12), which nobody would see.
    for index in 0..<Model_getNumConstraints(model) {
      let constraint = Model_getConstraint(model, index)
      if Constraint_isSetMath(constraint) != 0 {
        throw refusal(of: constraint, tag: "constraint", "constraints are not watched; remove it and check the results")
      }
    }
    try refuseTooLarge()
  }

  private func refuseTooLarge() throws(EngineError) {
    let count =
      Model_getNumFunctionDefinitions(model) + Model_getNumUnitDefinitions(model) + Model_getNumCompartments(model)
      + Model_getNumSpecies(model) + Model_getNumParameters(model) + Model_getNumInitialAssignments(model)
      + Model_getNumRules(model) + Model_getNumReactions(model)
    guard count <= Self.maximumCount else {
      throw EngineError(
        .unsupported,
        "the model has \(count) functions, units, compartments, species, parameters, assignments, rules and reactions; "
          + "at most \(Self.maximumCount) are read", element: "model", line: line(of: model))
    }
    var references = 0
    for index in 0..<Model_getNumReactions(model) {
      let reaction = Model_getReaction(model, index)
      references += Int(Reaction_getNumReactants(reaction) + Reaction_getNumProducts(reaction))
      references += Int(Reaction_getNumModifiers(reaction))
      if let law = Reaction_getKineticLaw(reaction) { references += Int(KineticLaw_getNumParameters(law)) }
    }
    guard references <= Self.maximumReferenceCount else {
      throw EngineError(
        .unsupported,
        "the reactions have \(references) reactants, products, modifiers and local parameters; "
          + "at most \(Self.maximumReferenceCount) are read", element: "model", line: line(of: model))
    }
  }

  private func refusal(of element: OpaquePointer?, tag: String, _ message: String) -> EngineError {
    let id = element.map { text(SBase_getIdAttribute($0)) } ?? ""
    return EngineError(.unsupported, message, element: id.isEmpty ? tag : "\(tag) \(id)", line: line(of: element))
  }
}

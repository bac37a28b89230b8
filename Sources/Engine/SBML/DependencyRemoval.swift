import CSBML

extension ModelReader {
  /// Takes out of the libSBML model what makes rules, assignments, reactions and functions depend on one another, once it has
  /// been read and found free of cycles. All that libSBML's general rules look at besides stays.
  func removeDependencies() {
    guard let one = ASTNode_createWithType(AST_INTEGER) else { return }
    defer { ASTNode_free(one) }
    ASTNode_setInteger(one, 1)
    for index in 0..<Model_getNumInitialAssignments(model) {
      let assignment = Model_getInitialAssignment(model, index)
      if InitialAssignment_isSetMath(assignment) != 0 { InitialAssignment_setMath(assignment, one) }
    }
    for index in 0..<Model_getNumRules(model) {
      let rule = Model_getRule(model, index)
      if Rule_isSetMath(rule) != 0 { Rule_setMath(rule, one) }
    }
    // A kinetic law may name only species that its reaction lists, so other names than reactions' are left.
    var reactions: Set<String> = []
    for index in 0..<Model_getNumReactions(model) {
      reactions.insert(text(Reaction_getId(Model_getReaction(model, index))))
    }
    for index in 0..<Model_getNumReactions(model) {
      guard let law = Reaction_getKineticLaw(Model_getReaction(model, index)) else { continue }
      visit(KineticLaw_getMath(law)) { node in
        if ASTNode_getType(node) == AST_NAME, reactions.contains(text(ASTNode_getName(node))) {
          ASTNode_setInteger(node, 1)
        } else if ASTNode_getType(node) == AST_FUNCTION_RATE_OF {
          ASTNode_setType(node, AST_PLUS)
        }
      }
    }
    // A function's body may name only its arguments, so they are left and only what is called changes.
    for index in 0..<Model_getNumFunctionDefinitions(model) {
      visit(FunctionDefinition_getBody(Model_getFunctionDefinition(model, index))) { node in
        if ASTNode_getType(node) == AST_FUNCTION { ASTNode_setType(node, AST_PLUS) }
      }
    }
  }

  private func visit(_ root: OpaquePointer?, _ body: (OpaquePointer) -> Void) {
    var pending = root.map { [$0] } ?? []
    while let node = pending.popLast() {
      body(node)
      for index in 0..<ASTNode_getNumChildren(node) {
        if let child = ASTNode_getChild(node, index) { pending.append(child) }
      }
    }
  }
}

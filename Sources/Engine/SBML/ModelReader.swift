import CSBML

extension Model {
  /// Reads a model from the bytes of an SBML document.
  ///
  /// - Parameters:
  ///   - bytes: the document, UTF-8, at most 16 MiB, without DOCTYPE.
  ///   - name: what to call the model when it has no id of its own; a file's name, say.
  /// - Throws: ``EngineError`` with code `unreadable`, `invalidSBML` or `unsupported`; element and line are named.
  public init(sbml bytes: UnsafeRawBufferPointer, name: String) throws(EngineError) {
    let document = try Document(bytes)
    // First, since libSBML has errors of its own for what it reads and is not read here.
    try document.refuseOtherLevels()
    try document.refuseRequiredPackages()
    try document.throwFirstError()
    guard let pointer = document.model else {
      throw EngineError(.invalidSBML, "the document has no model; add one", element: "sbml", line: document.line)
    }
    let reader = ModelReader(model: pointer)
    try reader.refuseUnsupported()
    // Read first: the validators turn sums of many operands into deep trees.
    let model = try reader.read(name: name)
    try document.check([
      LIBSBML_CAT_IDENTIFIER_CONSISTENCY, LIBSBML_CAT_MATHML_CONSISTENCY, LIBSBML_CAT_OVERDETERMINED_MODEL,
    ])
    // libSBML's search for cycles takes a time that grows with the fourth power of a chain's length and more. It is
    // given nothing to search in: cycles are found here.
    try model.refuseCycles()
    reader.removeDependencies()
    try document.check([LIBSBML_CAT_GENERAL_CONSISTENCY])
    self = model
    _ = document.level  // the document outlives every use of the pointers into it
  }

  /// Reads a model from the bytes of an SBML document; see ``init(sbml:name:)-(UnsafeRawBufferPointer,_)``.
  public init(sbml bytes: [UInt8], name: String) throws(EngineError) {
    // A result carries the typed error through the untyped `rethrows` of `withUnsafeBytes`.
    let result: Result<Model, EngineError> = bytes.withUnsafeBytes { buffer in
      do throws(EngineError) { return .success(try Model(sbml: buffer, name: name)) } catch { return .failure(error) }
    }
    self = try result.get()
  }
}

/// Walks a libSBML model; valid while its document lives.
struct ModelReader {
  let model: OpaquePointer

  func read(name: String) throws(EngineError) -> Model {
    let id = text(Model_getId(model))
    let compartments = readCompartments()
    return Model(
      id: id.isEmpty ? name : id,
      compartments: compartments,
      species: readSpecies(compartments),
      parameters: (0..<Model_getNumParameters(model)).map { parameter(Model_getParameter(model, $0)) },
      reactions: try readReactions(),
      rules: try readRules(),
      functionDefinitions: try readFunctionDefinitions(),
      initialAssignments: try readInitialAssignments(),
      conversionFactor: optionalText(Model_getConversionFactor(model)))
  }

  private func readCompartments() -> [Compartment] {
    (0..<Model_getNumCompartments(model)).map { index in
      let item = Model_getCompartment(model, index)
      return Compartment(
        id: text(Compartment_getId(item)), name: text(Compartment_getName(item)),
        size: Compartment_isSetSize(item) != 0 ? Compartment_getSize(item) : nil,
        spatialDimensions: Compartment_isSetSpatialDimensions(item) != 0
          ? Compartment_getSpatialDimensionsAsDouble(item) : 3,
        isConstant: Compartment_getConstant(item) != 0, line: line(of: item))
    }
  }

  private func readSpecies(_ compartments: [Compartment]) -> [Species] {
    let known = Dictionary(compartments.map { ($0.id, $0) }) { first, _ in first }
    return (0..<Model_getNumSpecies(model)).map { index in
      let item = Model_getSpecies(model, index)
      let home = text(Species_getCompartment(item))
      let amount = Species_isSetInitialAmount(item) != 0 ? Species_getInitialAmount(item) : nil
      let concentration = Species_isSetInitialConcentration(item) != 0 ? Species_getInitialConcentration(item) : nil
      let compartment = known[home]
      let inAmount = Species_getHasOnlySubstanceUnits(item) != 0 || compartment?.spatialDimensions == 0
      let size = compartment?.size
      let value: Double? =
        inAmount
        ? amount ?? concentration.flatMap { value in size.map { value * $0 } }
        : concentration ?? amount.flatMap { value in size.map { value / $0 } }
      return Species(
        id: text(Species_getId(item)), name: text(Species_getName(item)), compartment: home,
        initialAmount: amount, initialConcentration: concentration, initialValue: value,
        isBoundary: Species_getBoundaryCondition(item) != 0, isConstant: Species_getConstant(item) != 0,
        hasOnlySubstanceUnits: inAmount, conversionFactor: optionalText(Species_getConversionFactor(item)),
        line: line(of: item))
    }
  }

  private func parameter(_ item: OpaquePointer?) -> Parameter {
    Parameter(
      id: text(Parameter_getId(item)), name: text(Parameter_getName(item)),
      value: Parameter_isSetValue(item) != 0 ? Parameter_getValue(item) : nil,
      isConstant: Parameter_getConstant(item) != 0, line: line(of: item))
  }

  private func readReactions() throws(EngineError) -> [Reaction] {
    var result: [Reaction] = []
    for index in 0..<Model_getNumReactions(model) {
      let item = Model_getReaction(model, index)
      let id = text(Reaction_getId(item))
      let law = Reaction_getKineticLaw(item)
      var math: Expression?
      if let law, KineticLaw_isSetMath(law) != 0 {
        math = try MathReader(element: "reaction \(id)", line: line(of: law)).read(KineticLaw_getMath(law))
      }
      var reactants: [SpeciesReference] = []
      for position in 0..<Reaction_getNumReactants(item) {
        reactants.append(try reference(Reaction_getReactant(item, position), reaction: id))
      }
      var products: [SpeciesReference] = []
      for position in 0..<Reaction_getNumProducts(item) {
        products.append(try reference(Reaction_getProduct(item, position), reaction: id))
      }
      var locals: [Parameter] = []
      if let law {
        locals = (0..<KineticLaw_getNumParameters(law)).map { parameter(KineticLaw_getParameter(law, $0)) }
      }
      result.append(
        Reaction(
          id: id, name: text(Reaction_getName(item)), reactants: reactants, products: products, kineticLaw: math,
          localParameters: locals, line: line(of: item)))
    }
    return result
  }

  private func reference(_ item: OpaquePointer?, reaction: String) throws(EngineError) -> SpeciesReference {
    var math: Expression?
    if let formula = SpeciesReference_getStoichiometryMath(item) {
      math = try MathReader(element: "reaction \(reaction)", line: line(of: item))
        .read(StoichiometryMath_getMath(formula))
    }
    let value = SpeciesReference_getStoichiometry(item)
    // Level 2 has the default 1; Level 3 has none.
    let isGiven = SpeciesReference_isSetStoichiometry(item) != 0 || SBase_getLevel(item) == 2
    return SpeciesReference(
      id: optionalText(SpeciesReference_getId(item)), species: text(SpeciesReference_getSpecies(item)),
      stoichiometry: isGiven && !value.isNaN ? value : nil, stoichiometryMath: math,
      line: line(of: item))
  }

  private func readRules() throws(EngineError) -> [Rule] {
    var result: [Rule] = []
    for index in 0..<Model_getNumRules(model) {
      let item = Model_getRule(model, index)
      let variable = text(Rule_getVariable(item))
      // A rule without mathematics says nothing (allowed since L3V2).
      guard Rule_isSetMath(item) != 0 else { continue }
      let math = try MathReader(element: "rule for \(variable)", line: line(of: item)).read(Rule_getMath(item))
      result.append(
        Rule(kind: Rule_isRate(item) != 0 ? .rate : .assignment, variable: variable, math: math, line: line(of: item)))
    }
    return result
  }

  private func readFunctionDefinitions() throws(EngineError) -> [FunctionDefinition] {
    var result: [FunctionDefinition] = []
    for index in 0..<Model_getNumFunctionDefinitions(model) {
      let item = Model_getFunctionDefinition(model, index)
      let id = text(FunctionDefinition_getId(item))
      guard FunctionDefinition_isSetMath(item) != 0 else { continue }
      var arguments: [String] = []
      for position in 0..<FunctionDefinition_getNumArguments(item) {
        guard let node = FunctionDefinition_getArgument(item, position) else { continue }
        arguments.append(text(ASTNode_getName(node)))
      }
      let body = try MathReader(element: "function \(id)", line: line(of: item)).read(FunctionDefinition_getBody(item))
      result.append(FunctionDefinition(id: id, arguments: arguments, body: body, line: line(of: item)))
    }
    return result
  }

  private func readInitialAssignments() throws(EngineError) -> [InitialAssignment] {
    var result: [InitialAssignment] = []
    for index in 0..<Model_getNumInitialAssignments(model) {
      let item = Model_getInitialAssignment(model, index)
      let symbol = text(InitialAssignment_getSymbol(item))
      guard InitialAssignment_isSetMath(item) != 0 else { continue }
      let math = try MathReader(element: "initialAssignment \(symbol)", line: line(of: item))
        .read(InitialAssignment_getMath(item))
      result.append(InitialAssignment(symbol: symbol, math: math, line: line(of: item)))
    }
    return result
  }

  func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

  func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

  private func optionalText(_ pointer: UnsafePointer<CChar>?) -> String? {
    let value = text(pointer)
    return value.isEmpty ? nil : value
  }

  func line(of element: OpaquePointer?) -> Int? {
    guard let element else { return nil }
    let line = Int(SBase_getLine(element))
    return line > 0 ? line : nil
  }
}

/// Writes small SBML Level 3 Version 2 documents for tests, with mathematics in infix notation.
struct ModelText {
  var compartments: [(id: String, size: Double)] = [("cell", 1)]
  var species: [(id: String, start: Double)] = []
  var boundary: [(id: String, value: Double)] = []
  var parameters: [(id: String, value: Double)] = []
  var reactions: [(id: String, from: [String], to: [String], law: String)] = []
  var assignments: [(variable: String, math: String)] = []
  var rateRules: [(variable: String, math: String)] = []
  var initialAssignments: [(symbol: String, math: String)] = []
  var functions: [(id: String, arguments: [String], body: String)] = []
  /// Text put at the end of the model element.
  var extra = ""

  var xml: String {
    let ruled = Set((assignments + rateRules).map(\.variable))
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="test">
      """
    text += list("listOfFunctionDefinitions", functions) { item in
      let arguments = item.arguments.map { "<bvar><ci>\($0)</ci></bvar>" }.joined()
      return "<functionDefinition id=\"\(item.id)\">\(math("<lambda>\(arguments)\(Infix.mathML(item.body))</lambda>"))"
        + "</functionDefinition>"
    }
    text += list("listOfCompartments", compartments) { item in
      "<compartment id=\"\(item.id)\" size=\"\(item.size)\" spatialDimensions=\"3\" constant=\"\(!ruled.contains(item.id))\"/>"
    }
    let all = species.map { ($0.id, $0.start, false) } + boundary.map { ($0.id, $0.value, true) }
    text += list("listOfSpecies", all) { id, value, isBoundary in
      "<species id=\"\(id)\" compartment=\"\(compartments[0].id)\" initialConcentration=\"\(value)\" "
        + "hasOnlySubstanceUnits=\"false\" boundaryCondition=\"\(isBoundary)\" constant=\"false\"/>"
    }
    text += list("listOfParameters", parameters) { item in
      "<parameter id=\"\(item.id)\" value=\"\(item.value)\" constant=\"\(!ruled.contains(item.id))\"/>"
    }
    text += list("listOfInitialAssignments", initialAssignments) { item in
      "<initialAssignment symbol=\"\(item.symbol)\">\(math(Infix.mathML(item.math)))</initialAssignment>"
    }
    let rules = assignments.map { ("assignmentRule", $0) } + rateRules.map { ("rateRule", $0) }
    text += list("listOfRules", rules) { tag, item in
      "<\(tag) variable=\"\(item.variable)\">\(math(Infix.mathML(item.math)))</\(tag)>"
    }
    text += list("listOfReactions", reactions) { item in
      func references(_ ids: [String]) -> String {
        ids.map { "<speciesReference species=\"\($0)\" stoichiometry=\"1\" constant=\"true\"/>" }.joined()
      }
      let known = Set(all.map { $0.0 })
      let modifiers = Infix.names(item.law).filter { known.contains($0) && !(item.from + item.to).contains($0) }
      return "<reaction id=\"\(item.id)\" reversible=\"false\">"
        + (item.from.isEmpty ? "" : "<listOfReactants>\(references(item.from))</listOfReactants>")
        + (item.to.isEmpty ? "" : "<listOfProducts>\(references(item.to))</listOfProducts>")
        + list("listOfModifiers", modifiers) { "<modifierSpeciesReference species=\"\($0)\"/>" }
        + "<kineticLaw>\(math(Infix.mathML(item.law)))</kineticLaw></reaction>"
    }
    return text + extra + "</model></sbml>"
  }

  private func list<Item>(_ tag: String, _ items: [Item], _ write: (Item) -> String) -> String {
    items.isEmpty ? "" : "<\(tag)>" + items.map(write).joined() + "</\(tag)>"
  }

  private func math(_ content: String) -> String {
    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(content)</math>"
  }
}

/// Sums, products, powers, calls and parentheses, as MathML.
struct Infix {
  private var tokens: [String]
  private var position = 0

  static func mathML(_ text: String) -> String {
    var parser = Infix(tokens: tokens(of: text))
    return parser.sum()
  }

  /// The names in an expression that are not called, each once, in order.
  static func names(_ text: String) -> [String] {
    let tokens = tokens(of: text)
    var result: [String] = []
    for (index, token) in tokens.enumerated() where token.first?.isLetter == true && !result.contains(token) {
      if index + 1 < tokens.count && tokens[index + 1] == "(" { continue }
      result.append(token)
    }
    return result
  }

  private static func tokens(of text: String) -> [String] {
    var result: [String] = []
    var word = ""
    for character in text {
      if character.isLetter || character.isNumber || character == "." || character == "_" {
        word.append(character)
        continue
      }
      if !word.isEmpty { result.append(word) }
      word = ""
      if !character.isWhitespace { result.append(String(character)) }
    }
    return word.isEmpty ? result : result + [word]
  }

  private var next: String { position < tokens.count ? tokens[position] : "" }

  private mutating func take(_ token: String) -> Bool {
    guard next == token else { return false }
    position += 1
    return true
  }

  private func apply(_ tag: String, _ operands: String...) -> String {
    "<apply><\(tag)/>" + operands.joined() + "</apply>"
  }

  private mutating func sum() -> String {
    var left = product()
    while true {
      if take("+") {
        left = apply("plus", left, product())
      } else if take("-") {
        left = apply("minus", left, product())
      } else {
        return left
      }
    }
  }

  private mutating func product() -> String {
    var left = factor()
    while true {
      if take("*") {
        left = apply("times", left, factor())
      } else if take("/") {
        left = apply("divide", left, factor())
      } else {
        return left
      }
    }
  }

  private mutating func factor() -> String {
    if take("-") { return apply("minus", factor()) }
    let base = primary()
    return take("^") ? apply("power", base, factor()) : base
  }

  private mutating func primary() -> String {
    if take("(") {
      let inner = sum()
      _ = take(")")
      return inner
    }
    let token = next
    position += 1
    if token.first?.isNumber == true { return "<cn>\(token)</cn>" }
    guard take("(") else {
      return token == "time"
        ? "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/time\">t</csymbol>"
        : "<ci>\(token)</ci>"
    }
    var operands = ""
    while !take(")") {
      operands += sum()
      _ = take(",")
    }
    let builtIn = [
      "exp", "ln", "abs", "floor", "ceiling", "min", "max", "sin", "lt", "gt", "and", "or", "not", "log", "tanh",
    ]
    return "<apply>" + (builtIn.contains(token) ? "<\(token)/>" : "<ci>\(token)</ci>") + operands + "</apply>"
  }
}

import Engine
import Testing

/// What is outside the subset, or wrong, is refused with the element's name and its line.
///
/// Each refusal is tested against a twin of the document without the fault, which is read: nothing else is refused.
struct RefusalTests {
  private static let math = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"

  private enum Level: String {
    case l3v2, l3v1, l2v5, l2v4

    var sbml: String {
      switch self {
      case .l3v2: "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"3\" version=\"2\">"
      case .l3v1: "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version1/core\" level=\"3\" version=\"1\">"
      case .l2v5: "<sbml xmlns=\"http://www.sbml.org/sbml/level2/version5\" level=\"2\" version=\"5\">"
      case .l2v4: "<sbml xmlns=\"http://www.sbml.org/sbml/level2/version4\" level=\"2\" version=\"4\">"
      }
    }
  }

  /// A document whose model holds `content`, which begins on line 3.
  private func document(_ content: String, _ level: Level = .l3v2) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(level.sbml)<model id=\"m\">\n\(content)\n</model></sbml>"
  }

  private func error(_ xml: String, compile: Bool = false) -> EngineError? {
    do throws(EngineError) {
      let model = try Model(sbml: Array(xml.utf8), name: "test")
      if compile { _ = try SteadyStateProgram(model: model, inputs: []) }
      return nil
    } catch { return error }
  }

  private func expect(
    _ xml: String, _ code: EngineError.Code, _ element: String?, line: Int, says words: String, compile: Bool = false,
    location: SourceLocation = #_sourceLocation
  ) {
    let error = error(xml, compile: compile)
    #expect(error?.code == code, "\(String(describing: error))", sourceLocation: location)
    #expect(error?.element == element, "\(String(describing: error))", sourceLocation: location)
    #expect(error?.line == line, "\(String(describing: error))", sourceLocation: location)
    #expect(error?.message.contains(words) == true, "\(String(describing: error))", sourceLocation: location)
  }

  private let parameter = "<listOfParameters><parameter id=\"p\" value=\"1\" constant=\"false\"/></listOfParameters>\n"

  @Test("An event")
  func event() {
    #expect(error(document(parameter)) == nil)
    let text = """
      <listOfEvents>
      <event id="dose" useValuesFromTriggerTime="true"><trigger initialValue="true" persistent="true">\(Self.math)<true/>\
      </math></trigger></event></listOfEvents>
      """
    expect(document(parameter + text), .unsupported, "event dose", line: 5, says: "events")
  }

  @Test("An algebraic rule")
  func algebraicRule() {
    let text = "<listOfRules>\n<algebraicRule>\(Self.math)<ci>p</ci></math></algebraicRule></listOfRules>"
    expect(document(parameter + text), .unsupported, "algebraicRule", line: 5, says: "algebraic")
    let assigned = text.replacing("<algebraicRule>", with: "<rateRule variable=\"p\">")
      .replacing("</algebraicRule>", with: "</rateRule>")
    #expect(error(document(parameter + assigned)) == nil)
  }

  @Test("A fast reaction, where the level has the attribute", arguments: ["l3v1", "l2v5", "l2v4"])
  func fastReaction(name: String) throws {
    let level = try #require(Level(rawValue: name))
    func text(_ fast: String) -> String {
      """
      <listOfCompartments><compartment id="c" size="1"\(level == .l3v1 ? " constant=\"true\"" : "")/></listOfCompartments>
      <listOfReactions>
      <reaction id="slow" reversible="false" fast="false"/>
      <reaction id="quick" reversible="false" fast="\(fast)"/></listOfReactions>
      """
      // Before Level 3 Version 2 a reaction has at least one reactant or product.
      .replacing(
        "fast=\"\(fast)\"/>",
        with:
          "fast=\"\(fast)\"><listOfProducts><speciesReference species=\"X\"\(references)/></listOfProducts></reaction>"
      )
      .replacing(
        "fast=\"false\"/>",
        with:
          "fast=\"false\"><listOfProducts><speciesReference species=\"X\"\(references)/></listOfProducts></reaction>"
      )
      .replacing("</listOfCompartments>", with: "</listOfCompartments>\(species)")
    }
    let references = level == .l3v1 ? " stoichiometry=\"1\" constant=\"true\"" : ""
    let attributes =
      level == .l3v1 ? " hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" constant=\"false\"" : ""
    let species =
      "<listOfSpecies><species id=\"X\" compartment=\"c\" initialConcentration=\"0\"\(attributes)/></listOfSpecies>"
    #expect(error(document(text("false"), level)) == nil)
    expect(document(text("true"), level), .unsupported, "reaction quick", line: 6, says: "fast")
  }

  @Test("A delay, in Level 3 and Level 2 and inside a function", arguments: ["l3v2", "l2v4"])
  func delay(name: String) throws {
    let level = try #require(Level(rawValue: name))
    func rule(_ symbol: String, _ operands: String) -> String {
      """
      \(parameter)<listOfRules>
      <rateRule variable="p">\(Self.math)<apply><csymbol encoding="text" \
      definitionURL="http://www.sbml.org/sbml/symbols/\(symbol)">d</csymbol>\(operands)</apply></math></rateRule></listOfRules>
      """
    }
    expect(
      document(rule("delay", "<ci>p</ci><cn>1</cn>"), level), .unsupported, "rule for p", line: 5, says: "delay")
    let plain =
      "\(parameter)<listOfRules>\n<rateRule variable=\"p\">\(Self.math)<ci>p</ci></math></rateRule></listOfRules>"
    #expect(error(document(plain, level)) == nil)
  }

  @Test("A constraint that says something; one without mathematics says nothing")
  func constraint() {
    let text =
      "\(parameter)<listOfConstraints>\n<constraint>\(Self.math)<true/></math></constraint></listOfConstraints>"
    expect(document(text), .unsupported, "constraint", line: 5, says: "constraint")
    #expect(error(document("<listOfConstraints><constraint/></listOfConstraints>")) == nil)
  }

  @Test("A package that is required, or does not say")
  func package() {
    func text(_ package: String, _ required: String) -> String {
      let uri = "http://www.sbml.org/sbml/level3/version1/\(package)/version1"
      return document("").replacing("level=\"3\"", with: "xmlns:p=\"\(uri)\" \(required) level=\"3\"")
    }
    expect(text("comp", "p:required=\"true\""), .unsupported, "sbml", line: 2, says: "package")
    expect(text("unheard", "p:required=\"true\""), .unsupported, "sbml", line: 2, says: "unheard")
    #expect(error(text("layout", "p:required=\"false\"")) == nil)
    #expect(error(text("comp", "")) != nil)
  }

  @Test("Levels and versions that are not read, with the way to convert")
  func levels() {
    let model = "<model id=\"m\"/></sbml>"
    for (level, version) in [(2, 1), (2, 2), (2, 3)] {
      let path = version == 1 ? "level2" : "level2/version\(version)"
      let xml = "<sbml xmlns=\"http://www.sbml.org/sbml/\(path)\" level=\"\(level)\" version=\"\(version)\">\(model)"
      expect(xml, .unsupported, "sbml", line: 1, says: "Level 2 Version \(version) is not read; convert to Level 3")
    }
    for version in [1, 2] {
      let xml = """

        <sbml xmlns="http://www.sbml.org/sbml/level1" level="1" version="\(version)"><model name="m">
        <listOfCompartments><compartment name="c"/></listOfCompartments></model></sbml>
        """
      expect(xml, .unsupported, "sbml", line: 2, says: "Level 1 Version \(version) is not read; convert to Level 3")
    }
    for version in [0, 3] {
      let space = "http://www.sbml.org/sbml/level3/version\(version)/core"
      let xml = "<sbml xmlns=\"\(space)\" level=\"3\" version=\"\(version)\">\(model)"
      expect(xml, .unsupported, "sbml", line: 1, says: "Level 3 Version \(version) is not read")
    }
    for text in ["<a/>", "<sbml/>", "no markup"] { #expect(error(text)?.code == .invalidSBML, "\(text)") }
    let marked = [0xef, 0xbb, 0xbf] + Array(document(parameter).utf8)
    #expect((try? Model(sbml: marked, name: "test"))?.parameters[0].line == 3, "a byte order mark is no content")
  }

  @Test("A name that nothing has")
  func undefined() {
    let text =
      "\(parameter)<listOfRules>\n<rateRule variable=\"p\">\(Self.math)<ci>nobody</ci></math></rateRule></listOfRules>"
    expect(document(text), .invalidSBML, nil, line: 5, says: "nobody")
  }

  @Test("Values that are missing are found on compiling and named with their line")
  func missingValues() {
    func text(value: String, law: String, local: String, stoichiometry: String) -> String {
      document(
        """
        <listOfCompartments><compartment id="c" size="1" spatialDimensions="3" constant="true"/></listOfCompartments>
        <listOfSpecies><species id="X" compartment="c" initialConcentration="1" hasOnlySubstanceUnits="false" \
        boundaryCondition="false" constant="false"/></listOfSpecies>
        <listOfParameters>
        <parameter id="k"\(value) constant="true"/></listOfParameters>
        <listOfReactions>
        <reaction id="r" reversible="false"><listOfReactants>
        <speciesReference species="X"\(stoichiometry) constant="true"/></listOfReactants>
        \(law.isEmpty ? "" : "<kineticLaw>\(Self.math)\(law)</math>\n<listOfLocalParameters>\n<localParameter id=\"l\"\(local)/></listOfLocalParameters></kineticLaw>")
        </reaction></listOfReactions>
        """)
    }
    let law = "<apply><times/><ci>k</ci><ci>l</ci><ci>X</ci></apply>"
    let (number, one) = (" value=\"2\"", " stoichiometry=\"1\"")
    #expect(error(text(value: number, law: law, local: number, stoichiometry: one), compile: true) == nil)
    func missing(_ xml: String, _ element: String, line: Int, says words: String) {
      expect(xml, .missingValue, element, line: line, says: words, compile: true)
    }
    missing(text(value: "", law: law, local: number, stoichiometry: one), "k", line: 6, says: "no value")
    missing(text(value: number, law: law, local: "", stoichiometry: one), "r.l", line: 12, says: "no value")
    missing(text(value: number, law: "", local: "", stoichiometry: one), "r", line: 8, says: "kinetic law")
    missing(
      text(value: number, law: law, local: number, stoichiometry: ""), "speciesReference X", line: 9, says: "no value")
  }

  @Test("Assignments, reactions and functions that use themselves, and sizes computed from their own contents")
  func cycles() {
    func rules(_ first: String, _ second: String) -> String {
      """
      <listOfParameters><parameter id="a" constant="false"/><parameter id="b" constant="false"/></listOfParameters>
      <listOfRules>
      <assignmentRule variable="a">\(Self.math)\(first)</math></assignmentRule>
      <assignmentRule variable="b">\(Self.math)\(second)</math></assignmentRule></listOfRules>
      """
    }
    #expect(error(document(rules("<ci>b</ci>", "<cn>1</cn>"))) == nil)
    expect(document(rules("<ci>b</ci>", "<ci>a</ci>")), .invalidSBML, "rule for a", line: 5, says: "by way of b")
    expect(document(rules("<cn>1</cn>", "<ci>b</ci>")), .invalidSBML, "rule for b", line: 6, says: "uses itself")

    func functions(_ called: String) -> String {
      """
      <listOfFunctionDefinitions>
      <functionDefinition id="f">\(Self.math)<lambda><bvar><ci>x</ci></bvar><apply><ci>g</ci><ci>x</ci></apply></lambda></math></functionDefinition>
      <functionDefinition id="g">\(Self.math)<lambda><bvar><ci>x</ci></bvar><apply>\(called)<ci>x</ci></apply></lambda></math></functionDefinition>
      </listOfFunctionDefinitions>
      """
    }
    #expect(error(document(functions("<sin/>"))) == nil)
    expect(document(functions("<ci>f</ci>")), .invalidSBML, "functionDefinition f", line: 4, says: "by way of g")

    func compartment(_ amounts: Bool) -> String {
      """
      <listOfCompartments><compartment id="c" size="1" spatialDimensions="3" constant="false"/></listOfCompartments>
      <listOfSpecies><species id="X" compartment="c" initialAmount="1" hasOnlySubstanceUnits="\(amounts)" \
      boundaryCondition="true" constant="false"/></listOfSpecies>
      <listOfRules>
      <assignmentRule variable="c">\(Self.math)<ci>X</ci></math></assignmentRule></listOfRules>
      """
    }
    #expect(error(document(compartment(true))) == nil)
    expect(document(compartment(false)), .invalidSBML, "rule for c", line: 6, says: "concentration of X")

    func reaction(_ law: String) -> String {
      """
      <listOfReactions>
      <reaction id="r" reversible="false"><kineticLaw>\(Self.math)<ci>s</ci></math></kineticLaw></reaction>
      <reaction id="s" reversible="false"><kineticLaw>\(Self.math)\(law)</math></kineticLaw></reaction></listOfReactions>
      """
    }
    #expect(error(document(reaction("<cn>1</cn>"))) == nil)
    expect(document(reaction("<ci>r</ci>")), .invalidSBML, "reaction r", line: 4, says: "by way of s")
  }

  @Test("Rates that use themselves by way of rateOf")
  func rateCycles() {
    func rateOf(_ name: String) -> String {
      "<apply><csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/rateOf\">r</csymbol>"
        + "<ci>\(name)</ci></apply>"
    }
    func rules(_ tag: String, _ first: String, _ second: String) -> String {
      """
      <listOfParameters><parameter id="a" value="1" constant="false"/><parameter id="b" value="1" constant="false"/></listOfParameters>
      <listOfRules>
      <\(tag) variable="a">\(Self.math)\(first)</math></\(tag)>
      <rateRule variable="b">\(Self.math)\(second)</math></rateRule></listOfRules>
      """
    }
    #expect(error(document(rules("rateRule", rateOf("b"), "<ci>a</ci>"))) == nil)
    expect(
      document(rules("rateRule", rateOf("b"), rateOf("a"))), .invalidSBML, "rule for a", line: 5, says: "uses itself")
    #expect(error(document(rules("assignmentRule", rateOf("b"), "<cn>2</cn>"))) == nil)
    expect(
      document(rules("assignmentRule", rateOf("b"), "<ci>a</ci>")), .invalidSBML, "rule for a", line: 5,
      says: "uses itself")
    func reaction(_ law: String) -> String {
      """
      <listOfCompartments><compartment id="c" size="1" spatialDimensions="3" constant="true"/></listOfCompartments>
      <listOfSpecies><species id="X" compartment="c" initialConcentration="1" hasOnlySubstanceUnits="false" \
      boundaryCondition="false" constant="false"/></listOfSpecies><listOfReactions>
      <reaction id="r" reversible="false"><listOfReactants><speciesReference species="X" stoichiometry="1" constant="true"/>\
      </listOfReactants><kineticLaw>\(Self.math)\(law)</math></kineticLaw></reaction></listOfReactions>
      """
    }
    #expect(error(document(reaction("<ci>X</ci>"))) == nil)
    expect(document(reaction(rateOf("X"))), .invalidSBML, "reaction r", line: 5, says: "by way of")
  }
}

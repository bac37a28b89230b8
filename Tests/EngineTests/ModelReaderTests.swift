@testable import Engine
import Testing

struct ModelReaderTests {
  private let mathematics = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"

  @Test("A model's parts are read as written")
  func parts() throws {
    var text = ModelText()
    text.compartments = [("cell", 2)]
    text.species = [("X", 0.5)]
    text.boundary = [("B", 3)]
    text.parameters = [("k", 1.5), ("y", 0)]
    text.functions = [("twice", ["a"], "2 * a")]
    text.assignments = [("y", "twice(X) + k")]
    text.reactions = [("r", ["X"], ["B"], "k * X")]
    let model = try Model(text)
    #expect(model.compartments.map(\.id) == ["cell"] && model.compartments.map(\.size) == [2])
    #expect(model.species.map(\.id) == ["X", "B"])
    #expect(model.species.map(\.initialValue) == [0.5, 3])
    #expect(model.species.map(\.isBoundary) == [false, true])
    #expect(model.parameters.map(\.isConstant) == [true, false])
    #expect(model.reactions[0].kineticLaw == .apply(.times, [.symbol("k"), .symbol("X")]))
    #expect(model.reactions[0].reactants.map(\.species) == ["X"])
    #expect(model.functionDefinitions[0].arguments == ["a"])
    #expect(model.rules[0].math == .apply(.plus, [.call("twice", [.symbol("X")]), .symbol("k")]))
  }

  @Test("Level 2 is read: stoichiometry defaults to 1 and may be an expression")
  func levelTwo() throws {
    // X in at 3 * 2 (an expression), out at 4 X: rests at 1.5.
    let xml = """
      <sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4"><model id="two">
      <listOfCompartments><compartment id="c" size="1"/></listOfCompartments>
      <listOfSpecies><species id="X" compartment="c" initialConcentration="0"/></listOfSpecies>
      <listOfParameters><parameter id="n" value="2"/></listOfParameters>
      <listOfReactions><reaction id="feed" reversible="false"><listOfProducts><speciesReference species="X">
      <stoichiometryMath>\(mathematics)<ci>n</ci></math></stoichiometryMath></speciesReference></listOfProducts>
      <kineticLaw>\(mathematics)<cn>3</cn></math></kineticLaw></reaction>
      <reaction id="leave" reversible="false"><listOfReactants><speciesReference species="X"/></listOfReactants>
      <kineticLaw>\(mathematics)<apply><times/><ci>k</ci><ci>X</ci></apply></math>
      <listOfParameters><parameter id="k" value="4"/></listOfParameters></kineticLaw></reaction>
      </listOfReactions></model></sbml>
      """
    let program = try SteadyStateProgram(model: Model(sbml: Array(xml.utf8), name: "test"), inputs: ["n"])
    #expect(program.solve([[2], [4]]).column("X") == [1.5, 3])
  }

  @Test("Functions that call one another do not explode")
  func nestedFunctions() throws {
    var text = ModelText()
    text.species = [("X", 1)]
    text.functions = [("f0", ["x"], "x * x + 1")]
    for index in 1...40 {
      text.functions.append(("f\(index)", ["x"], "f\(index - 1)(x + 1) + f\(index - 1)(x + 2)"))
    }
    text.reactions = [("make", [], ["X"], "1"), ("r", ["X"], [], "X * f40(1)")]
    let model = try Model(text)
    // The arguments differ along each path but meet again: 40 levels give some thousand calls, not 2^40.
    let program = try SteadyStateProgram(model: model, inputs: [])
    #expect(program.solve([[]]).certificates[0].status == .certified)
  }
}

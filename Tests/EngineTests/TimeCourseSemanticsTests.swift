import Engine
import Foundation
import Testing

/// Constructs of SBML Level 3 that few models use, by its specification (doi:10.1515/jib-2017-0081); expected values are
/// analytic.
struct TimeCourseSemanticsTests {
  private func follow(_ content: String, _ outputs: [TimeCourseProgram.Quantity], at time: Double) throws -> [Double] {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">\(content)</sbml>
      """
    let program = try TimeCourseProgram(
      model: Model(sbml: Array(xml.utf8), name: "test"), inputs: [], outputs: outputs)
    let courses = program.follow(times: [time])
    #expect(courses.reports[0].status == .completed)
    return outputs.map { courses.course($0)[0] }
  }

  private func math(_ content: String) -> String {
    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(content)</math>"
  }

  private func species(_ id: String, amount: Double, _ more: String = "", onlySubstance: Bool = false) -> String {
    "<species id=\"\(id)\" compartment=\"c\" initialAmount=\"\(amount)\" hasOnlySubstanceUnits=\"\(onlySubstance)\" "
      + "boundaryCondition=\"false\" constant=\"false\" \(more)/>"
  }

  @Test("Conversion factors turn extent into amount, a species' own before the model's")
  func conversionFactors() throws {
    let values = try follow(
      """
      <model conversionFactor="m"><listOfCompartments>
      <compartment id="c" size="2" spatialDimensions="3" constant="true"/></listOfCompartments>
      <listOfSpecies>\(species("A", amount: 8))\(species("B", amount: 0, "conversionFactor=\"own\""))</listOfSpecies>
      <listOfParameters><parameter id="m" value="3" constant="true"/><parameter id="own" value="5" constant="true"/>
      </listOfParameters><listOfReactions><reaction id="r" reversible="false">
      <listOfReactants><speciesReference species="A" stoichiometry="1" constant="true"/></listOfReactants>
      <listOfProducts><speciesReference species="B" stoichiometry="2" constant="true"/></listOfProducts>
      <kineticLaw>\(math("<cn>0.5</cn>"))</kineticLaw></reaction></listOfReactions></model>
      """, [.amount("A"), .amount("B"), .concentration("B"), .value("r")], at: 2)
    for (value, expected) in zip(values, [5, 10, 5, 0.5]) { #expect(agree(value, expected, 1e-12)) }
  }

  @Test("Stoichiometries follow rate rules, and amounts in a compartment that an assignment rule sizes are kept")
  func variableStoichiometry() throws {
    // c = 1 + t, n' = 2 from 1: amount A = 4 - integral of (1 + 2 t) 0.25 = 4 - 0.25 (t + t^2). B is an amount.
    let time = "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/time\">t</csymbol>"
    let values = try follow(
      """
      <model><listOfCompartments><compartment id="c" spatialDimensions="3" constant="false"/></listOfCompartments>
      <listOfSpecies>\(species("A", amount: 4))\(species("B", amount: 1, onlySubstance: true))
      \(species("C", amount: 6))</listOfSpecies>
      <listOfRules><rateRule variable="n">\(math("<cn>2</cn>"))</rateRule>
      <assignmentRule variable="c">\(math("<apply><plus/><cn>1</cn>\(time)</apply>"))</assignmentRule>
      <rateRule variable="C">\(math("<apply><minus/><ci>C</ci></apply>"))</rateRule></listOfRules>
      <listOfReactions><reaction id="r" reversible="false">
      <listOfReactants><speciesReference id="n" species="A" stoichiometry="1" constant="false"/></listOfReactants>
      <listOfProducts><speciesReference species="B" stoichiometry="1" constant="true"/></listOfProducts>
      <kineticLaw>\(math("<cn>0.25</cn>"))</kineticLaw></reaction></listOfReactions></model>
      """, [.amount("A"), .value("A"), .value("B"), .concentration("B"), .value("n"), .value("C"), .amount("C")], at: 1)
    // A rate rule of a concentration is of the concentration: C = 6 exp(-t), whatever the size does.
    let left = exp(-1.0)
    for (value, expected) in zip(values, [3.5, 1.75, 1.25, 0.625, 3, 6 * left, 12 * left]) {
      #expect(agree(value, expected, 1e-7), "\(value), expected \(expected)")
    }
  }
}

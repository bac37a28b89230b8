import Engine
import Foundation
import Testing

/// The largest real part of the Jacobian's eigenvalues, as certificates give it.
struct StabilityTests {
  @Test("Only on request, and only where there is a state")
  func onRequest() throws {
    let text = ModelText(
      species: [("x", 1)], parameters: [("k", 2), ("v", 1)],
      reactions: [("make", [], ["x"], "v"), ("use", ["x"], [], "k * x")])
    let program = try SteadyStateProgram(model: Model(text), inputs: ["v"])
    #expect(program.solve([[4]]).certificates[0].largestRealPart == nil)
    let asked = program.solve([[4], [.nan]], eigenvalues: true)
    #expect(asked.certificates[0].largestRealPart == -2)
    #expect(asked.certificates[1].status == .notFinite)
    #expect(asked.certificates[1].largestRealPart == nil)
  }

  @Test("Of three states of a cubic the middle one repels")
  func cubic() throws {
    // x' = -(x - 1)(x - 2)(x - 3): slopes -2, 1 and -2 at the roots.
    let text = ModelText(
      parameters: [("x", 0), ("start", 0)], rateRules: [("x", "0 - (x - 1) * (x - 2) * (x - 3)")],
      initialAssignments: [("x", "start")])
    let program = try SteadyStateProgram(model: Model(text), inputs: ["start"])
    let solutions = program.solve([[1.001], [2], [3.001]], eigenvalues: true)
    for (item, (root, slope)) in [(1.0, -2.0), (2, 1), (3, -2)].enumerated() {
      #expect(agree(solutions.value("x", item), root))
      #expect(agree(try #require(solutions.certificates[item].largestRealPart), slope))
    }
  }

  @Test("The Brusselator's state repels beyond B = 1 + A^2")
  func brusselator() throws {
    // Prigogine and Lefever, doi:10.1063/1.1668896: the state (A, B/A) with trace B - 1 - A^2 and determinant A^2.
    let text = ModelText(
      species: [("x", 1), ("y", 1)], parameters: [("a", 1), ("b", 1)],
      reactions: [
        ("feed", [], ["x"], "a"), ("turn", ["x"], ["y"], "b * x"), ("back", ["y"], ["x"], "x * x * y"),
        ("leave", ["x"], [], "x"),
      ])
    let program = try SteadyStateProgram(model: Model(text), inputs: ["b"])
    let solutions = program.solve([[1.5], [2], [3]], eigenvalues: true)
    for (item, b) in [1.5, 2, 3].enumerated() {
      let part = try #require(solutions.certificates[item].largestRealPart)
      #expect(abs(part - (b - 2) / 2) < 1e-9, "\(part) at b = \(b)")
    }
  }

  @Test("The three tissues: as libRoadRunner's eigenvalues")
  func peer() throws {
    struct Expected: Decodable { let largestRealParts: [Double] }
    struct Inputs: Decodable {
      struct Case: Decodable { let inputs: [Double] }
      let inputs: [String]
      let cases: [Case]
    }
    func fixture(_ name: String) throws -> Data {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
      return try Data(contentsOf: folder.appendingPathComponent(name))
    }
    let expected = try JSONDecoder().decode(Expected.self, from: fixture("three-tissues-eigenvalues.json"))
    let inputs = try JSONDecoder().decode(Inputs.self, from: fixture("three-tissues.json"))
    let model = try Model(sbml: [UInt8](fixture("three-tissues.xml")), name: "three-tissues")
    let program = try SteadyStateProgram(model: model, inputs: inputs.inputs)
    let solutions = program.solve(inputs.cases.map(\.inputs), eigenvalues: true)
    #expect(expected.largestRealParts.count == 20)
    for (item, value) in expected.largestRealParts.enumerated() {
      let part = try #require(solutions.certificates[item].largestRealPart)
      // The peer differentiates numerically.
      #expect(agree(part, value, 1e-5), "\(part) \(value)")
    }
  }
}

import Engine
import Foundation
import Testing

/// The engine against the slow, readable oracle, and against a bracketing solver on one feedback loop.
struct ReadableOracleTests {
  private func model(_ path: String) throws -> Model {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Model(sbml: [UInt8](Data(contentsOf: package.appendingPathComponent(path))), name: path)
  }

  private func compare(_ path: String, _ inputs: [String], _ rows: [[Double]]) throws {
    let model = try model(path)
    let solutions = try SteadyStateProgram(model: model, inputs: inputs).solve(rows)
    for (item, row) in rows.enumerated() {
      #expect(solutions.certificates[item].status == .certified)
      let oracle = ReadableOracle(model: model, given: Dictionary(uniqueKeysWithValues: zip(inputs, row)))
      for (id, value) in oracle.steadyState() {
        #expect(agree(solutions.value(id, item), value, 1e-8), "\(id) of row \(item)")
      }
    }
  }

  @Test("The invented three tissues")
  func threeTissues() throws {
    try compare(
      "Tests/EngineTests/Fixtures/three-tissues.xml", ["insulin", "tnf", "ffa", "amino"],
      [[20, 0.5, 0.3, 1], [600, 3.5, 1.5, 0.4]])
  }

  @Test("The project's own model, reference person and a sick one")
  func ownModel() throws {
    try compare(
      "Sources/Mechanism/Model/mtorc1.xml",
      ["insulin_m", "insulin_l", "insulin_a", "glucose", "ffa", "tnf_alpha", "gfr", "uraemic_load", "variant_b"],
      [[112, 112, 112, 5.39, 0.288, 1.95, 100, 0, 0], [300, 280, 260, 8.1, 0.9, 7, 12, 0.7, 1]])
  }

  @Test("One loop with falling feedback: the root that bisection encloses")
  func bracket() throws {
    // Insulin signal s makes x at rate s K^4 / (K^4 + z^4), z follows y, y follows x: at rest x = s K^4 / (K^4 + x^4),
    // whose left side rises and right side falls, so there is exactly one root.
    let text = ModelText(
      species: [("x", 1), ("y", 1), ("z", 1)], parameters: [("s", 1), ("k", 0.5)],
      reactions: [
        ("makeX", [], ["x"], "s * k ^ 4 / (k ^ 4 + z ^ 4)"), ("useX", ["x"], [], "x"), ("makeY", [], ["y"], "0.1 * x"),
        ("useY", ["y"], [], "0.1 * y"), ("makeZ", [], ["z"], "7 * y"), ("useZ", ["z"], [], "7 * z"),
      ])
    let program = try SteadyStateProgram(model: Model(text), inputs: ["s", "k"])
    let rows = [[1, 0.5], [0.01, 0.5], [100, 0.5], [3, 0.02], [1e4, 1e-3]]
    let solutions = program.solve(rows, eigenvalues: true)
    for (item, row) in rows.enumerated() {
      var (low, high) = (0.0, row[0])
      for _ in 0..<200 {
        let middle = (low + high) / 2
        let rises = middle < row[0] * pow(row[1], 4) / (pow(row[1], 4) + pow(middle, 4))
        if rises { low = middle } else { high = middle }
      }
      #expect(solutions.certificates[item].status == .certified)
      for id in ["x", "y", "z"] { #expect(agree(solutions.value(id, item), low, 1e-12), "\(id) of row \(item)") }
    }
  }

  @Test("A tighter tolerance brings the state closer, to the limit of doubles")
  func convergence() throws {
    // x + x^3 = 2 v has at v = 5 the root 2. One Newton step follows the accepted residual, which squares the error.
    let text = ModelText(
      species: [("x", 50), ("y", 1)], parameters: [("v", 5)],
      reactions: [
        ("make", [], ["x"], "2 * v"), ("use", ["x"], [], "x + x ^ 3 + 0 * y"), ("makeY", [], ["y"], "x"),
        ("useY", ["y"], [], "y"),
      ])
    var errors: [Double] = []
    for tolerance in [1e-1, 1e-2, 1e-4, 1e-8, 1e-12] {
      var options = SteadyStateOptions()
      options.residualTolerance = tolerance
      let solution = try SteadyStateProgram(model: Model(text), inputs: ["v"], options: options).solve([[5]])
      #expect(solution.certificates[0].status == .certified)
      #expect(solution.certificates[0].residual <= tolerance)
      errors.append(abs(solution.value("x") - 2) / 2)
      #expect(errors.last ?? .infinity <= tolerance)
    }
    #expect(zip(errors, errors.dropFirst()).allSatisfy { $0 >= $1 })
    #expect((errors.last ?? 1) < 1e-15)
  }
}

import Engine
import Foundation
import Testing

/// Steady states that are known in closed form, or from a slow method that shares nothing with the solver.
struct SteadyStateProgramTests {
  @Test("Production and decay rest at their ratio")
  func productionDecay() throws {
    var text = ModelText()
    text.species = [("X", 0)]
    text.parameters = [("k", 3), ("d", 0.7)]
    text.reactions = [("make", [], ["X"], "cell * k"), ("decay", ["X"], [], "cell * d * X")]
    let program = try SteadyStateProgram(model: Model(text), inputs: ["k", "d"])
    let solutions = program.solve([[3, 0.7], [1e-6, 2], [5e8, 1e-3], [0, 1]])
    #expect(solutions.certificates.allSatisfy { $0.status == .certified })
    for (item, expected) in [3 / 0.7, 5e-7, 5e11, 0].enumerated() {
      #expect(agree(solutions.value("X", item), expected, 1e-14))
    }
  }

  @Test("A reversible Michaelis-Menten conversion under flow rests where its quadratic says")
  func reversibleMichaelis() throws {
    // S in at rate j, S <-> P by Haldane's rate law (doi:10.1042/bj0980649 for the form), P out at rate d P:
    // at rest P = j/d and v(S, P) = j gives S in closed form.
    var text = ModelText()
    text.species = [("S", 1), ("P", 1)]
    text.parameters = [("j", 0.5), ("d", 2), ("vf", 3), ("vr", 1), ("ks", 0.4), ("kp", 0.9)]
    text.reactions = [
      ("feed", [], ["S"], "j"),
      ("convert", ["S"], ["P"], "(vf * S / ks - vr * P / kp) / (1 + S / ks + P / kp)"),
      ("leave", ["P"], [], "d * P"),
    ]
    let program = try SteadyStateProgram(model: Model(text), inputs: ["j"])
    let inputs = [0.01, 0.5, 1, 2, 2.5]
    let solutions = program.solve(inputs.map { [$0] })
    for (item, j) in inputs.enumerated() {
      let p = j / 2
      // vf s - vr q = j (1 + s + q) with s = S/ks, q = P/kp
      let q = p / 0.9
      let s = (j * (1 + q) + q) / (3 - j)
      #expect(solutions.certificates[item].status == .certified)
      #expect(agree(solutions.value("P", item), p, 1e-13))
      #expect(agree(solutions.value("S", item), s * 0.4, 1e-11))
    }
  }

  @Test("The Goldbeter-Koshland switch follows its published formula")
  func goldbeterKoshland() throws {
    // W + W* conserved at 1; formula of doi:10.1073/pnas.78.11.6840.
    var text = ModelText()
    text.species = [("W", 1), ("Wp", 0)]
    text.parameters = [("v1", 1), ("v2", 1), ("J1", 0.01), ("J2", 0.01)]
    text.reactions = [
      ("on", ["W"], ["Wp"], "v1 * W / (J1 + W)"), ("off", ["Wp"], ["W"], "v2 * Wp / (J2 + Wp)"),
    ]
    let program = try SteadyStateProgram(model: Model(text), inputs: ["v1", "v2", "J1", "J2"])
    #expect(program.states.count == 1, "the conserved total leaves one unknown")
    var rows: [[Double]] = []
    for v1 in [0.1, 0.5, 0.9, 0.99, 1.01, 1.1, 2, 10] {
      for j in [0.001, 0.01, 0.1, 1, 10] { rows.append([v1, 1, j, 2 * j]) }
    }
    let solutions = program.solve(rows)
    for (item, row) in rows.enumerated() {
      let (u, v, j1, j2) = (row[0], row[1], row[2], row[3])
      let b = v - u + v * j1 + u * j2
      let expected = 2 * u * j2 / (b + (b * b - 4 * (v - u) * u * j2).squareRoot())
      #expect(solutions.certificates[item].status == .certified, "\(row)")
      #expect(agree(solutions.value("Wp", item), expected, 1e-9), "\(row)")
      #expect(agree(solutions.value("W", item) + solutions.value("Wp", item), 1, 1e-14))
    }
  }

  @Test("A negative feedback of two variables agrees with bisection")
  func negativeFeedback() throws {
    // x' = k / (1 + (y/K)^4) - x, y' = a x - y: the root of x = k / (1 + (a x / K)^4), monotone, by bisection.
    var text = ModelText()
    text.species = [("x", 0), ("y", 0)]
    text.parameters = [("k", 1), ("a", 1), ("K", 0.1)]
    text.reactions = [
      ("makeX", [], ["x"], "k / (1 + (y / K) ^ 4)"), ("loseX", ["x"], [], "x"),
      ("makeY", [], ["y"], "a * x"), ("loseY", ["y"], [], "y"),
    ]
    let program = try SteadyStateProgram(model: Model(text), inputs: ["k", "a", "K"])
    #expect(program.blocks.count == 1)
    var rows: [[Double]] = []
    for k in [1e-3, 0.1, 1, 30, 1000] { for a in [0.2, 5] { rows.append([k, a, 0.3]) } }
    let solutions = program.solve(rows)
    for (item, row) in rows.enumerated() {
      var low = 0.0
      var high = row[0]
      for _ in 0..<200 {
        let middle = (low + high) / 2
        if row[0] / (1 + pow(row[1] * middle / row[2], 4)) > middle { low = middle } else { high = middle }
      }
      #expect(solutions.certificates[item].status == .certified, "\(row)")
      #expect(agree(solutions.value("x", item), low, 1e-12), "\(row)")
    }
  }

  @Test("A start at which a rate or its slope is not finite is moved a little")
  func nudgedStarts() throws {
    // 2 = sqrt(x), whose slope at 0 is infinite; x^2 / x = 3 - x, which is 0 / 0 at 0 with y beside it.
    let root = ModelText(
      species: [("x", 0)], parameters: [], reactions: [("make", [], ["x"], "2"), ("use", ["x"], [], "x ^ 0.5")])
    #expect(agree(try SteadyStateProgram(model: Model(root), inputs: []).solve([[]]).value("x"), 4))
    let quotient = ModelText(
      species: [("x", 0), ("y", 0)], parameters: [],
      reactions: [
        ("makeX", [], ["x"], "3"), ("useX", ["x"], [], "x * x / (x + y) + x"), ("makeY", [], ["y"], "x"),
        ("useY", ["y"], [], "y ^ 2 / (x + y) * 2 + y"),
      ])
    let solutions = try SteadyStateProgram(model: Model(quotient), inputs: []).solve([[]])
    let (x, y) = (solutions.value("x"), solutions.value("y"))
    #expect(solutions.certificates[0].status == .certified)
    #expect(agree(x * x / (x + y) + x, 3) && agree(2 * y * y / (x + y) + y, x))
  }
}

import Foundation
import Testing

@testable import Engine

/// Blocks whose unknowns follow from a few of them.
struct TearingTests {
  /// A ring in which each species makes the next; the last one's effect on the first is given.
  private static func ring(_ feedback: String) -> ModelText {
    ModelText(
      species: [("x", 1), ("y", 1), ("z", 1)], parameters: [("k", 2)],
      reactions: [
        ("makeX", [], ["x"], feedback), ("useX", ["x"], [], "x"), ("makeY", [], ["y"], "k * x * (3 - y)"),
        ("useY", ["y"], [], "y"), ("makeZ", [], ["z"], "y / 2"), ("useZ", ["z"], [], "z"),
      ])
  }

  @Test("A ring of species that are linear each has one tear, a system that is linear as a whole none")
  func tears() throws {
    let ring = try SteadyStateProgram(model: Model(Self.ring("1 / (1 + z ^ 2)")), inputs: [])
    #expect(ring.blocks.map(\.count) == [3])
    #expect(ring.torn?.stages.map(\.unknowns.count) == [1])

    let text = ModelText(
      species: [("x", 1), ("y", 1)], parameters: [],
      reactions: [
        ("makeX", [], ["x"], "1 + y / 2"), ("useX", ["x"], [], "x"), ("makeY", [], ["y"], "x"),
        ("useY", ["y"], [], "y"),
      ])
    let linear = try SteadyStateProgram(model: Model(text), inputs: [])
    #expect(linear.blocks.map(\.count) == [2])
    #expect(linear.torn?.stages.map(\.unknowns.count) == [0])
    // x = 1 + y / 2 and y = x.
    let solutions = linear.solve([[]])
    #expect(agree(solutions.value("x"), 2) && agree(solutions.value("y"), 2))
    #expect(solutions.certificates[0].iterations == 0)
  }

  @Test("A torn block's solution solves the equations as they are written")
  func solution() throws {
    let program = try SteadyStateProgram(model: Model(Self.ring("1 / (1 + z ^ 2)")), inputs: ["k"])
    let rows = [0.01, 0.3, 2, 50, 1e6].map { [$0] }
    let solutions = program.solve(rows)
    for (item, row) in rows.enumerated() {
      let (x, y, z) = (solutions.value("x", item), solutions.value("y", item), solutions.value("z", item))
      #expect(solutions.certificates[item].status == .certified)
      #expect(agree(x, 1 / (1 + z * z), 1e-13))
      #expect(agree(y, row[0] * x * (3 - y), 1e-9))
      #expect(agree(z, y / 2, 1e-15))
    }
  }

  @Test("Where an elimination divides by zero the case is solved on all unknowns, and says what it is")
  func division() throws {
    // z is taken out of k (y / 2 - z), which at k = 0 says nothing about it.
    let text = ModelText(
      species: [("y", 1), ("z", 1)], parameters: [("k", 2)],
      reactions: [
        ("makeY", [], ["y"], "1 / (1 + z)"), ("useY", ["y"], [], "y"), ("makeZ", [], ["z"], "k * y / 2"),
        ("useZ", ["z"], [], "k * z"),
      ])
    let program = try SteadyStateProgram(model: Model(text), inputs: ["k"])
    let solutions = program.solve([[1], [0], [3]])
    #expect(solutions.certificates.map(\.status) == [.certified, .singular, .certified])
    // z (1 + z) = 1/2.
    #expect(agree(solutions.value("z", 0), (3.0.squareRoot() - 1) / 2))
    #expect(solutions.value("z", 1).isNaN)
  }

  @Test("A state on a line of states is singular, though its unknowns could be taken out one by one")
  func line() throws {
    // x y = 0 and x y = k y: at y = 0 any x is a steady state.
    let text = ModelText(
      species: [("x", 1), ("y", 1)], parameters: [],
      reactions: [("useX", ["x"], [], "x * y"), ("useY", ["y"], [], "y * (2 + x)")])
    #expect(try SteadyStateProgram(model: Model(text), inputs: []).solve([[]]).certificates[0].status == .singular)
  }

  @Test("Torn and whole, the three tissues have the same states")
  func threeTissues() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("three-tissues.xml")))
    let model = try Model(sbml: bytes, name: "three-tissues")
    var whole = SteadyStateOptions()
    whole.tearsBlocks = false
    let inputs = ["insulin", "amino", "ffa", "tnf"]
    let rows = (0..<100).map { item -> [Double] in
      let t = Double(item)
      return [5 + 3 * t, 0.1 + t / 30, 0.05 + t / 100, t.truncatingRemainder(dividingBy: 7)]
    }
    let torn = try SteadyStateProgram(model: model, inputs: inputs)
    let one = torn.solve(rows)
    let other = try SteadyStateProgram(model: model, inputs: inputs, options: whole).solve(rows)
    #expect(torn.torn?.stages.map(\.unknowns.count).max() ?? 99 < 4)
    for item in rows.indices {
      #expect(one.certificates[item].status == .certified)
      #expect(other.certificates[item].status == .certified)
      for (a, b) in zip(one.batch.values(item), other.batch.values(item)) { #expect(agree(a, b, 1e-8)) }
    }
  }
}

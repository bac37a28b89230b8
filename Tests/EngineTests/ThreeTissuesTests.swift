import Engine
import Foundation
import Testing

/// The invented model of three tissues: against libRoadRunner, and against itself in other company.
struct ThreeTissuesTests {
  private struct Expected: Decodable {
    struct Case: Decodable {
      let inputs: [Double]
      let values: [Double]
    }
    let inputs: [String]
    let outputs: [String]
    let cases: [Case]
  }

  private static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  private func program(
    options: SteadyStateOptions = .init()
  ) throws -> (SteadyStateProgram, Expected) {
    let expected = try JSONDecoder().decode(Expected.self, from: Data(Self.fixture("three-tissues.json")))
    let model = try Model(sbml: Self.fixture("three-tissues.xml"), name: "three-tissues")
    return (try SteadyStateProgram(model: model, inputs: expected.inputs, options: options), expected)
  }

  @Test("Steady states are those that libRoadRunner's integrator comes to rest at")
  func peer() throws {
    // Fixtures/three-tissues.json says which version made it; make_three_tissues.py how.
    let (program, expected) = try program()
    let solutions = program.solve(expected.cases.map(\.inputs))
    #expect(expected.cases.count == 60)
    for (item, known) in expected.cases.enumerated() {
      #expect(solutions.certificates[item].status == .certified)
      #expect(solutions.certificates[item].residual < 1e-13)
      for (id, value) in zip(expected.outputs, known.values) {
        #expect(agree(solutions.value(id, item), value, 1e-8), "\(id) of case \(item)")
      }
    }
  }

  @Test("The fallback alone finds the same states")
  func fallback() throws {
    var options = SteadyStateOptions()
    options.newtonIterationLimit = 0
    options.scalarIterationLimit = 0
    let (program, expected) = try program(options: options)
    let solutions = program.solve(expected.cases.map(\.inputs))
    for (item, known) in expected.cases.enumerated() {
      #expect(solutions.certificates[item].status == .certified)
      for (id, value) in zip(expected.outputs, known.values) {
        #expect(agree(solutions.value(id, item), value, 1e-8), "\(id) of case \(item)")
      }
    }
  }

  @Test("The unknowns fall into three feedback blocks and single species")
  func blocks() throws {
    #expect(try program().0.blocks.map(\.count).sorted() == [1, 1, 1, 1, 12, 12, 12])
  }

  @Test("Two threads with a workspace each get the bits of one")
  func threads() async throws {
    let (program, expected) = try program()
    let rows = expected.cases.map(\.inputs)
    let alone = program.solve(rows).bits
    let together = await withTaskGroup(of: [UInt64].self) { group in
      for _ in 0..<2 { group.addTask { program.solve(rows).bits } }
      return await group.reduce(into: [[UInt64]]()) { $0.append($1) }
    }
    #expect(together == [alone, alone])
  }

  @Test("A case has the same bits alone, in blocks of 8 and 256, and in any order")
  func determinism() throws {
    let (program, _) = try program()
    let rows = (0..<256).map { item -> [Double] in
      let t = Double(item)
      return [
        10 + 37 * t.truncatingRemainder(dividingBy: 17), t / 64, 0.1 + t / 200,
        0.2 + (t * 7).truncatingRemainder(dividingBy: 5),
      ]
    }
    let whole = program.solve(rows)
    func bits(_ solutions: Solutions, _ item: Int) -> [UInt64] {
      program.outputs.map { solutions.value($0, item).bitPattern }
    }
    for size in [1, 8] {
      for first in stride(from: 0, to: rows.count, by: size) {
        let part = program.solve(Array(rows[first..<first + size]))
        for offset in 0..<size {
          #expect(bits(part, offset) == bits(whole, first + offset))
          #expect(part.certificates[offset] == whole.certificates[first + offset])
        }
      }
    }
    let order = (0..<256).map { ($0 * 101 + 13) % 256 }
    let permuted = program.solve(order.map { rows[$0] })
    for (place, item) in order.enumerated() { #expect(bits(permuted, place) == bits(whole, item)) }
  }
}

import Engine
import Foundation
import Testing

/// Models at which a small residual is easily had and wrong: a certificate must not be.
struct CertificateTests {
  private func solve(_ text: ModelText) throws -> Solutions {
    try SteadyStateProgram(model: Model(text), inputs: []).solve([[]])
  }

  /// Certified with the value that holds, or not certified: never certified with another.
  private func holds(_ solutions: Solutions, _ id: String, _ value: Double, _ tolerance: Double = 1e-6) -> Bool {
    solutions.certificates[0].status != .certified || agree(solutions.value(id), value, tolerance)
  }

  @Test("A small part of a large total", arguments: [["b", "a"], ["a", "b"]])
  func smallPart(order: [String]) throws {
    // 0.001 a / (1 + a) = b^2 / (0.01 + b^2) with a + b = 10,000: b = 0.0031637 (CVODE, libRoadRunner 2.10.0, to rest).
    let starts = ["a": 10_000.0, "b": 0]
    let text = ModelText(
      species: order.map { ($0, starts[$0] ?? 0) }, parameters: [],
      reactions: [
        ("f", ["a"], ["b"], "0.001 * a / (1 + a)"), ("r", ["b"], ["a"], "b * b / (0.01 + b * b)"),
      ])
    let solutions = try solve(text)
    #expect(solutions.certificates[0].status == .certified)
    #expect(agree(solutions.value("b"), 0.0031637, 2e-5))
    #expect(agree(solutions.value("a"), 10_000 - 0.0031637, 1e-9))
  }

  @Test(
    "A slow exchange behind a fast one", arguments: [["s1", "s2", "s3"], ["s3", "s2", "s1"], ["s2", "s3", "s1"]])
  func slowExchange(order: [String]) throws {
    // Cubic laws with equal constants both ways: all three are a third of the total, 11/3.
    let starts = ["s1": 9.0, "s2": 1, "s3": 1]
    let text = ModelText(
      species: order.map { ($0, starts[$0] ?? 0) }, parameters: [],
      reactions: [
        ("f1", ["s2"], ["s3"], "1000000 * s2 * s2 * s2"), ("f2", ["s3"], ["s2"], "1000000 * s3 * s3 * s3"),
        ("a", ["s1"], ["s2"], "0.000001 * s1 * s1 * s1"), ("b", ["s2"], ["s1"], "0.000001 * s2 * s2 * s2"),
      ])
    let solutions = try solve(text)
    for id in order { #expect(holds(solutions, id, 11.0 / 3), "\(id) \(solutions.value(id))") }
  }

  @Test("A slow balance behind a fast exchange", arguments: [1e-3, 1, 1e3])
  func slowBalance(fast: Double) throws {
    // x and y exchange alike; what comes in, 1e-8, leaves as 1e-8 x^2: both are 1.
    let text = ModelText(
      species: [("x", 100), ("y", 100)], parameters: [("k", fast)],
      reactions: [
        ("f1", ["x"], ["y"], "k * x * x * x"), ("f2", ["y"], ["x"], "k * y * y * y"), ("in", [], ["x"], "0.00000001"),
        ("out", ["x"], [], "0.00000001 * x * x"),
      ])
    let solutions = try solve(text)
    #expect(holds(solutions, "x", 1) && holds(solutions, "y", 1), "\(solutions.value("x"))")
    // Where doubles suffice it has to be found.
    if fast < 1e3 { #expect(solutions.certificates[0].status == .certified) }
    func uniform(_ start: Int, _ count: Int) -> [Double] {
      (0..<count).map { number in
        let value = Double(start * 7 + number * 3) * 0.618
        return value - value.rounded(.down) + 1e-9
      }
    }
    let search = try SteadyStateSearch(model: Model(text), inputs: [], values: [], starts: 20, uniform: uniform)
    #expect(search.states.count <= 1)
  }

  @Test("A species below zero beside a very large one is negative")
  func negative() throws {
    let text = ModelText(
      species: [("big", 1e9), ("small", 1)], parameters: [],
      reactions: [
        ("inBig", [], ["big"], "1000000000"), ("outBig", ["big"], [], "big"), ("inSmall", [], ["small"], "0 - 0.0005"),
        ("outSmall", ["small"], [], "small"),
      ])
    #expect(try solve(text).certificates[0].status == .negative)
  }

  @Test("More flows in than can ever leave: no state, however large")
  func overflow() throws {
    // a + b grows by 1.9 at least, for ever; at 1e16 the inflow is below one rounding of the exchange.
    let text = ModelText(
      species: [("a", 1), ("b", 1)], parameters: [],
      reactions: [
        ("in", [], ["a"], "2"), ("f", ["a"], ["b"], "a"), ("r", ["b"], ["a"], "b"),
        ("out", ["b"], [], "0.1 * b / (1 + b)"),
      ])
    let certificate = try solve(text).certificates[0]
    #expect(certificate.status != .certified && certificate.status != .negative)
  }

  @Test("A pivot that is exactly zero is no singular Jacobian")
  func zeroPivot() throws {
    // The Brusselator at a = b = 1: x = y = 1 with the Jacobian [[0, 1], [-1, -1]], eigenvalues -1/2 +- i sqrt(3)/2.
    let text = ModelText(
      species: [("x", 1), ("y", 1)], parameters: [],
      reactions: [
        ("feed", [], ["x"], "1"), ("turn", ["x"], ["y"], "x"), ("back", ["y"], ["x"], "x * x * y"),
        ("leave", ["x"], [], "x"),
      ])
    for tears in [true, false] {
      var options = SteadyStateOptions()
      options.tearsBlocks = tears
      let solutions = try SteadyStateProgram(model: Model(text), inputs: [], options: options)
        .solve([[]], eigenvalues: true)
      #expect(solutions.certificates[0].status == .certified)
      #expect(agree(solutions.value("x"), 1) && agree(solutions.value("y"), 1))
      #expect(abs((solutions.certificates[0].largestRealPart ?? 0) + 0.5) < 1e-9)
    }
  }

  @Test(
    "A chain drains into its end, in whatever order its species stand",
    arguments: [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]])
  func drains(order: [String]) throws {
    let starts = ["a": 7.3, "b": 0.21, "c": 0.0047]
    let text = ModelText(
      species: order.map { ($0, starts[$0] ?? 0) }, parameters: [("k", 1), ("m", 1)],
      reactions: [("f", ["a"], ["b"], "k * a"), ("g", ["b"], ["c"], "m * b")])
    let program = try SteadyStateProgram(model: Model(text), inputs: ["k", "m"])
    let rows = (1...40).map { [0.013 * Double($0), 17 / Double($0)] }
    let solutions = program.solve(rows)
    for item in rows.indices {
      #expect(solutions.certificates[item].status == .certified)
      #expect(agree(solutions.value("c", item), 7.3 + 0.21 + 0.0047))
      #expect(abs(solutions.value("a", item)) < 1e-15 && abs(solutions.value("b", item)) < 1e-15)
    }
  }

  @Test("A tolerance for negative species takes in rounding, no more")
  func negativityTolerance() throws {
    let text = ModelText(
      species: [("x", 1)], parameters: [("v", 0)],
      reactions: [("make", [], ["x"], "v"), ("use", ["x"], [], "x")])
    let program = try SteadyStateProgram(model: Model(text), inputs: ["v"])
    let solutions = program.solve([[-1e-13], [-1e-11]])
    #expect(solutions.certificates.map(\.status) == [.certified, .negative])
  }

  @Test("Cases that fail change no bit of their neighbours", arguments: InstructionSet.available)
  func neighbours(set: InstructionSet) throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = package.appendingPathComponent("Sources/Mechanism/Model/mtorc1.xml")
    let model = try Model(sbml: [UInt8](Data(contentsOf: path)), name: "mtorc1")
    let program = try SteadyStateProgram(model: model, inputs: ["insulin_m", "glucose", "ffa"])
    var rows: [[Double]] = []
    for item in 0..<256 {
      let share = Double(item)
      rows.append([20 + 2 * share, 4 + 0.03 * share, 0.1 + 0.003 * share])
    }
    rows[3][1] = .nan
    rows[77][0] = -1e300
    rows[200][2] = .infinity
    let together = program.solve(rows)
    #expect(together.certificates.filter { $0.status != .certified }.count >= 2)
    for item in [0, 2, 4, 76, 78, 127, 128, 199, 255] {
      let alone = program.solve([rows[item]])
      #expect(alone.certificates[0] == together.certificates[item])
      for (column, values) in together.batch.columns.enumerated() {
        #expect(values[item].bitPattern == alone.batch.columns[column][0].bitPattern, "\(program.outputs[column])")
      }
    }
  }
}

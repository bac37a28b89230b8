import Engine
import Foundation
import Testing

@testable import Mechanism

/// Steady states of the shipped file against libRoadRunner and COPASI, in both contexts.
///
/// Expected values: Fixtures/peers.csv, whose first line names the versions; Tests/Oracles/mechanism_steady_states.py made
/// it.
@Suite struct PeerTests {
  struct Case {
    /// habitual or probe (patient context), or experiment.
    let kind: String
    var given: [(id: String, value: Double)] = []
    /// By each peer.
    var expected: [String: [Double]] = [:]
  }

  static func fixture() throws -> [Case] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/peers.csv")
    var cases: [Case] = []
    // Below a comment that names the versions, and the header.
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst(2) {
      let fields = line.split(separator: ",").map(String.init)
      let number = try #require(Int(fields[0]))
      if number == cases.count { cases.append(Case(kind: fields[1])) }
      let values = try fields[4...].map { try #require(Double($0)) }
      if fields[2] == "input" {
        cases[number].given.append((fields[3], values[0]))
      } else {
        cases[number].expected[fields[3]] = values
      }
    }
    return cases
  }

  /// Of a value, at least of 1e-3. The peers differ from one another by less than 1e-13.
  static let tolerance = 1e-9

  @Test func theFixtureHasBothContextsAndBothPeers() throws {
    let cases = try Self.fixture()
    #expect(
      cases.map(\.kind) == ["habitual", "habitual", "habitual", "probe", "probe"]
        + Array(repeating: "experiment", count: 5))
    for one in cases {
      for (id, values) in one.expected {
        try #require(values.count == 2)
        #expect(abs(values[0] - values[1]) <= Self.tolerance * max(abs(values[0]), 1e-3), "\(id)")
      }
    }
  }

  @Test func patientContext() throws {
    let model = try MechanismModel.shipped()
    let sbml = try Model(sbml: Array(MechanismModelTests.shippedText.utf8), name: "mtorc1")
    let inputs = PlasmaInputs.Input.allCases.map(\.identifier)
    for one in try Self.fixture() where one.kind != "experiment" {
      // The whole model: nothing held but plasma insulin, which each tissue's own insulin replaces, and all outputs.
      let whole = try SteadyStateProgram(
        model: sbml, inputs: one.kind == "habitual" ? inputs : inputs + MechanismModel.slowIdentifiers,
        clamped: ["insulin"])
      // What scoring solves, under the parameters of the ensemble's columns at the file's values.
      let scored = one.kind == "habitual" ? model.habitual.program : model.probe.program
      for (program, isWhole) in [(whole, true), (scored, false)] {
        let values = try program.inputs.map { id in
          try #require(one.given.first { $0.id == id }?.value ?? MechanismModelTests.defaults[id], "\(id)")
        }
        try Self.compare(program.solve(cases: [values]), program.outputs, one, all: isWhole)
      }
    }
  }

  /// No species of plasma is among the inputs, so that all five move.
  @Test func experimentContext() throws {
    let model = try Model(sbml: Array(MechanismModelTests.shippedText.utf8), name: "mtorc1")
    for one in try Self.fixture() where one.kind == "experiment" {
      let program = try SteadyStateProgram(model: model, inputs: one.given.map(\.id))
      for id in ["glucose", "insulin", "ffa", "leptin", "adiponectin"] { #expect(program.states.contains(id)) }
      try Self.compare(program.solve(cases: [one.given.map(\.value)]), program.outputs, one)
    }
  }

  static func compare(_ solution: SteadyStateBatch, _ outputs: [String], _ one: Case, all: Bool = true) throws {
    #expect(solution.certificates[0].status == .certified)
    var compared = 0
    for (id, column) in zip(outputs, solution.columns) {
      guard let values = one.expected[id] else { continue }
      compared += 1
      for expected in values {
        #expect(abs(column[0] - expected) <= tolerance * max(abs(expected), 1e-3), "\(one.kind): \(id)")
      }
    }
    // Everything that the peers give but what the program holds.
    #expect(all ? compared == one.expected.count : compared >= MechanismModel.linkIdentifiers.count)
  }
}

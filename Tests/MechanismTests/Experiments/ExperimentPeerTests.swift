import CResources
import Domain
import Foundation
import Testing

@testable import Mechanism

/// Every experiment, with the file's own parameter values, against libRoadRunner.
///
/// Expected values: Fixtures/experiments.csv, whose first line names the versions; Tests/Oracles/experiments.py made it, with
/// its own mapping from a background to inputs and its own protocol. Run it again after any change of the tables.
@Suite struct ExperimentPeerTests {
  /// Of a value in log2, and of the shape of a sweep.
  static let tolerance = 1e-6
  /// How many of the outcomes libRoadRunner may leave without a value.
  static let unsolvedLimit = 5

  @Test func everyExperimentHasThePeersValue() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/experiments.csv")
    let text = try String(contentsOf: path, encoding: .utf8)
    let header = try #require(text.firstIndex(of: "\n"))
    let fixture = ComparisonText.file(String(text[text.index(after: header)...]))

    let parameters = ParameterEnsemble.shipped.parameters
    let own = try parameters.map { try #require(MechanismModelTests.defaults[$0], "\($0)") }
    let run = try ExperimentRun(ensemble: ParameterEnsemble(parameters: parameters, sets: [own]))
    let inVariants = [run.outcomes(variantB: false), run.outcomes(variantB: true)]

    try #require(fixture.rows.count == 2 * run.experiments.count, "the fixture is older than experiments.csv")
    var unsolved = 0
    for row in fixture.rows.indices {
      func cell(_ column: String) -> String { fixture.value(row, column) }
      let experiment = run.experiments[row / 2]
      let name = "\(cell("experiment")) \(cell("readout")) \(cell("variant"))"
      try #require(cell("experiment") == experiment.identifier && cell("readout") == experiment.comparison.readout)
      try #require(cell("variant") == ["A", "B"][row % 2])
      let found = inVariants[row % 2][row / 2][0]
      guard let value = Double(cell("value")), let shape = Double(cell("shape")), !value.isNaN else {
        unsolved += 1
        continue
      }
      #expect(abs(found.value - value) <= Self.tolerance, "\(name): \(found.value), libRoadRunner \(value)")
      #expect(shape.isNaN == found.shape.isNaN, "\(name)")
      if !shape.isNaN { #expect(abs(found.shape - shape) <= Self.tolerance, "\(name): shape") }
    }
    #expect(unsolved <= Self.unsolvedLimit)
  }
}

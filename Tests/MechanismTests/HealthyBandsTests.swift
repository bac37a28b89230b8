import Domain
import Foundation
import Testing

@testable import Mechanism

@Suite struct HealthyBandsTests {
  /// The table is generated: what ships must be what the shipped model, ensemble, constants and population give.
  /// A regression test: the expected values come from this code, and say nothing of whether the bands are right.
  /// The reference states of all parameter sets are computed, the bands of three sets spread over the ensemble.
  /// With RHEOSTAT_RECORD set the whole table is written anew, and the test fails so that nobody takes it for a check.
  @Test func shippedTableIsThatOfTheShippedModel() throws {
    let ensemble = ParameterEnsemble.shipped
    let computation = HealthyBandComputation(model: try MechanismModel.shipped())
    if ProcessInfo.processInfo.environment["RHEOSTAT_RECORD"] != nil {
      let threads = ProcessInfo.processInfo.activeProcessorCount
      let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Mechanism/Model/ensemble_reference.csv")
      try Data(computation.reference(of: ensemble, threads: threads).table.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); run again without RHEOSTAT_RECORD")
      return
    }
    let shipped = try #require(EnsembleReference.shipped)
    #expect(shipped.count == ensemble.count)
    // The solver may be made better without a new table: its tolerance, not its last bits, is what must agree.
    let states = try #require(computation.states(of: ensemble))
    for (new, old) in zip(states, shipped.states) {
      #expect(new.mtorc1.count + new.links.count + new.response.count == 18)
      #expect(agrees(new.mtorc1 + new.links + new.response, old.mtorc1 + old.links + old.response))
    }
    for set in Set([0, ensemble.count / 2, ensemble.count - 1]).sorted() {
      let one = ParameterEnsemble(parameters: ensemble.parameters, sets: [ensemble.sets[set]])
      let computed = try computation.reference(of: one)
      for group in ComparisonGroup.all {
        let (new, old) = (computed.bands[group.place], shipped.bands[group.place(set: set)])
        for (one, other) in zip(new.index + new.mtorc1, old.index + old.mtorc1) {
          #expect(agrees([one.low, one.high], [other.low, other.high]))
          #expect(other.low < other.high)
        }
      }
    }
  }

  private func agrees(_ new: [Double], _ old: [Double]) -> Bool {
    new.count == old.count && zip(new, old).allSatisfy { abs($0 - $1) < 1e-7 }
  }
}

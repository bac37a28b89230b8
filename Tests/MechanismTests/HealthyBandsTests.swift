import Domain
import Foundation
import Testing

@testable import Mechanism

@Suite struct HealthyBandsTests {
  /// The bands are generated: the table that ships must be what the shipped model, constants and population give.
  /// A regression test: the expected values come from this code, and say nothing of whether the bands are right.
  /// With RHEOSTAT_RECORD set the table is written anew, and the test fails so that nobody takes it for a check.
  @Test func shippedBandsAreThoseOfTheShippedModel() throws {
    let scorer = try Scorer.shipped()
    let computed = try #require(HealthyBandComputation.bands(of: scorer))
    if ProcessInfo.processInfo.environment["RHEOSTAT_RECORD"] != nil {
      let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Mechanism/Model/healthy_bands.csv")
      try Data(computed.table.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); run again without RHEOSTAT_RECORD")
      return
    }
    // The solver may be made better without a new table: its tolerance, not its last bits, is what must agree.
    for (new, shipped) in zip(computed.bands, HealthyBands.shipped.bands) {
      for (one, other) in zip(new.index + new.mtorc1, shipped.index + shipped.mtorc1) {
        #expect(abs(one.low - other.low) < 1e-7)
        #expect(abs(one.high - other.high) < 1e-7)
        #expect(other.low < other.high)
      }
    }
  }
}

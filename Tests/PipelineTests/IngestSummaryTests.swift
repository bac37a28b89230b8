import Testing

@testable import Pipeline

@Suite struct IngestSummaryTests {
  /// Exit code 1 under --strict: some patients or rows failed (the contract of the command line).
  @Test func rowsAndPatientsCanFail() {
    var summary = IngestSummary()
    #expect(!summary.hasFailures)
    summary.unsolved = 1
    #expect(summary.hasFailures && !summary.hasRejections)
    summary.unsolved = 0
    summary.rejected = 1
    #expect(summary.hasFailures && summary.hasRejections)
  }
}

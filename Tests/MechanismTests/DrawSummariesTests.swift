import Domain
import Testing

@testable import Mechanism

@Suite struct DrawSummariesTests {
  private func summaries(_ phenotypes: [PhenotypeClass]) -> DrawSummaries {
    let outcome = DrawOutcome(
      index: [0, 0, 0], mtorc1: [0, 0, 0], arms: Array(repeating: [0, 0, 0, 0], count: 3), isCertified: true)
    return DrawSummaries(phenotypes.enumerated().map { (outcome, $0 % 2 == 1, $1) })
  }

  /// By hand, n = 8: p = 8.5 / 9 or 0.5 / 9, so p (1 - p) / n = 4.25 / 648 = 17 / 2592.
  @Test func oneClassOnlyStillHasAnError() {
    let error = summaries(Array(repeating: .mixed, count: 8)).monteCarloErrorMax
    #expect(abs(error * error - 17.0 / 2592) < 1e-15)
  }

  /// By hand, n = 15: k = 7 gives p = 7.5 / 16, p (1 - p) / n = 63.75 / 3840; k = 8 gives the same; k = 0 less.
  @Test func theLargestErrorOfTheClasses() {
    let picked = Array(repeating: PhenotypeClass.sensitive, count: 7) + Array(repeating: .suppressed, count: 8)
    let error = summaries(picked).monteCarloErrorMax
    #expect(abs(error * error - 63.75 / 3840) < 1e-15)
    #expect(abs(DrawSummaries.standardError(hits: 0, draws: 15) - 0.0449247055) < 1e-9)
  }

  @Test func noDrawsHaveNoError() { #expect(summaries([]).monteCarloErrorMax.isNaN) }
}

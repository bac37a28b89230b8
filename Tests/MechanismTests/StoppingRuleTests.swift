import Domain
import Testing

@testable import Mechanism

@Suite struct StoppingRuleTests {
  private let rule = StoppingRule(constants: .shipped)

  /// Half of the draws in each variant; `a` and `b` of them are suppressed, the rest sensitive.
  private func summaries(_ draws: Int, a: Int, b: Int) -> DrawSummaries {
    let outcome = DrawOutcome(
      index: [0, 0, 0], mtorc1: [0, 0, 0], arms: Array(repeating: [0, 0, 0, 0], count: 3), isCertified: true)
    return DrawSummaries(
      [(a, false), (b, true)].flatMap { count, variantB in
        (0..<draws / 2).map { (outcome, variantB, $0 < count ? PhenotypeClass.suppressed : .sensitive) }
      })
  }

  @Test func looksAtTheStatedNumbersAndAtTheLast() {
    #expect(StoppingRule.looks(upTo: 500) == [64, 128, 256, 500])
    #expect(StoppingRule.looks(upTo: 100) == [64, 100])
    #expect(StoppingRule.looks(upTo: 64) == [64])
    #expect(StoppingRule.looks(upTo: 2) == [2])
    #expect(StoppingRule.looks(upTo: 1000) == [64, 128, 256, 500, 1000])
  }

  /// By hand, 64 draws: 62 of one class are 0.96 with an error of 0.024, eleven errors above 0.7.
  @Test func aClearAnswerIsSettledAtOnce() {
    #expect(rule.isSettled(summaries(64, a: 31, b: 31), draws: 64, decides: true))
  }

  /// 45 of 64 are 0.703: within one error (0.057) of the limit.
  @Test func anAnswerNearTheLimitIsNot() {
    #expect(!rule.isSettled(summaries(64, a: 23, b: 22), draws: 64, decides: true))
    #expect(!rule.isSettled(summaries(500, a: 176, b: 174), draws: 500, decides: true))
    // Nor is one whose probabilities are not yet known to the stated error: 0.5 of 64 draws has 0.062.
    #expect(!rule.isSettled(summaries(64, a: 16, b: 16), draws: 64, decides: true))
    #expect(rule.isSettled(summaries(256, a: 64, b: 64), draws: 256, decides: true))
  }

  /// All of variant A and half of B: 0.75 together; whether B reaches one half is not settled.
  @Test func bothVariantsHaveToBeClear() {
    #expect(!rule.isSettled(summaries(500, a: 250, b: 128), draws: 500, decides: true))
    // Clearly short of one half in B, all in A: by hand 0.73 with three errors of 0.007, and 0.46 with three of 0.011.
    #expect(rule.isSettled(summaries(4000, a: 2000, b: 920), draws: 4000, decides: true))
  }

  @Test func withAGuardOnlyTheErrorCounts() {
    #expect(rule.isSettled(summaries(128, a: 45, b: 45), draws: 128, decides: false))
    #expect(!rule.isSettled(summaries(64, a: 16, b: 16), draws: 64, decides: false))
    #expect(!rule.isSettled(DrawSummaries([]), draws: 0, decides: false))
  }

  /// Stopping takes the first draws of all: no number of a visit moves but by the draws left out.
  @Test func stoppedDrawsAreTheFirstOfAll() throws {
    let shipped = try Scorer.shipped()
    for patient in [TestPatient.lean, .wasted, .overfed] {
      let early = shipped.score(PanelBlock([patient]))[0]
      let exact = try Scorer(
        model: shipped.model, ensemble: shipped.ensemble, comparison: shipped.comparison, draws: early.draws,
        stopsEarly: false)
      #expect(exact.score(PanelBlock([patient]))[0] == early)
      #expect(StoppingRule.looks(upTo: 500).contains(early.draws))
    }
  }
}

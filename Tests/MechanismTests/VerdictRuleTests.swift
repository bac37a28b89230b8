import Domain
import Testing

@testable import Mechanism

@Suite struct VerdictRuleTests {
  private func verdict(
    _ probabilities: [Double], a: [Double]? = nil, b: [Double]? = nil, failed: Double = 0, missing: [Analyte] = [],
    guards: [VisitGuard] = []
  ) -> (verdict: Verdict, code: String, sentence: String) {
    VerdictRule(constants: .shipped).verdict(
      probabilities: probabilities, byVariant: [a ?? probabilities, b ?? probabilities], failedShare: failed,
      draws: 128, labsMissing: missing, guards: guards)
  }

  @Test func classAtTheThreshold() {
    let result = verdict([0.1, 0.7, 0, 0.2])
    #expect(result.verdict == .suppressed)
    #expect(result.code == "clear")
    #expect(verdict([0.1, 0.69, 0.01, 0.2]).code == "probability_below_threshold")
    #expect(verdict([0.1, 0.69, 0.01, 0.2]).verdict == .indeterminate)
  }

  /// 89 of 128 draws are 69.53 %: rounded to whole per cent the sentence would say that 70 % does not reach 70 %.
  @Test func aShareShortOfTheThresholdIsNotPrintedAsTheThreshold() {
    let result = verdict([39.0 / 128, 0, 0, 89.0 / 128])
    #expect(
      result.sentence
        == "No class reaches 70.0 % of the draws"
        + " (sensitive 30.4 %, suppressed 0.0 %, overactivated 0.0 %, mixed 69.5 %).")
    #expect(verdict([0.30001, 0, 0, 0.69999]).sentence.contains("mixed 69.9 %"))
  }

  @Test func sharesAreCutAtOneDecimal() {
    for tenths in 0...1000 {
      #expect(VerdictRule.percent(Double(tenths) / 1000) == "\(tenths / 10).\(tenths % 10) %")
    }
    #expect(VerdictRule.percent(0.99999) == "99.9 %")
  }

  @Test func variantsMustAgree() {
    #expect(verdict([0, 0, 0.72, 0.28], a: [0, 0, 0.96, 0.04], b: [0, 0, 0.48, 0.52]).code == "variants_disagree")
    #expect(verdict([0, 0, 0.72, 0.28], a: [0, 0, 0.94, 0.06], b: [0, 0, 0.5, 0.5]).verdict == .overactivated)
  }

  @Test func guardsComeFirstAndAreAllTold() {
    let result = verdict([1, 0, 0, 0], failed: 1, guards: [.mtorInhibitor, .pregnancy])
    #expect(result.verdict == .indeterminate)
    #expect(result.code == "guard_mtor_inhibitor")
    #expect(result.sentence.contains("mTOR inhibitor") && result.sentence.contains("Pregnancy"))
  }

  @Test func failedDrawsWithholdTheAnswer() {
    #expect(verdict([1, 0, 0, 0], failed: 0.05).code == "clear")
    #expect(verdict([1, 0, 0, 0], failed: 0.06).code == "unsolved")
  }

  @Test func missingLabsAreNamed() {
    let all = Analyte.mechanismLabs
    #expect(verdict([1, 0, 0, 0], missing: all).code == "labs_missing")
    #expect(verdict([1, 0, 0, 0], missing: all.filter { $0 != .insulin }).code == "clear")
    let sentence = verdict([0.4, 0.3, 0.2, 0.1], missing: [.egfr, .leptin, .adiponectin, .tnfAlpha]).sentence
    #expect(
      sentence.hasSuffix(
        "Not known, drawn from the population: eGFR (reported or from creatinine); Leptin; Adiponectin, total; TNF-alpha."
      ))
  }
}

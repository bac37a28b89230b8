import Domain

/// When enough draws have been made: at fixed numbers of them, the answer is looked at, and it is settled where more draws
/// would hardly turn the verdict and every probability is known to a stated error.
struct StoppingRule {
  /// The numbers of draws after which a visit is looked at.
  static let checkpoints = [64, 128, 256, 500]
  /// The largest Monte-Carlo standard error of a probability that may stand.
  static let largestError = 0.05
  /// How many standard errors a share has to keep from a limit of the verdict.
  static let distance = 3.0

  let constants: MappingConstants

  /// The numbers of draws at which to look, for at most `draws` of them.
  static func looks(upTo draws: Int) -> [Int] { checkpoints.filter { $0 < draws } + [draws] }

  /// Whether the draws so far settle the answer.
  /// - Parameters:
  ///   - decides: whether the verdict hangs on the probabilities at all: with a guard it does not.
  func isSettled(_ summaries: DrawSummaries, draws: Int, decides: Bool) -> Bool {
    guard draws > 0, summaries.monteCarloErrorMax <= Self.largestError else { return false }
    guard decides else { return true }
    let top = VerdictRule.top(summaries.probabilities)
    let share = summaries.probabilities[top.rawValue]
    guard isClear(share, of: constants[.verdictProbability], draws: draws) else { return false }
    if share < constants[.verdictProbability] { return true }
    // The class leads: each variant must clearly follow, or one of them clearly not.
    let limit = constants[.verdictVariantProbability]
    let variants = summaries.byVariant.map { $0[top.rawValue] }
    let clear = variants.map { isClear($0, of: limit, draws: draws / 2) }
    return clear.allSatisfy(\.self) || zip(variants, clear).contains { $0 < limit && $1 }
  }

  private func isClear(_ share: Double, of limit: Double, draws: Int) -> Bool {
    let hits = Int((share * Double(draws)).rounded())
    return abs(share - limit) > Self.distance * DrawSummaries.standardError(hits: hits, draws: draws)
  }
}

import Domain

/// From the draws of a visit to its verdict, with a reason code and a sentence in plain words.
public struct VerdictRule: Sendable {
  /// Codes of the reasons, as they are written in files; a guard's code is `guard_` and its name.
  public enum Reason: String, CaseIterable, Sendable {
    case clear
    case labsMissing = "labs_missing"
    case probabilityBelowThreshold = "probability_below_threshold"
    case variantsDisagree = "variants_disagree"
    case unsolved
  }

  /// The labs of which at least one must be measured: glucose and GFR alone say nothing of either route.
  static let informative: [Analyte] = [.insulin, .leptin, .adiponectin, .tnfAlpha, .il6, .ffa]

  let constants: MappingConstants

  /// The verdict.
  ///
  /// The most probable class if it reaches 0.7 and is the top class with at least 0.5 in each structural variant;
  /// otherwise indeterminate. Guards, too many failed draws and too few labs come first, in this order.
  func verdict(
    probabilities: [Double], byVariant: [[Double]], failedShare: Double, draws: Int, labsMissing: [Analyte],
    guards: [VisitGuard]
  ) -> (verdict: Verdict, code: String, sentence: String) {
    if let first = guards.first {
      return (.indeterminate, "guard_\(first.rawValue)", guards.map(\.sentence).joined(separator: " "))
    }
    if failedShare > constants[.failedShareLimit] || draws == 0 {
      return (
        .indeterminate, Reason.unsolved.rawValue,
        "In \(Self.percent(failedShare)) of the draws the model has no certified solution for these values."
      )
    }
    let missing = missingSentence(labsMissing)
    if Self.informative.allSatisfy(labsMissing.contains) {
      return (
        .indeterminate, Reason.labsMissing.rawValue,
        "None of insulin, leptin, adiponectin, TNF-alpha, IL-6 and free fatty acids was measured:"
          + " the labs cannot tell the two routes apart." + missing
      )
    }
    let top = Self.top(probabilities)
    let shares = PhenotypeClass.allCases.map { "\($0.name) \(Self.percent(probabilities[$0.rawValue]))" }
      .joined(separator: ", ")
    guard probabilities[top.rawValue] >= constants[.verdictProbability] else {
      return (
        .indeterminate, Reason.probabilityBelowThreshold.rawValue,
        "No class reaches \(Self.percent(constants[.verdictProbability])) of the draws (\(shares))." + missing
      )
    }
    let agree = byVariant.allSatisfy {
      Self.top($0) == top && $0[top.rawValue] >= constants[.verdictVariantProbability]
    }
    guard agree else {
      return (
        .indeterminate, Reason.variantsDisagree.rawValue,
        "The two structures of the adipose feedback, which human data leave open, do not agree (\(shares))." + missing
      )
    }
    let verdict: Verdict
    let meaning: String
    switch top {
    case .sensitive: (verdict, meaning) = (.sensitive, "no tissue is insulin resistant")
    case .suppressed:
      (verdict, meaning) = (
        .suppressed, "muscle is insulin resistant with mTORC1 below the healthy band, and not mainly by its feedback"
      )
    case .overactivated:
      (verdict, meaning) = (
        .overactivated, "muscle is insulin resistant with mTORC1 above the healthy band, mainly by its feedback"
      )
    case .mixed: (verdict, meaning) = (.mixed, "insulin resistance fits neither route alone")
    }
    return (
      verdict, Reason.clear.rawValue,
      "In \(Self.percent(probabilities[top.rawValue])) of \(draws) draws of the model \(meaning)." + missing
    )
  }

  /// The class with the largest share; the first of equals.
  static func top(_ probabilities: [Double]) -> PhenotypeClass {
    var top = PhenotypeClass.sensitive
    for one in PhenotypeClass.allCases where probabilities[one.rawValue] > probabilities[top.rawValue] { top = one }
    return top
  }

  /// A share as per cent with one decimal, cut and not rounded: a share short of a limit is never printed as the limit.
  ///
  /// The smallest step takes back what binary fractions lose, so that 0.29 is 29.0 and not 28.9.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000 + 1e-9).rounded(.down))
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private func missingSentence(_ labs: [Analyte]) -> String {
    guard !labs.isEmpty else { return "" }
    // Names may hold commas. eGFR may be derived: that it was not reported is not enough for it to be missing.
    let names = labs.map { $0 == .egfr ? "eGFR (reported or from creatinine)" : $0.info.label }
    return " Not known, drawn from the population: " + names.joined(separator: "; ") + "."
  }
}

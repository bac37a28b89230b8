import Domain

/// What the draws made so far of a visit come to.
struct ScoredAnswer {
  private let row: PanelRow
  private let gfr: Double?
  private let scorer: Scorer
  private let certified: [(draw: Scorer.ScoredDraw, phenotype: PhenotypeClass)]
  private let failed: Int
  private let guards: [VisitGuard]
  private let summaries: DrawSummaries

  init(_ row: PanelRow, gfr: Double?, draws: [Scorer.ScoredDraw], scorer: Scorer) {
    (self.row, self.gfr, self.scorer) = (row, gfr, scorer)
    certified = draws.filter(\.outcome.isCertified).map { draw in
      (draw, DrawClass.classify(draw.outcome, scorer.comparison.bands[draw.group.place(set: draw.set)]))
    }
    failed = draws.count - certified.count
    guards = VisitGuard.hit(by: row, scorer.constants)
    summaries = DrawSummaries(
      certified.map { (outcome: $0.draw.outcome, variantB: $0.draw.group.variantB, phenotype: $0.phenotype) })
  }

  /// What of the inputs was drawn from the population.
  private var drawn: [Analyte] {
    Analyte.mechanismInputs.filter {
      $0 == .egfr ? gfr == nil && !row.dialysis.isTreated : row.value($0) == nil
    }
  }

  private var labsMissing: [Analyte] { drawn.filter(Analyte.mechanismLabs.contains) }

  /// Whether further draws would hardly change the answer.
  var isSettled: Bool {
    let decides = guards.isEmpty && !VerdictRule.informative.allSatisfy(labsMissing.contains)
    return StoppingRule(constants: scorer.constants).isSettled(summaries, draws: certified.count, decides: decides)
  }

  /// The least share of draws at the floor that is worth a word.
  private static let floorShare = 0.05

  /// Tissues that no longer answer to insulin in some draws: there the index cannot rise further, and the arms that sum to it
  /// are cut with it.
  private var floorCaveats: [String] {
    let hit = Tissue.allCases.compactMap { tissue -> String? in
      let share =
        Double(certified.count { $0.draw.outcome.isFloored[tissue.rawValue] }) / Double(max(1, certified.count))
      return share < Self.floorShare ? nil : "\(tissue.inWords) in \(Int((100 * share).rounded())) %"
    }
    guard !hit.isEmpty else { return [] }
    return [
      "In part of the draws a tissue of the model no longer answers to insulin, and its IR index is a lower bound: "
        + hit.joined(separator: ", ") + "."
    ]
  }

  /// The answer.
  /// - Parameter drivers: what each driver makes of it; empty where nobody asks.
  func result(drivers: [DriverEffect] = []) -> PhenotypeResult {
    let all = certified.count + failed
    let (verdict, code, sentence) = VerdictRule(constants: scorer.constants).verdict(
      probabilities: summaries.probabilities, byVariant: summaries.byVariant,
      failedShare: Double(failed) / Double(max(1, all)), draws: certified.count, labsMissing: labsMissing,
      guards: guards)
    let gains = MissingLabGain.gains(
      of: drawn,
      certified.map {
        .init(
          measured: $0.draw.measured, gfr: $0.draw.person.gfr, phenotype: $0.phenotype,
          index: $0.draw.outcome.index[Tissue.muscle.rawValue])
      })
    return PhenotypeResult(
      verdict: verdict, reasonCode: code, reason: sentence, probabilities: summaries.probabilities,
      probabilitiesByVariant: summaries.byVariant, monteCarloErrorMax: summaries.monteCarloErrorMax,
      draws: certified.count, failedDraws: failed, insulinResistance: summaries.insulinResistance,
      mtorc1: summaries.mtorc1, probeMTORC1: summaries.probeMTORC1, arms: summaries.arms, labsMissing: labsMissing,
      gains: gains, drivers: drivers, guards: guards.map(\.rawValue),
      caveats: VisitGuard.caveats(for: row, gfr: gfr) + scorer.kits.caveats(for: row)
        + floorCaveats)
  }
}

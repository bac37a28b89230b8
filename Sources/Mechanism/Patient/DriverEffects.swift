import Domain

extension Scorer {
  /// Draws of counterfactuals and of the answer with a lab removed.
  public static let explanationDraws = DriverEffect.draws

  /// The cases of some draws with one driver at the reference, all else as it is.
  func cases(_ draws: [ScoredDraw], with driver: Driver) -> [DrawEvaluator.Case] {
    draws.map { draw in
      DrawEvaluator.Case(
        driver.atReference(draw.person, reference[draw.group.sex]), group: draw.group, reference: reference, constants,
        set: draw.set, reference: draw.group.place(set: draw.set))
    }
  }

  /// What a driver makes of some draws: the mean change over those that are certified with and without it, nil where none is.
  static func effect(of driver: Driver, _ pairs: [(draw: ScoredDraw, without: DrawOutcome)]) -> DriverEffect? {
    guard !pairs.isEmpty else { return nil }
    func mean(_ value: (DrawOutcome) -> [Double]) -> [Double] {
      Tissue.allCases.map { tissue in
        pairs.reduce(0) { $0 + value($1.without)[tissue.rawValue] - value($1.draw.outcome)[tissue.rawValue] }
          / Double(pairs.count)
      }
    }
    return DriverEffect(driver: driver, insulinResistance: mean(\.index), mtorc1: mean(\.mtorc1))
  }

  /// The outcomes of draws that are certified, beside those with a driver at the reference that are so too.
  func pairs(
    _ draws: [ScoredDraw], without driver: Driver, withArms: Bool, _ evaluator: inout DrawEvaluator
  ) -> [(draw: ScoredDraw, without: DrawOutcome)] {
    let outcomes = evaluator.outcomes(
      cases(draws, with: driver), references: comparison.states, withArms: withArms)
    return zip(draws, outcomes).filter { $0.outcome.isCertified && $1.isCertified }.map { (draw: $0, without: $1) }
  }

  /// What each driver makes of the first draws of a visit, in the order of `Driver.allCases`. Arms are not solved for.
  func driverEffects(_ draws: [ScoredDraw], _ evaluator: inout DrawEvaluator) -> [DriverEffect] {
    let first = Array(draws.prefix(Self.explanationDraws))
    return Driver.allCases.compactMap { driver in
      Self.effect(of: driver, pairs(first, without: driver, withArms: false, &evaluator))
    }
  }
}

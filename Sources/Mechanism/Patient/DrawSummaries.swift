import Domain

/// Sums up the draws of a visit.
struct DrawSummaries {
  let insulinResistance: [DrawSummary]
  let mtorc1: [DrawSummary]
  let arms: [[Double]]
  let probabilities: [Double]
  let byVariant: [[Double]]
  let monteCarloErrorMax: Double

  /// - Parameter draws: the certified draws with their class, in order.
  init(_ draws: [(outcome: DrawOutcome, variantB: Bool, phenotype: PhenotypeClass)]) {
    func shares(_ picked: [PhenotypeClass]) -> [Double] {
      PhenotypeClass.allCases.map { one in
        picked.isEmpty ? .nan : Double(picked.count { $0 == one }) / Double(picked.count)
      }
    }
    let outcomes = draws.map(\.outcome)
    insulinResistance = Tissue.allCases.map { tissue in Self.summary(outcomes.map { $0.index[tissue.rawValue] }) }
    mtorc1 = Tissue.allCases.map { tissue in Self.summary(outcomes.map { $0.mtorc1[tissue.rawValue] }) }
    arms = Tissue.allCases.map { tissue in
      Arm.allCases.map { arm in Self.mean(outcomes.map { $0.arms[tissue.rawValue][arm.rawValue] }) }
    }
    probabilities = shares(draws.map(\.phenotype))
    byVariant = [false, true].map { variant in shares(draws.filter { $0.variantB == variant }.map(\.phenotype)) }
    // The standard error of a share of n independent draws; half of them in each variant makes it no larger.
    let n = Double(draws.count)
    monteCarloErrorMax = probabilities.map { ($0 * (1 - $0) / n).squareRoot() }.max() ?? .nan
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }

  private static func summary(_ values: [Double]) -> DrawSummary {
    let sorted = values.sorted()
    return DrawSummary(
      median: Quantile.type7(sorted, 0.5), low: Quantile.type7(sorted, 0.05), high: Quantile.type7(sorted, 0.95),
      mean: mean(values))
  }
}

import Domain
import Statistics

/// Sums up the draws of a visit.
struct DrawSummaries {
  let insulinResistance: [DrawSummary]
  let mtorc1: [DrawSummary]
  let probeMTORC1: [DrawSummary]
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
    probeMTORC1 = Tissue.allCases.map { tissue in
      Self.summary(outcomes.compactMap { $0.probeMTORC1.isEmpty ? nil : $0.probeMTORC1[tissue.rawValue] })
    }
    arms = Tissue.allCases.map { tissue in
      Arm.allCases.map { arm in Self.mean(outcomes.map { $0.arms[tissue.rawValue][arm.rawValue] }) }
    }
    probabilities = shares(draws.map(\.phenotype))
    byVariant = [false, true].map { variant in shares(draws.filter { $0.variantB == variant }.map(\.phenotype)) }
    let picked = draws.map(\.phenotype)
    monteCarloErrorMax =
      PhenotypeClass.allCases.map { one in Self.standardError(hits: picked.count { $0 == one }, draws: draws.count) }
      .max() ?? .nan
  }

  /// The Monte-Carlo standard error of a share of `draws` independent draws, half of which in each variant make it no
  /// larger; not a number without draws.
  ///
  /// sqrt(p (1 - p) / n) with p = (k + 1/2) / (n + 1), a share shrunken towards one half: the plain share would give 0
  /// where no draw or every draw is of the class, as if more draws could not change it. The idea is that of Agresti and
  /// Coull (doi 10.1080/00031305.1998.10480550); the half is Jeffreys' prior rather than their two of each kind.
  static func standardError(hits: Int, draws: Int) -> Double {
    guard draws > 0 else { return .nan }
    let n = Double(draws)
    let p = (Double(hits) + 0.5) / (n + 1)
    return (p * (1 - p) / n).squareRoot()
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }

  static func summary(_ values: [Double]) -> DrawSummary {
    let sorted = values.sorted()
    return DrawSummary(
      median: Quantile.type7(sorted: sorted, p: 0.5), low: Quantile.type7(sorted: sorted, p: 0.05),
      high: Quantile.type7(sorted: sorted, p: 0.95),
      mean: mean(values))
  }
}

/// How many readouts agree with the review, by how the agreement came about: three numbers that must be told apart.
public struct AgreementCount: Sendable, Equatable {
  /// How the agreement came about.
  public let basis: ExperimentResult.Basis
  /// Readouts that agree in enough of the ensemble, and all readouts.
  public let agreeing, total: Int

  /// The three numbers over results in one structural variant, disputed claims and what variant B breaks by design
  /// apart.
  /// - Parameter variant: A or B.
  public static func all(_ results: [ExperimentResult], variant: String = "A") -> [AgreementCount] {
    [ExperimentResult.Basis.builtIn, .heldOut, .byConstruction].map { basis in
      let rows = results.filter {
        $0.basis == basis && $0.variant == variant && $0.standing != .disputed && !$0.isBrokenByDesign
      }
      return AgreementCount(
        basis: basis, agreeing: rows.count { $0.shareAgree >= ExperimentResult.threshold }, total: rows.count)
    }
  }
}

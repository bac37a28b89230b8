import Domain

/// Where the index of insulin resistance and mTORC1 lie in healthy, lean people: the 10th and 90th centile for one
/// parameter set, sex and structural variant, over virtual people of the population model, laboratory error included.
public struct HealthyBands: Sendable, Equatable {
  /// A closed range.
  public struct Band: Sendable, Equatable {
    /// 10th centile.
    public var low: Double
    /// 90th centile.
    public var high: Double
  }

  /// Index of insulin resistance, by `Tissue`.
  public var index: [Band]
  /// log2 of habitual mTORC1 over the reference's, by `Tissue`.
  public var mtorc1: [Band]
}

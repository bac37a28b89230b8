public import Domain

/// What one draw of a person gives.
public struct DrawOutcome: Sendable, Equatable {
  /// Index of insulin resistance by `Tissue`.
  public var index: [Double]
  /// log2 of habitual mTORC1 over the reference's, by `Tissue`.
  public var mtorc1: [Double]
  /// The same at the probe.
  public var probeMTORC1: [Double]
  /// Shapley values by `Tissue`, then `Arm`.
  public var arms: [[Double]]
  /// Whether a tissue's response lies at its floor, by `Tissue`: its index is a lower bound then.
  public var isFloored: [Bool]
  /// Whether every solution behind it was certified; nothing else holds when not.
  public var isCertified: Bool

  /// All parts at once.
  public init(
    index: [Double], mtorc1: [Double], probeMTORC1: [Double] = [], arms: [[Double]], isFloored: [Bool] = [],
    isCertified: Bool
  ) {
    self.index = index
    self.mtorc1 = mtorc1
    self.probeMTORC1 = probeMTORC1
    self.arms = arms
    self.isFloored = isFloored
    self.isCertified = isCertified
  }

  /// The arm with the largest share in a tissue.
  public func largestArm(_ tissue: Tissue) -> Arm {
    let shares = arms[tissue.rawValue]
    return Arm.allCases.max { shares[$0.rawValue] < shares[$1.rawValue] } ?? .upstream
  }
}

/// The state of a reference person that patients are compared with, for one parameter set and structural variant.
public struct ReferenceState: Sendable, Equatable {
  /// Habitual mTORC1 by tissue.
  public var mtorc1: [Double]
  /// mTORC1 at the probe by tissue.
  public var probeMTORC1: [Double]
  /// Links at the probe by tissue, then arm.
  public var links: [Double]
  /// Insulin response by tissue.
  public var response: [Double]
}

import Domain

/// Where a true value lies: at a point, or on one side of a limit when it was reported as below or above one.
/// Comparisons with a cut-off are three-valued, so that `>60` is not taken for 60.
struct CensoredBounds: Sendable {
  private enum Kind { case point, below, above, anywhere }
  private let kind: Kind
  private let limit: Double

  /// Relative slack of a comparison: metres to centimetres or g/L to mg/dL must not move a person over a cut-off
  /// by a rounding error in the last bit. Far below any reported digit.
  private static let slack = 1e-9

  /// A value as it enters computations by the rule of `Censoring`, with its status.
  @inline(__always) init(reported value: Double, status: ValueStatus) {
    switch status {
    case .missing: self = .anywhere
    case .measured: self.init(.point, value)
    case .belowLimit: self = .below(value / Censoring.belowLimitFraction)
    case .aboveLimit: self = .above(value / Censoring.aboveLimitFraction)
    }
  }

  @inline(__always) private init(_ kind: Kind, _ limit: Double) {
    self.kind = limit.isNaN ? .anywhere : kind
    self.limit = limit
  }

  /// Known to be less than this.
  @inline(__always) static func below(_ limit: Double) -> CensoredBounds { CensoredBounds(.below, limit) }
  /// Known to be more than this.
  @inline(__always) static func above(_ limit: Double) -> CensoredBounds { CensoredBounds(.above, limit) }
  /// Known exactly.
  @inline(__always) static func point(_ value: Double) -> CensoredBounds { CensoredBounds(.point, value) }
  /// Nothing is known.
  static let anywhere = CensoredBounds(.anywhere, 0)

  /// Whether the true value is at least the cut-off.
  @inline(__always) func isAtLeast(_ cutoff: Double) -> CriterionState {
    let reached = limit >= cutoff - abs(cutoff) * Self.slack
    switch kind {
    case .point: return reached ? .met : .notMet
    case .above: return reached ? .met : .unknown
    // Less than a limit that does not exceed the cut-off.
    case .below: return limit <= cutoff + abs(cutoff) * Self.slack ? .notMet : .unknown
    case .anywhere: return .unknown
    }
  }

  /// Whether the true value is below the cut-off.
  @inline(__always) func isBelow(_ cutoff: Double) -> CriterionState { isAtLeast(cutoff).negated }

  /// Whether the true value exceeds the cut-off.
  @inline(__always) func isAbove(_ cutoff: Double) -> CriterionState {
    switch kind {
    case .point: return limit > cutoff + abs(cutoff) * Self.slack ? .met : .notMet
    case .above: return limit >= cutoff - abs(cutoff) * Self.slack ? .met : .unknown
    case .below: return limit <= cutoff + abs(cutoff) * Self.slack ? .notMet : .unknown
    case .anywhere: return .unknown
    }
  }
}

extension CriterionState {
  /// Not, in three values.
  @inline(__always) var negated: CriterionState {
    switch self {
    case .unknown: .unknown
    case .notMet: .met
    case .met: .notMet
    }
  }
}

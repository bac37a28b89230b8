import Domain

/// Where a true value lies: at a point, or on one side of a limit when it was reported as below or above one.
/// Comparisons with a cut-off are three-valued, so that `>60` is not taken for 60.
struct CensoredBounds: Sendable {
  /// No value lies below the one or above the other; both are the point where it is known, and one is infinite where only a limit
  /// is, which itself is not reached then.
  private let lowest, highest: Double

  /// Relative slack of a comparison: metres to centimetres or g/L to mg/dL must not move a person over a cut-off
  /// by a rounding error in the last bit. Far below any reported digit.
  private static var slack: Double { 1e-9 }

  /// A value as it enters computations by the rule of `Censoring`, with its status.
  @inline(__always) init(reported value: Double, status: ValueStatus) {
    switch status {
    case .missing: self = .anywhere
    case .measured: self = .point(value)
    case .belowLimit: self = .below(value / Censoring.belowLimitFraction)
    case .aboveLimit: self = .above(value / Censoring.aboveLimitFraction)
    }
  }

  /// A bound that is no number says nothing.
  @inline(__always) private init(_ lowest: Double, _ highest: Double) {
    let isKnown = lowest <= highest
    (self.lowest, self.highest) = (isKnown ? lowest : -.infinity, isKnown ? highest : .infinity)
  }

  /// Known to be less than this.
  @inline(__always) static func below(_ limit: Double) -> CensoredBounds { CensoredBounds(-.infinity, limit) }
  /// Known to be more than this.
  @inline(__always) static func above(_ limit: Double) -> CensoredBounds { CensoredBounds(limit, .infinity) }
  /// Known exactly.
  @inline(__always) static func point(_ value: Double) -> CensoredBounds { CensoredBounds(value, value) }
  /// Nothing is known.
  static var anywhere: CensoredBounds { CensoredBounds(-.infinity, .infinity) }

  /// Whether the true value is known.
  @inline(__always) var isPoint: Bool { lowest == highest }

  /// Whether the true value is at least the cut-off.
  @inline(__always) func isAtLeast(_ cutoff: Double) -> CriterionState {
    let slack = abs(cutoff) * Self.slack
    return CriterionState(isMet: lowest >= cutoff - slack, isExcluded: highest <= cutoff + slack)
  }

  /// Whether the true value is below the cut-off.
  @inline(__always) func isBelow(_ cutoff: Double) -> CriterionState { isAtLeast(cutoff).negated }

  /// Whether the true value exceeds the cut-off. What is known only to be above a limit exceeds the limit itself too.
  @inline(__always) func isAbove(_ cutoff: Double) -> CriterionState {
    let slack = abs(cutoff) * Self.slack
    return CriterionState(
      isMet: isPoint ? lowest > cutoff + slack : lowest >= cutoff - slack, isExcluded: highest <= cutoff + slack)
  }
}

extension CriterionState {
  /// Met where that is known, else not met where that is excluded.
  @inline(__always) init(isMet: Bool, isExcluded: Bool) {
    self = isMet ? .met : isExcluded ? .notMet : .unknown
  }

  /// Not, in three values.
  @inline(__always) var negated: CriterionState {
    switch self {
    case .unknown: .unknown
    case .notMet: .met
    case .met: .notMet
    }
  }
}

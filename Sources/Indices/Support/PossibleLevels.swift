import Domain

/// The levels that a coded index can have at a visit, 1 the first: one where the value behind it is known, more where that is
/// known only to be below or above a limit, all where nothing is known. What depends on the level is told where every one of
/// them tells the same.
struct PossibleLevels: Equatable {
  let least, greatest: Int

  /// By limits in order: each that is met lies behind, each that could be may do so.
  init(_ limits: CriterionStates) {
    least = 1 + limits.count(of: .met)
    greatest = 1 + limits.count - limits.count(of: .notMet)
  }

  /// By two limits.
  init(_ low: CriterionState, _ high: CriterionState) {
    least = 1 + (low == .met ? 1 : 0) + (high == .met ? 1 : 0)
    greatest = 3 - (low == .notMet ? 1 : 0) - (high == .notMet ? 1 : 0)
  }

  /// Where nothing is known of so many limits.
  init(unknown limits: Int) { (least, greatest) = (1, 1 + limits) }

  /// The level, where there is but one.
  @inline(__always) var only: Int? { least == greatest ? least : nil }

  /// Whether the level is at least this one.
  @inline(__always) func isAtLeast(_ level: Int) -> CriterionState {
    CriterionState(isMet: least >= level, isExcluded: greatest < level)
  }
}

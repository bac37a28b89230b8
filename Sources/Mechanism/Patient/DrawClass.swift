public import Domain

/// The class of one draw by the rules of the phenotype.
///
/// A tissue is resistant when its index is above its healthy 90th centile; its mTORC1 is low or high when outside its
/// healthy band. A resistant tissue is suppressed when mTORC1 is low and feedback is not its largest arm, overactivated
/// when mTORC1 is high and feedback is its largest arm, and unexplained otherwise.
public enum DrawClass {
  /// What a tissue shows.
  enum TissueState { case normal, suppressed, overactivated, unexplained }

  static func state(_ outcome: DrawOutcome, _ tissue: Tissue, _ bands: HealthyBands) -> TissueState {
    let place = tissue.rawValue
    guard outcome.index[place] > bands.index[place].high else { return .normal }
    let feedback = outcome.largestArm(tissue) == .feedback
    if outcome.mtorc1[place] < bands.mtorc1[place].low, !feedback { return .suppressed }
    if outcome.mtorc1[place] > bands.mtorc1[place].high, feedback { return .overactivated }
    return .unexplained
  }

  /// Sensitive when no tissue is resistant; suppressed or overactivated when muscle is so and no other tissue is the
  /// opposite; everything else is mixed.
  public static func classify(_ outcome: DrawOutcome, _ bands: HealthyBands) -> PhenotypeClass {
    let muscle = state(outcome, .muscle, bands)
    let others = [state(outcome, .liver, bands), state(outcome, .adipose, bands)]
    if muscle == .normal, others.allSatisfy({ $0 == .normal }) { return .sensitive }
    if muscle == .suppressed, !others.contains(.overactivated) { return .suppressed }
    if muscle == .overactivated, !others.contains(.suppressed) { return .overactivated }
    return .mixed
  }
}

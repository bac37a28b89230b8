import Domain

/// The five criteria that the definitions share, each from one visit and the cut-offs of one definition.
enum SyndromeCriteria {
  /// Waist at or above the limit for sex and population.
  ///
  /// Where sex or population is unknown, or the statement has no limit for it, the criterion is met only if it is met
  /// under every limit that could apply, not met only if it is met under none, and unknown otherwise.
  static func waist(_ visit: IndexVisit, _ cutoffs: SyndromeCutoffs) -> CriterionAnswer {
    let range = cutoffs.waistRange(ethnicity: visit.code(.ethnicity), visit.sex)
    if visit.status(.waist) == .missing { return answer(.unknown, missing: InputSet(.waist)) }
    // Who is over the highest is over all, and who is not over the lowest over none.
    let lowest = visit.waist.isAtLeast(range.lowest)
    let state = lowest == visit.waist.isAtLeast(range.highest) ? lowest : .unknown
    var missing: InputSet = []
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    if !range.isListed { missing.insert(InputSet(.ethnicity)) }
    return answer(state, missing: missing.isEmpty ? InputSet(.waist) : missing)
  }

  /// Triglycerides, or a drug for them.
  static func triglyceride(_ visit: IndexVisit) -> CriterionAnswer {
    let state = visit.fasting(visit.reportedTriglyceride.isAtLeast(SyndromeCutoffs.triglyceride))
    return answer(state, missing: InputSet(.triglyceride), clause: lipidDrug(visit))
  }

  /// HDL cholesterol by sex, or a drug for it.
  static func hdl(_ visit: IndexVisit, _ cutoffs: SyndromeCutoffs) -> CriterionAnswer {
    let state = cutoffs.hdl.unanimous(visit.sex) { visit.hdl.isBelow($0) }
    let isSexWanting = visit.sex == .unknown && visit.status(.hdl) == .measured
    return answer(state, missing: isSexWanting ? InputSet(.sex) : InputSet(.hdl), clause: lipidDrug(visit))
  }

  /// Systolic or diastolic pressure, or a drug for it.
  static func bloodPressure(_ visit: IndexVisit) -> CriterionAnswer {
    let systolic = visit.systolic.isAtLeast(SyndromeCutoffs.systolic)
    let diastolic = visit.diastolic.isAtLeast(SyndromeCutoffs.diastolic)
    var missing: InputSet = []
    if systolic == .unknown { missing.insert(InputSet(.sbp)) }
    if diastolic == .unknown { missing.insert(InputSet(.dbp)) }
    return answer(either(systolic, diastolic), missing: missing, clause: bloodPressureDrug(visit))
  }

  /// Fasting glucose, or a drug for it (any glucose-lowering drug, insulin included).
  static func glucose(_ visit: IndexVisit) -> CriterionAnswer {
    let tablet = Clause(visit.glucoseDrug, .drugGlucose)
    let insulin = Clause(visit.answer(.drugInsulin), .drugInsulin)
    let drug = Clause(
      state: either(tablet.state, insulin.state),
      missing: tablet.missing.when(tablet.state == .unknown).union(insulin.missing.when(insulin.state == .unknown)))
    return answer(glucoseState(visit), missing: InputSet(.glucose), clause: drug)
  }

  /// Fasting glucose, or known type 2 diabetes. Diabetes of unspecified kind may be type 2 and leaves it unknown.
  static func glucoseOrType2(_ visit: IndexVisit) -> CriterionAnswer {
    let state: CriterionState =
      switch visit.diabetes {
      case .type2: .met
      case .none, .type1: .notMet
      case .unknown, .unspecified: .unknown
      }
    return answer(
      glucoseState(visit), missing: InputSet(.glucose), clause: Clause(state: state, missing: InputSet(.diabetes)))
  }

  // MARK: - Parts

  /// A drug or diagnosis that meets a criterion by itself.
  private struct Clause {
    let state: CriterionState
    /// What would make it known where it is not.
    let missing: InputSet
    /// For a criterion without such a clause.
    static var none: Clause { Clause(state: .notMet, missing: []) }

    init(state: CriterionState, missing: InputSet) { (self.state, self.missing) = (state, missing) }

    /// A drug that is taken or not.
    @inline(__always) init(_ answer: Answer, _ drug: Covariate) {
      self.init(state: CriterionState(answer), missing: InputSet(drug))
    }
  }

  private static func glucoseState(_ visit: IndexVisit) -> CriterionState {
    visit.fasting(visit.reportedGlucose.isAtLeast(SyndromeCutoffs.glucose))
  }
  private static func lipidDrug(_ visit: IndexVisit) -> Clause { Clause(visit.answer(.drugLipid), .drugLipid) }

  /// Treatment counts in a person with a history of hypertension: where there is known to be none, the drug is for
  /// something else, as an ACE inhibitor for albuminuria. An unknown history does not stand against a recorded drug.
  private static func bloodPressureDrug(_ visit: IndexVisit) -> Clause {
    visit.answer(.hypertension) == .no
      ? .none : Clause(state: CriterionState(visit.answer(.drugBloodPressure)), missing: treatment(visit))
  }

  /// What tells of a treatment of blood pressure: the drug, or that there is nothing to treat.
  static func treatment(_ visit: IndexVisit) -> InputSet {
    InputSet(.drugBloodPressure).union(InputSet(.hypertension).when(visit.answer(.hypertension) == .unknown))
  }

  private static func answer(_ measured: CriterionState, missing: InputSet, clause: Clause = .none) -> CriterionAnswer {
    CriterionAnswer(
      strict: either(measured, clause.state), measured: measured,
      missing: clause.missing.when(clause.state == .unknown).union(missing.when(measured == .unknown)))
  }
}

extension CriterionState {
  /// Met by a yes, not met by a no.
  @inline(__always) init(_ answer: Answer) { self = CriterionState(rawValue: answer.rawValue) ?? .unknown }
}

extension InputSet {
  /// This set where a condition holds, else none: without a branch, as `either`.
  @inline(__always) func when(_ condition: Bool) -> InputSet {
    InputSet(rawValue: rawValue & (0 &- UInt128(condition ? 1 : 0)))
  }
}

/// Or, in three values.
@inline(__always) func either(_ left: CriterionState, _ right: CriterionState) -> CriterionState {
  // Of the two bits of a state the upper one says met, the lower one not met. Without branches: which way they go is as good as
  // random from one visit to the next, and a core that guesses wrong waits longer than this takes.
  let bits = (left.rawValue | right.rawValue) & 2 | left.rawValue & right.rawValue & 1
  return CriterionState(rawValue: bits) ?? .unknown
}

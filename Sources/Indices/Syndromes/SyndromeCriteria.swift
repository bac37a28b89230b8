import Domain

/// The five criteria that the definitions share, each from one visit and the cut-offs of one definition.
struct SyndromeCriteria {
  let visit: IndexVisit
  let cutoffs: SyndromeCutoffs

  /// Waist at or above the limit for sex and population.
  ///
  /// Where sex or population is unknown, or the statement has no limit for it, the criterion is met only if it is met
  /// under every limit that could apply, not met only if it is met under none, and unknown otherwise.
  var waist: CriterionAnswer {
    let population = cutoffs.waistLimits(ethnicity: visit.code(.ethnicity))
    guard let value = visit.value(.waist) else { return answer(.unknown, missing: InputSet(.waist)) }
    let bounds = CensoredBounds(reported: value, status: visit.status(.waist))
    let state = unanimous(population.limits) { limits in limits.unanimous(visit.sex) { bounds.isAtLeast($0) } }
    var missing: InputSet = []
    if visit.sex == .unknown { missing.insert(InputSet(.sex)) }
    if !population.isListed { missing.insert(InputSet(.ethnicity)) }
    return answer(state, missing: missing.isEmpty ? InputSet(.waist) : missing)
  }

  /// Triglycerides, or a drug for them.
  var triglyceride: CriterionAnswer {
    let state = visit.fasting(visit.compare(.triglyceride, SyndromeCutoffs.triglyceride) { $0.isAtLeast($1) })
    return answer(state, missing: InputSet(.triglyceride), clause: lipidDrug)
  }

  /// HDL cholesterol by sex, or a drug for it.
  var hdl: CriterionAnswer {
    let state = cutoffs.hdl.unanimous(visit.sex) { limit in visit.compare(.hdl, limit) { $0.isBelow($1) } }
    let isSexWanting = visit.sex == .unknown && visit.status(.hdl) == .measured
    return answer(state, missing: isSexWanting ? InputSet(.sex) : InputSet(.hdl), clause: lipidDrug)
  }

  /// Systolic or diastolic pressure, or a drug for it.
  var bloodPressure: CriterionAnswer {
    func compare(_ analyte: Analyte, _ limit: Double) -> CriterionState {
      guard let value = visit.value(analyte) else { return .unknown }
      return CensoredBounds(reported: value, status: visit.status(analyte)).isAtLeast(limit)
    }
    let systolic = compare(.sbp, SyndromeCutoffs.systolic)
    let diastolic = compare(.dbp, SyndromeCutoffs.diastolic)
    var missing: InputSet = []
    if systolic == .unknown { missing.insert(InputSet(.sbp)) }
    if diastolic == .unknown { missing.insert(InputSet(.dbp)) }
    return answer(either(systolic, diastolic), missing: missing, clause: bloodPressureDrug)
  }

  /// Fasting glucose, or a drug for it (any glucose-lowering drug, insulin included).
  var glucose: CriterionAnswer {
    let (tablet, insulin) = (clause(visit.panel.glucoseDrug, .drugGlucose), clause(.drugInsulin))
    let drug = Clause(state: either(tablet.state, insulin.state), missing: tablet.missing.union(insulin.missing))
    return answer(glucoseState, missing: InputSet(.glucose), clause: drug)
  }

  /// Fasting glucose, or known type 2 diabetes. Diabetes of unspecified kind may be type 2 and leaves it unknown.
  var glucoseOrType2: CriterionAnswer {
    let state: CriterionState =
      switch visit.diabetes {
      case .type2: .met
      case .none, .type1: .notMet
      case .unknown, .unspecified: .unknown
      }
    return answer(
      glucoseState, missing: InputSet(.glucose), clause: Clause(state: state, missing: InputSet(.diabetes)))
  }

  // MARK: - Parts

  /// A drug or diagnosis that meets a criterion by itself.
  private struct Clause {
    let state: CriterionState
    let missing: InputSet
    /// For a criterion without such a clause.
    static let none = Clause(state: .notMet, missing: [])
  }

  private var glucoseState: CriterionState {
    visit.fasting(visit.compare(.glucose, SyndromeCutoffs.glucose) { $0.isAtLeast($1) })
  }
  private var lipidDrug: Clause { clause(.drugLipid) }

  /// Treatment counts in a person with a history of hypertension: where there is known to be none, the drug is for
  /// something else, as an ACE inhibitor for albuminuria. An unknown history does not stand against a recorded drug.
  private var bloodPressureDrug: Clause {
    visit.answer(.hypertension) == .no ? .none : clause(.drugBloodPressure)
  }

  private func clause(_ drug: Covariate) -> Clause { clause(visit.answer(drug), drug) }

  private func clause(_ answer: Answer, _ drug: Covariate) -> Clause {
    switch answer {
    case .yes: Clause(state: .met, missing: [])
    case .no: .none
    case .unknown: Clause(state: .unknown, missing: InputSet(drug))
    }
  }

  private func answer(_ measured: CriterionState, missing: InputSet, clause: Clause = .none) -> CriterionAnswer {
    var wanted = clause.state == .unknown ? clause.missing : []
    if measured == .unknown { wanted.formUnion(missing) }
    return CriterionAnswer(strict: either(measured, clause.state), measured: measured, missing: wanted)
  }
}

/// Or, in three values.
func either(_ left: CriterionState, _ right: CriterionState) -> CriterionState {
  if left == .met || right == .met { return .met }
  return left == .notMet && right == .notMet ? .notMet : .unknown
}

/// The answer on which all agree, else unknown; unknown where nobody is asked.
func unanimous<Case>(_ cases: [Case], _ test: (Case) -> CriterionState) -> CriterionState {
  guard let first = cases.first.map(test) else { return .unknown }
  return cases.dropFirst().allSatisfy { test($0) == first } ? first : .unknown
}

import Domain

/// Criteria of the WHO, the EGIR and the Chinese Diabetes Society, from one visit. Three-valued: a drug whose use is unknown
/// leaves unknown what only it could meet, in the strict reading.
enum OlderCriteria {
  private static func answer(_ strict: CriterionState, _ measured: CriterionState, _ missing: InputSet)
    -> CriterionAnswer
  {
    CriterionAnswer(strict: strict, measured: measured, missing: missing)
  }

  private static func state(_ answer: Answer) -> CriterionState {
    CriterionState(answer)
  }

  /// What is absent; where nothing is, a better value of any would settle it (one is censored, or not fasting).
  private static func wanted(_ analytes: AnalyteSet, _ visit: IndexVisit) -> InputSet {
    let absent = Applicability.missing(analytes, visit)
    return absent.isEmpty ? analytes.inputs : absent
  }

  // Fat

  static func waist(_ visit: IndexVisit, women: Double, men: Double) -> CriterionAnswer {
    let found = BySex(women: women, men: men).unanimous(visit.sex) { visit.waist.isAtLeast($0) }
    let missing = visit.value(.waist) == nil ? InputSet(.waist) : InputSet(.sex)
    return answer(found, found, missing)
  }

  static func bmi(_ visit: IndexVisit, atLeast limit: Double) -> CriterionAnswer {
    let found = visit.bodyMassBounds.isAtLeast(limit)
    return answer(found, found, bodyMassMissing(visit))
  }

  static func waistHipOrBMI(_ visit: IndexVisit) -> CriterionAnswer {
    var ratio = CriterionState.unknown
    if let waist = visit.value(.waist), let hip = visit.value(.hip), hip > 0, visit.status(.hip) == .measured {
      let bounds = CensoredBounds(reported: waist / hip, status: visit.status(.waist))
      ratio = BySex(women: 0.85, men: 0.90).unanimous(visit.sex) { bounds.isAbove($0) }
    }
    let found = either(visit.bodyMassBounds.isAbove(30), ratio)
    // Both measured, only sex can be wanting.
    let isMeasured = visit.status(.waist) == .measured && visit.status(.hip) == .measured
    let sizes = isMeasured ? [] : wanted([.waist, .hip], visit)
    let sex = visit.sex == .unknown ? InputSet(.sex) : []
    return answer(found, found, bodyMassMissing(visit).union(sizes).union(sex))
  }

  /// A better one where it is but a limit.
  private static func bodyMassMissing(_ visit: IndexVisit) -> InputSet {
    visit.bodyMassIndex != nil && !visit.bodyMassBounds.isPoint ? InputSet(.bmi) : BodyMassIndex.missing(visit)
  }

  // Lipids

  static func triglyceride(_ visit: IndexVisit) -> CriterionAnswer {
    let found = visit.fasting(
      visit.reportedTriglyceride.isAtLeast(UnitLimits(canonical: 1.7, perDecilitre: 150)))
    return answer(found, found, InputSet(.triglyceride))
  }

  static func hdl(_ visit: IndexVisit, below canonical: Double, perDecilitre: Double) -> CriterionAnswer {
    let found = visit.hdl.isBelow(UnitLimits(canonical: canonical, perDecilitre: perDecilitre))
    return answer(found, found, InputSet(.hdl))
  }

  static func lipids(
    _ visit: IndexVisit, triglyceride limit: Double, perDecilitre: Double, drugs: Bool, isAbove: Bool = false
  ) -> CriterionAnswer {
    let limits = UnitLimits(canonical: limit, perDecilitre: perDecilitre)
    let fat = visit.fasting(
      isAbove ? visit.reportedTriglyceride.isAbove(limits) : visit.reportedTriglyceride.isAtLeast(limits))
    let women = UnitLimits(canonical: 1.0, perDecilitre: 39)
    let men = drugs ? women : UnitLimits(canonical: 0.9, perDecilitre: 35)
    let hdl = BySex(women: women, men: men).unanimous(visit.sex) { visit.hdl.isBelow($0) }
    let measured = either(fat, hdl)
    let strict = drugs ? either(measured, state(visit.answer(.drugLipid))) : measured
    let isSexWanting = visit.sex == .unknown && visit.value(.hdl) != nil
    var missing = InputSet(.triglyceride).when(fat == .unknown)
    missing.formUnion((isSexWanting ? InputSet(.sex) : InputSet(.hdl)).when(hdl == .unknown))
    if drugs, visit.answer(.drugLipid) == .unknown { missing.insert(InputSet(.drugLipid)) }
    return answer(strict, measured, missing)
  }

  // Blood pressure

  static func pressure(_ visit: IndexVisit, systolic: Double, diastolic: Double) -> CriterionAnswer {
    let (upper, lower) = (visit.systolic.isAtLeast(systolic), visit.diastolic.isAtLeast(diastolic))
    let measured = either(upper, lower)
    // Treatment counts in a person with a history of hypertension.
    let drug: CriterionState = visit.answer(.hypertension) == .no ? .notMet : state(visit.answer(.drugBloodPressure))
    let missing = InputSet(.sbp).when(upper == .unknown).union(InputSet(.dbp).when(lower == .unknown))
    return answer(
      either(measured, drug), measured, missing.union(SyndromeCriteria.treatment(visit).when(drug == .unknown)))
  }

  // Glucose and insulin

  static func fastingGlucose(_ visit: IndexVisit) -> CriterionAnswer {
    let found = visit.fasting(
      visit.reportedGlucose.isAtLeast(UnitLimits(canonical: 6.1, perDecilitre: 110)))
    return answer(found, found, InputSet(.glucose))
  }

  /// Raised fasting glucose, or raised glucose after a load. A load that was not given is not asked for: most people have none.
  static func raisedGlucose(_ visit: IndexVisit) -> CriterionState {
    either(fastingGlucose(visit).measured, visit.value(.glucose2h) == nil ? .notMet : afterLoad(visit))
  }

  private static func afterLoad(_ visit: IndexVisit) -> CriterionState {
    visit.glucoseAfterLoad.isAtLeast(UnitLimits(canonical: 7.8, perDecilitre: 140))
  }

  /// What could still show raised glucose.
  private static func glucoseMissing(_ visit: IndexVisit) -> InputSet {
    InputSet(.glucose).when(fastingGlucose(visit).measured == .unknown)
      .union(InputSet(.glucose2h).when(afterLoad(visit) == .unknown))
  }

  private static func glucoseDrug(_ visit: IndexVisit) -> CriterionState {
    either(state(visit.glucoseDrug), state(visit.answer(.drugInsulin)))
  }

  /// WHO: raised glucose or any diabetes. A clamp, which nobody made, could show resistance too: never absent.
  static func glucoseOrDiabetes(_ visit: IndexVisit) -> CriterionAnswer {
    let diabetes: CriterionState =
      switch visit.hasDiabetes {
      case true: .met
      case false: .notMet
      default: glucoseDrug(visit)
      }
    func withClamp(_ state: CriterionState) -> CriterionState { state == .notMet ? .unknown : state }
    var missing = glucoseMissing(visit)
    if diabetes == .unknown { missing.insert(InputSet(.diabetes)) }
    return answer(
      withClamp(either(visit.common.raisedGlucose, diabetes)), withClamp(visit.common.raisedGlucose), missing)
  }

  /// Chinese Diabetes Society: raised glucose, or diabetes that is treated. Who is known to have none is treated for
  /// something else.
  static func glucoseOrTreatedDiabetes(_ visit: IndexVisit, raised: CriterionState) -> CriterionAnswer {
    let treated = visit.hasDiabetes == false ? CriterionState.notMet : glucoseDrug(visit)
    var missing = glucoseMissing(visit).when(raised == .unknown)
    if treated == .unknown {
      if visit.hasDiabetes == nil { missing.insert(InputSet(.diabetes)) }
      if visit.answer(.drugGlucose) == .unknown { missing.insert(InputSet(.drugGlucose)) }
      if visit.answer(.drugInsulin) == .unknown { missing.insert(InputSet(.drugInsulin)) }
    }
    return answer(either(raised, treated), raised, missing)
  }

  /// Not in diabetes, nor where insulin is not the person's own or is cleared less.
  static func insulin(_ visit: IndexVisit, limit: Double) -> CriterionAnswer {
    let diabetes = visit.hasDiabetes
    // Who is treated with insulin and of whom nobody said otherwise has diabetes, as for the WHO and the Chinese society.
    if diabetes ?? (visit.answer(.drugInsulin) == .yes) { return answer(.notMet, .notMet, []) }
    // Nothing among the labs tells more of these.
    if visit.answer(.drugInsulin) == .yes || visit.clearsLessInsulin { return answer(.unknown, .unknown, []) }
    // A rate that is not known is taken for a normal one, a limit for all that it can be.
    if let rate = visit.filtration, rate.bounds.isBelow(60) != .notMet {
      return answer(.unknown, .unknown, InputSet(rate.isReported ? .egfr : .creatinine))
    }
    let found = visit.fasting(visit.bounds(.insulin).isAtLeast(limit))
    // Above the limit an unknown diabetes may still exclude the person, by either reading.
    let settled: CriterionState = diabetes == nil && found == .met ? .unknown : found
    return answer(settled, settled, found == .unknown ? InputSet(.insulin) : InputSet(.diabetes))
  }

  /// Above the limit in people with kidney disease it says nothing of the syndrome; it is asked all the same.
  static func albuminuria(_ visit: IndexVisit) -> CriterionAnswer {
    // The limits of A2 are the same.
    let found = visit.albuminuria.isAtLeast(2)
    return answer(found, found, InputSet(.uacr))
  }
}

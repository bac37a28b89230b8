import Domain

/// Criteria of the WHO, the EGIR and the Chinese Diabetes Society, from one visit. Three-valued: a drug whose use is unknown
/// leaves unknown what only it could meet, in the strict reading.
struct OlderCriteria {
  let visit: IndexVisit

  private func bounds(_ analyte: Analyte) -> CensoredBounds? {
    visit.value(analyte).map { CensoredBounds(reported: $0, status: visit.status(analyte)) }
  }

  private func answer(_ strict: CriterionState, _ measured: CriterionState, _ missing: InputSet) -> CriterionAnswer {
    CriterionAnswer(strict: strict, measured: measured, missing: missing)
  }

  private func state(_ answer: Answer) -> CriterionState {
    answer == .yes ? .met : answer == .no ? .notMet : .unknown
  }

  /// What is absent; where nothing is, a better value of any would settle it (one is censored, or not fasting).
  private func wanted(_ analytes: AnalyteSet) -> InputSet {
    let absent = Applicability.missing(analytes, visit)
    return absent.isEmpty ? analytes.inputs : absent
  }

  // Fat

  func waist(women: Double, men: Double) -> CriterionAnswer {
    let limits = BySex(women: women, men: men)
    let found = bounds(.waist).map { waist in limits.unanimous(visit.sex) { waist.isAtLeast($0) } } ?? .unknown
    let missing = visit.value(.waist) == nil ? InputSet(.waist) : InputSet(.sex)
    return answer(found, found, missing)
  }

  func bmi(atLeast limit: Double) -> CriterionAnswer {
    let found: CriterionState = visit.bodyMassIndex.map { $0 >= limit ? .met : .notMet } ?? .unknown
    return answer(found, found, BodyMassIndex.missing(visit))
  }

  var waistHipOrBMI: CriterionAnswer {
    let index: CriterionState = visit.bodyMassIndex.map { $0 > 30 ? .met : .notMet } ?? .unknown
    var ratio = CriterionState.unknown
    if let waist = visit.value(.waist), let hip = visit.value(.hip), hip > 0 {
      ratio = BySex(women: 0.85, men: 0.90).unanimous(visit.sex) { waist / hip > $0 ? .met : .notMet }
    }
    let found = either(index, ratio)
    let sex = visit.sex == .unknown ? InputSet(.sex) : []
    return answer(found, found, BodyMassIndex.missing(visit).union(wanted([.waist, .hip])).union(sex))
  }

  // Lipids

  var triglyceride: CriterionAnswer {
    let found = visit.fasting(
      visit.compare(.triglyceride, UnitLimits(canonical: 1.7, perDecilitre: 150)) { $0.isAtLeast($1) })
    return answer(found, found, InputSet(.triglyceride))
  }

  func hdl(below canonical: Double, perDecilitre: Double) -> CriterionAnswer {
    let found = visit.compare(.hdl, UnitLimits(canonical: canonical, perDecilitre: perDecilitre)) { $0.isBelow($1) }
    return answer(found, found, InputSet(.hdl))
  }

  func lipids(
    triglyceride limit: Double, perDecilitre: Double, drugs: Bool, isAbove: Bool = false
  ) -> CriterionAnswer {
    let fat = visit.fasting(
      visit.compare(.triglyceride, UnitLimits(canonical: limit, perDecilitre: perDecilitre)) {
        isAbove ? $0.isAbove($1) : $0.isAtLeast($1)
      })
    let limits = BySex(women: (1.0, 39.0), men: drugs ? (1.0, 39.0) : (0.9, 35.0))
    let hdl = limits.unanimous(visit.sex) { limit in
      visit.compare(.hdl, UnitLimits(canonical: limit.0, perDecilitre: limit.1)) { $0.isBelow($1) }
    }
    let measured = either(fat, hdl)
    let strict = drugs ? either(measured, state(visit.answer(.drugLipid))) : measured
    var missing = wanted([.triglyceride, .hdl])
    if drugs, visit.answer(.drugLipid) == .unknown { missing.insert(InputSet(.drugLipid)) }
    return answer(strict, measured, missing)
  }

  // Blood pressure

  func pressure(systolic: Double, diastolic: Double) -> CriterionAnswer {
    let measured = either(
      bounds(.sbp)?.isAtLeast(systolic) ?? .unknown, bounds(.dbp)?.isAtLeast(diastolic) ?? .unknown)
    // Treatment counts in a person with a history of hypertension.
    let drug: CriterionState = visit.answer(.hypertension) == .no ? .notMet : state(visit.answer(.drugBloodPressure))
    var missing = wanted([.sbp, .dbp])
    if drug == .unknown { missing.insert(InputSet(.drugBloodPressure)) }
    return answer(either(measured, drug), measured, missing)
  }

  // Glucose and insulin

  var fastingGlucose: CriterionAnswer {
    let found = visit.fasting(
      visit.compare(.glucose, UnitLimits(canonical: 6.1, perDecilitre: 110)) { $0.isAtLeast($1) })
    return answer(found, found, InputSet(.glucose))
  }

  /// Raised fasting glucose, or raised glucose after a load. A load that was not given is not asked for: most people have none.
  var raisedGlucose: CriterionState {
    let load =
      visit.value(.glucose2h) == nil
      ? CriterionState.notMet
      : visit.compare(.glucose2h, UnitLimits(canonical: 7.8, perDecilitre: 140)) { $0.isAtLeast($1) }
    return either(
      visit.fasting(visit.compare(.glucose, UnitLimits(canonical: 6.1, perDecilitre: 110)) { $0.isAtLeast($1) }), load)
  }

  private var glucoseDrug: CriterionState {
    either(state(visit.panel.glucoseDrug), state(visit.answer(.drugInsulin)))
  }

  /// WHO: raised glucose or any diabetes. A clamp, which nobody made, could show resistance too: never absent.
  var glucoseOrDiabetes: CriterionAnswer {
    let diabetes: CriterionState =
      switch visit.hasDiabetes {
      case true: .met
      case false: .notMet
      default: glucoseDrug
      }
    func withClamp(_ state: CriterionState) -> CriterionState { state == .notMet ? .unknown : state }
    var missing = wanted([.glucose, .glucose2h])
    if diabetes == .unknown { missing.insert(InputSet(.diabetes)) }
    return answer(
      withClamp(either(visit.common.raisedGlucose, diabetes)), withClamp(visit.common.raisedGlucose), missing)
  }

  /// Chinese Diabetes Society: raised glucose, or diabetes that is treated. Who is known to have none is treated for
  /// something else.
  var glucoseOrTreatedDiabetes: CriterionAnswer {
    let treated = visit.hasDiabetes == false ? CriterionState.notMet : glucoseDrug
    var missing = wanted([.glucose, .glucose2h])
    if treated == .unknown {
      if visit.hasDiabetes == nil { missing.insert(InputSet(.diabetes)) }
      for drug in [Covariate.drugGlucose, .drugInsulin] where visit.answer(drug) == .unknown {
        missing.insert(InputSet(drug))
      }
    }
    return answer(either(visit.common.raisedGlucose, treated), visit.common.raisedGlucose, missing)
  }

  /// Not in diabetes, nor where insulin is not the person's own or is cleared less.
  func insulin(limit: Double) -> CriterionAnswer {
    let diabetes = visit.hasDiabetes
    // Who is treated with insulin and of whom nobody said otherwise has diabetes, as for the WHO and the Chinese society.
    if diabetes ?? (visit.answer(.drugInsulin) == .yes) { return answer(.notMet, .notMet, []) }
    if visit.answer(.drugInsulin) == .yes || Applicability.insulinCaveat([], visit) == .reducedInsulinClearance {
      return answer(.unknown, .unknown, InputSet(.insulin))
    }
    let found = visit.fasting(bounds(.insulin)?.isAtLeast(limit) ?? .unknown)
    // Above the limit an unknown diabetes may still exclude the person, by either reading.
    let settled: CriterionState = diabetes == nil && found == .met ? .unknown : found
    return answer(settled, settled, found == .unknown ? InputSet(.insulin) : InputSet(.diabetes))
  }

  /// Above the limit in people with kidney disease it says nothing of the syndrome; it is asked all the same.
  var albuminuria: CriterionAnswer {
    var found = CriterionState.unknown
    if let reported = visit.reported(.uacr) {
      let limit =
        reported.unit.factor == 1 ? 3 : 30 / (reported.unit.factor / PublishedUnit.albuminCreatinineRatio.factor)
      found = CensoredBounds(reported: reported.value, status: visit.status(.uacr)).isAtLeast(limit)
    }
    return answer(found, found, InputSet(.uacr))
  }
}

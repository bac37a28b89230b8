import Domain

/// Whether a person has hypertension, for indices that ask.
enum Hypertension {
  /// As recorded; else treated, or from 140/90 mmHg; nil where nothing is known.
  static func isPresent(_ visit: IndexVisit) -> Bool? {
    switch visit.answer(.hypertension) {
    case .yes: return true
    case .no: return false
    case .unknown: break
    }
    if visit.answer(.drugBloodPressure) == .yes { return true }
    let (systolic, diastolic) = (visit.value(.sbp), visit.value(.dbp))
    if (systolic ?? 0) >= 140 || (diastolic ?? 0) >= 90 { return true }
    return systolic != nil && diastolic != nil && visit.answer(.drugBloodPressure) == .no ? false : nil
  }
}

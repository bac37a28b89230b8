import Domain

/// The criteria that several definitions of the metabolic syndrome ask alike, worked out once a visit.
struct CommonCriteria {
  /// Triglycerides, blood pressure and glucose of the AHA and the joint statement; the IDF shares the first two.
  let triglyceride, bloodPressure, glucose: CriterionAnswer
  /// Blood pressure from 140/90 mmHg.
  let pressure: CriterionAnswer
  /// Triglycerides and HDL cholesterol of the WHO and the Chinese Diabetes Society of 2004.
  let lipids: CriterionAnswer
  /// Glucose from 6.1 mmol/L fasting, or from 7.8 mmol/L after a load.
  let raisedGlucose: CriterionState
  /// The same, or treated diabetes, for the Chinese Diabetes Society.
  let glucoseOrTreatedDiabetes: CriterionAnswer

  init(_ visit: borrowing IndexVisit) {
    triglyceride = SyndromeCriteria.triglyceride(visit)
    bloodPressure = SyndromeCriteria.bloodPressure(visit)
    glucose = SyndromeCriteria.glucose(visit)
    pressure = OlderCriteria.pressure(visit, systolic: 140, diastolic: 90)
    lipids = OlderCriteria.lipids(visit, triglyceride: 1.7, perDecilitre: 150, drugs: false)
    raisedGlucose = OlderCriteria.raisedGlucose(visit)
    glucoseOrTreatedDiabetes = OlderCriteria.glucoseOrTreatedDiabetes(visit, raised: raisedGlucose)
  }
}

import Domain

/// The criteria that several definitions of the metabolic syndrome ask alike, worked out once a visit.
final class CommonCriteria {
  /// Triglycerides, blood pressure and glucose of the AHA and the joint statement; the IDF shares the first two.
  let triglyceride, bloodPressure, glucose: CriterionAnswer
  /// Blood pressure from 140/90 mmHg.
  let pressure: CriterionAnswer
  /// Triglycerides and HDL cholesterol of the WHO and the Chinese Diabetes Society of 2004.
  let lipids: CriterionAnswer
  /// Glucose from 6.1 mmol/L fasting, or from 7.8 mmol/L after a load.
  let raisedGlucose: CriterionState

  init(_ visit: IndexVisit) {
    let joint = SyndromeCriteria(visit: visit, cutoffs: .harmonized2009)
    (triglyceride, bloodPressure, glucose) = (joint.triglyceride, joint.bloodPressure, joint.glucose)
    let older = OlderCriteria(visit: visit)
    pressure = older.pressure(systolic: 140, diastolic: 90)
    lipids = older.lipids(triglyceride: 1.7, perDecilitre: 150, drugs: false)
    raisedGlucose = older.raisedGlucose
  }
}

import Domain

/// Body mass index: the reported one, otherwise weight / height^2.
public enum BodyMassIndex {
  /// kg/m2, or nil where it is neither reported nor computable.
  public static func derive(_ visit: PanelRow) -> Double? {
    if let reported = visit.value(.bmi) { return reported.isFinite && reported > 0 ? reported : nil }
    return fromHeightAndWeight(visit)
  }

  /// kg/m2 from weight (kg) and height (cm), or nil.
  static func fromHeightAndWeight(_ visit: PanelRow) -> Double? {
    guard let weight = visit.value(.weight), let height = visit.value(.height), weight > 0, height > 0,
      weight.isFinite, height.isFinite
    else { return nil }
    let metres = height / 100
    let index = weight / (metres * metres)
    return index.isFinite ? index : nil
  }

  /// What is missing for it: BMI, and the part of height and weight that is not there.
  static func missing(_ visit: IndexVisit) -> InputSet {
    guard visit.bodyMassIndex == nil else { return [] }
    return Applicability.missing([.bmi, .height, .weight], visit)
  }
}

import Domain

/// Body mass index: the reported one, otherwise weight / height^2.
public enum BodyMassIndex {
  /// kg/m2, or nil where it is neither reported nor computable.
  public static func derive(_ visit: PanelRow) -> Double? {
    derive(visit.value(.bmi), weight: visit.value(.weight), height: visit.value(.height))
  }

  /// The same of what indices read.
  static func derive(_ visit: IndexVisit) -> Double? {
    derive(visit.value(.bmi), weight: visit.value(.weight), height: visit.value(.height))
  }

  @inline(__always) private static func derive(_ reported: Double?, weight: Double?, height: Double?) -> Double? {
    if let reported { return reported.isFinite && reported > 0 ? reported : nil }
    return fromHeightAndWeight(weight, height)
  }

  /// kg/m2 from weight (kg) and height (cm), or nil.
  static func fromHeightAndWeight(_ visit: IndexVisit) -> Double? {
    fromHeightAndWeight(visit.value(.weight), visit.value(.height))
  }

  private static func fromHeightAndWeight(_ weight: Double?, _ height: Double?) -> Double? {
    guard let weight, let height, weight > 0, height > 0, weight.isFinite, height.isFinite else { return nil }
    let metres = height / 100
    let index = weight / (metres * metres)
    return index.isFinite ? index : nil
  }

  /// Where the true one lies: it grows with weight; a limit of height says nothing of use.
  static func bounds(_ visit: IndexVisit) -> CensoredBounds {
    guard let index = visit.bodyMassIndex else { return .anywhere }
    if visit.value(.bmi) != nil { return CensoredBounds(reported: index, status: visit.status(.bmi)) }
    return visit.status(.height) == .measured
      ? CensoredBounds(reported: index, status: visit.status(.weight)) : .anywhere
  }

  /// What is missing for it: BMI, and the part of height and weight that is not there.
  static func missing(_ visit: IndexVisit) -> InputSet {
    guard visit.bodyMassIndex == nil else { return [] }
    return Applicability.missing([.bmi, .height, .weight], visit)
  }
}

import Domain
import Indices

extension PanelBlock {
  /// The same with the body mass index from height and weight where it was not reported, as the mechanism takes it: stages
  /// do not import one another, so that what one derives for another is filled in between them.
  func withDerivedBMI() -> PanelBlock {
    var panel = self
    for row in 0..<count where self[.bmi, row].status == .missing {
      guard let index = BodyMassIndex.derive(self[row]) else { continue }
      panel[.bmi, row] = LabValue(value: index, reported: index)
    }
    return panel
  }
}

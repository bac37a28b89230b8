import Domain
import Indices

extension PanelBlock {
  /// The same with the body mass index from height and weight where it was not reported, as the mechanism takes it: stages
  /// do not import one another, so that what one derives for another is filled in between them.
  func withDerivedBMI() -> PanelBlock {
    var panel = self
    let place = Analyte.bmi.ordinal
    for row in 0..<count where labs[place].status[row] == ValueStatus.missing.rawValue {
      guard let index = BodyMassIndex.derive(self[row]) else { continue }
      panel.labs[place].values[row] = index
      panel.labs[place].reported[row] = index
      panel.labs[place].status[row] = ValueStatus.measured.rawValue
    }
    return panel
  }
}

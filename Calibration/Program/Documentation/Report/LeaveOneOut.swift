/// What happens without one fact.
struct LeaveOneOut {
  let left: FactResult
  let reweighting: Reweighting
  /// What the sample then predicts of it.
  let prediction: Interval
  /// The other measured fact whose mean moves the most, by how many of its own deviations.
  let shifted: (fact: FactResult, deviations: Double)?

  /// - Parameters:
  ///   - left: the fact that is left out.
  ///   - all: all facts, from which the others are taken.
  init(_ left: FactResult, among all: [FactResult]) {
    self.left = left
    reweighting = Reweighting(withoutLogLikelihoods: left.logLikelihoods)
    prediction = left.natural(reweighting.interval(left.values))
    let even = Reweighting(withoutLogLikelihoods: left.values.map { _ in 0 })
    var shifted: (fact: FactResult, deviations: Double)?
    for other in all where other.fact.identifier != left.fact.identifier {
      guard let deviation = other.deviation else { continue }
      let shift = (reweighting.mean(other.values) - even.mean(other.values)) / deviation
      if abs(shift) > abs(shifted?.deviations ?? 0) { shifted = (other, shift) }
    }
    self.shifted = shifted
  }
}

import Engine

extension Comparison {
  /// What was found in one parameter set and variant.
  public struct Outcome: Sendable, Equatable {
    /// In the unit of the measure; not a number where a state was not certified.
    public var value: Double
    /// For sweeps: by how much (log2) the shape that is asked for is met; below 0 it is not.
    public var shape: Double = .nan
  }

  /// The outcome from the readouts of `conditions`, in their order.
  func outcome(_ readouts: [Double]) -> Outcome {
    switch measure {
    case .log2Ratio: Outcome(value: ExperimentMath.log2Ratio(readouts[1], readouts[0]))
    case .difference: Outcome(value: readouts[1] - readouts[0])
    case .interaction:
      Outcome(value: ExperimentMath.log2Ratio(readouts[1] - readouts[0], readouts[3] - readouts[2]))
    case .monotone: monotone(readouts)
    case .optimum: optimum(readouts)
    case .halfEffect: Outcome(value: halfEffect(readouts))
    }
  }

  private func monotone(_ readouts: [Double]) -> Outcome {
    let steps = zip(readouts.dropFirst(), readouts).map { ExperimentMath.log2Ratio($0, $1) }
    let total = ExperimentMath.log2Ratio(readouts[readouts.count - 1], readouts[0])
    guard !total.isNaN, !steps.contains(where: \.isNaN) else { return Outcome(value: .nan) }
    let sign = total < 0 ? -1.0 : 1
    // A step the wrong way counts against the shape by its size.
    return Outcome(value: total, shape: steps.map { min(0, $0 * sign) }.min() ?? 0)
  }

  private func optimum(_ readouts: [Double]) -> Outcome {
    guard let sweep, !readouts.contains(where: { !($0 > 0) }), let top = readouts.max(),
      let place = readouts.firstIndex(of: top)
    else { return Outcome(value: .nan) }
    // How far both ends lie below the top: 0 where the top is at an end.
    let drops = [readouts[0], readouts[readouts.count - 1]].map { ExperimentMath.log2Ratio(top, $0) }
    return Outcome(value: ExperimentMath.log2Ratio(sweep.factors[place], 1), shape: drops.min() ?? 0)
  }

  private func halfEffect(_ readouts: [Double]) -> Double {
    guard let sweep, !readouts.contains(where: \.isNaN), let first = readouts.first, let last = readouts.last,
      first != last
    else { return .nan }
    let shares = readouts.map { ($0 - first) / (last - first) }
    guard let above = shares.firstIndex(where: { $0 >= 0.5 }), above > 0 else { return .nan }
    let part = (0.5 - shares[above - 1]) / (shares[above] - shares[above - 1])
    return sweep.factors[above - 1] * ExperimentMath.power(sweep.factors[above] / sweep.factors[above - 1], part)
  }
}

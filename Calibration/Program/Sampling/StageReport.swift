/// What happened at one temperature.
struct StageReport: Sendable, Equatable {
  /// From 1.
  let stage: Int
  /// In (0, 1]; the last one is exactly 1.
  let temperature: Double
  /// Of the weights of the step to this temperature; the number of particles it is to be held against is that of those
  /// with a finite likelihood (all, but at the first stage).
  let effectiveSampleSize: Double
  /// How many particles have a copy after the resampling.
  let parents: Int
  /// How many of the starting points have a descendant after the resampling.
  let roots: Int
  /// The sum of the steps of the log evidence so far.
  let logEvidence: Double
  /// How often the particles were moved.
  let sweeps: Int
  /// The proposals by kind of move and block.
  let moves: [MoveTally]
  /// The correlation of the particles after the moves with themselves before, by coordinate; 1 where none moved.
  let correlations: [Double]

  /// The mean correlation over the coordinates.
  var meanCorrelation: Double { correlations.reduce(0, +) / Double(correlations.count) }
  /// The greatest correlation of a coordinate.
  var greatestCorrelation: Double { correlations.max() ?? .nan }

  /// The share of the proposals of one kind that was accepted; NaN where there were none.
  func acceptance(of kind: MoveKind) -> Double {
    let moves = moves.filter { $0.kind == kind }
    return Double(moves.reduce(0) { $0 + $1.accepted }) / Double(moves.reduce(0) { $0 + $1.proposed })
  }
}

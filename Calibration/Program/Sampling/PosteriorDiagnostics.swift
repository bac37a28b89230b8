import Domain
import Statistics

/// What the facts have told of one parameter: its posterior beside its prior, in the standardised space, where the prior
/// has mean 0 and standard deviation 1.
struct ParameterDiagnostic: Sendable, Equatable {
  /// The posterior's mean in standard deviations of the prior.
  let mean: Double
  /// The posterior's standard deviation over the prior's.
  let deviationRatio: Double
  /// The share of the prior that the posterior shares, in 0...1: 1 where nothing was learnt. It is taken over
  /// `intervals` of equal prior probability; by chance alone n points of the prior itself give about
  /// 1 - sqrt(intervals / (2 pi n)). (Inman and Bradley 1989, doi 10.1080/03610928908830127.)
  let overlap: Double

  /// The share of the prior's variance that is gone: 0 where nothing was learnt, near 1 where much was, below 0 where the
  /// posterior is wider. (Schad, Betancourt and Vasishth 2021, doi 10.1037/met0000275.)
  var contraction: Double { 1 - deviationRatio * deviationRatio }

  static let intervals = 20

  /// - Parameter sample: the posterior's coordinate of each particle, at least two.
  init(_ sample: [Double]) {
    let summary = NumericSummary(sample)
    mean = summary.mean
    deviationRatio = summary.standardDeviation
    let ends = (1..<Self.intervals).map { NormalDistribution.quantile(Double($0) / Double(Self.intervals)) }
    var counts = [Int](repeating: 0, count: Self.intervals)
    for value in sample { counts[ends.firstIndex { value < $0 } ?? ends.count] += 1 }
    overlap = counts.reduce(0) { $0 + min(Double($1) / Double(sample.count), 1 / Double(Self.intervals)) }
  }
}

/// What the facts have told of the parameters.
struct PosteriorDiagnostics: Sendable, Equatable {
  /// In the order of the coordinates.
  let parameters: [ParameterDiagnostic]
  /// Pairs that the facts tell little apart: correlations above `correlationLimit`, either way.
  let correlated: [Correlation.Pair]

  static let correlationLimit = 0.8

  /// - Parameter points: particles of equal weight in the standardised space, at least two.
  init(_ points: Points) {
    parameters = (0..<points.dimension).map { ParameterDiagnostic(points.column($0)) }
    correlated = Correlation.pairs(points, above: Self.correlationLimit)
  }
}

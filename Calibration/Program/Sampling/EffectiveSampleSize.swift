import Engine
import Statistics

/// How many independent draws from the posterior the final particles are worth.
///
/// Particles with a common ancestor are a family. Families are as good as independent of one another; particles within
/// one are as much alike as the moves have left them. The variance of a mean over all particles is therefore estimated
/// from the sums of the families (Lee and Whiteley 2018, doi 10.1093/biomet/asy028: their V for a centred function, with
/// the factor (N / (N - 1))^(n + 1) for n resamplings): copies that have not moved apart count as one draw, copies that
/// have forgotten their origin as many. Ancestors are looked for no further back than particles remember (the fixed lag
/// of Olsson and Douc 2019, arXiv 1701.01001): to the last stage since which the product of the stages' greatest
/// correlations of a coordinate is at most `memory`, else to the start.
///
/// It sees no more than variance: a mode that every particle has missed it cannot tell. The theory is for multinomial
/// resampling; systematic resampling and a start from a Latin hypercube vary less.
struct EffectiveSampleSize: Sendable, Equatable {
  /// The number of different points among the particles.
  let distinct: Int
  /// The number of stages, from the last back, since which families are counted.
  let lag: Int
  /// The number of families.
  let ancestors: Int
  /// The square of the number of particles over the sum of the squares of the families' sizes: what is left if a family
  /// were a single draw, the least that the sample can be worth.
  let families: Double
  /// By coordinate, the variance over the particles over the estimated variance of their mean; at most the number of
  /// particles. Where `families` is below `leastFamilies` it is not to be trusted, and `families` stands instead.
  let coordinates: [Double]

  /// The least over the coordinates.
  var least: Double { coordinates.min() ?? .nan }
  /// The median over the coordinates.
  var median: Double { Quantile.type7(of: coordinates, probabilities: [0.5])[0] }

  static let memory = 0.05
  /// With two families in effect the estimate was found ten times too high, with ten it was right on average.
  static let leastFamilies = 10.0

  /// - Parameters:
  ///   - points: the particles after all moves, at least two.
  ///   - sources: for each stage and particle the particle of the stage before that it was copied from.
  ///   - correlations: for each stage the greatest correlation of a coordinate with itself over the stage's moves.
  init(points: Points, sources: [[Int]], correlations: [Double]) {
    var product = 1.0
    var lag = 0
    var family = Array(0..<points.count)
    while lag < sources.count, product > Self.memory {
      lag += 1
      family = family.map { sources[sources.count - lag][$0] }
      product *= max(0, correlations[sources.count - lag])
    }

    let count = Double(points.count)
    var sizes = [Double](repeating: 0, count: points.count)
    for ancestor in family { sizes[ancestor] += 1 }
    let families = count * count / sizes.reduce(0) { $0 + $1 * $1 }
    let ancestors = sizes.count { $0 > 0 }
    let inflation = Elementary.power(count / (count - 1), Double(lag + 1))

    self.lag = lag
    self.ancestors = ancestors
    self.families = families
    distinct = Set((0..<points.count).map { points[$0] }).count
    coordinates = (0..<points.dimension).map { coordinate in
      guard families >= Self.leastFamilies else { return families }
      let column = points.column(coordinate)
      let summary = NumericSummary(column)
      var sums = [Double](repeating: 0, count: sizes.count)
      for (value, ancestor) in zip(column, family) { sums[ancestor] += value - summary.mean }
      // Sums about the common mean have one degree of freedom less than there are families.
      let freedom = Double(ancestors) / Double(ancestors - 1)
      let variance = inflation * freedom * sums.reduce(0) { $0 + $1 * $1 } / (count * count)
      let spread = summary.standardDeviation
      return min(count, max(1, spread * spread / variance))
    }
  }
}

import Engine

/// A sample of the posterior as a sample of the posterior without one fact: each particle weighed by one over its
/// likelihood of that fact (importance sampling for leave-one-out; Gelfand, Dey and Chang 1992, in Bayesian Statistics 4,
/// 147-167).
///
/// Where the fact has moved the posterior much, few particles carry all the weight, and the sample cannot tell: see
/// ``effectiveSize``.
struct Reweighting {
  /// One a particle; they sum to 1.
  let weights: [Double]

  /// - Parameter logLikelihoods: of the fact that is left out, one a particle; its weight in the fit included. Not a
  ///   number where a state was not certified: such a particle has no weight.
  init(withoutLogLikelihoods logLikelihoods: [Double]) {
    // The least likely particle has the largest weight, which is made 1, so that nothing overflows.
    let least = logLikelihoods.filter { !$0.isNaN }.min() ?? 0
    let raw = logLikelihoods.map { $0.isNaN ? 0 : Elementary.exponential(least - $0) }
    let sum = raw.reduce(0, +)
    weights = raw.map { $0 / sum }
  }

  /// How many particles of equal weight these are worth (Kish 1965): 1 over the sum of the squared weights.
  var effectiveSize: Double { 1 / weights.reduce(0) { $0 + $1 * $1 } }

  /// Least share of the particles that the weights must be worth for the answer to be given.
  static let leastShare = 0.1
  /// Whether the sample can tell what happens without the fact.
  var canTell: Bool { effectiveSize >= Self.leastShare * Double(weights.count) }

  /// The weighted mean over the particles that have a number; not a number where none has.
  func mean(_ values: [Double]) -> Double {
    var (sum, total) = (0.0, 0.0)
    for (weight, value) in zip(weights, values) where !value.isNaN {
      sum += weight * value
      total += weight
    }
    return sum / total
  }

  /// The least value at which the weights up to it reach each share; not a number where there is no value.
  func interval(_ values: [Double]) -> Interval {
    let sorted = zip(values, weights).filter { !$0.0.isNaN }.sorted { $0.0 < $1.0 }
    let total = sorted.reduce(0) { $0 + $1.1 }
    func centile(_ p: Double) -> Double {
      var sum = 0.0
      for (value, weight) in sorted {
        sum += weight
        if sum >= p * total { return value }
      }
      return sorted.last?.0 ?? .nan
    }
    return Interval(low: centile(0.05), median: centile(0.5), high: centile(0.95))
  }
}

import Engine

/// The step from one temperature to the next: weights, how many particles they are worth, and the choice by weight.
///
/// At temperature t the particles are a sample of prior times likelihood^t (Del Moral, Doucet and Jasra 2006,
/// doi 10.1111/j.1467-9868.2006.00553.x; Neal 2001, doi 10.1023/A:1008923215028).
enum Tempering {
  /// What the particles weigh after a step in temperature.
  struct Weights {
    /// Weights over the greatest one.
    let relative: [Double]
    /// The square of the weights' sum over the sum of their squares. All particles weighed the same before, so this is
    /// the conditional effective sample size too (Zhou, Johansen and Aston 2016, doi 10.1080/10618600.2015.1060885).
    let effectiveSampleSize: Double
    /// The logarithm of the mean weight: what the step adds to the log evidence.
    let logMean: Double
  }

  /// - Parameters:
  ///   - logLikelihoods: one at least finite; a particle whose likelihood is not has no weight.
  ///   - step: the difference of the temperatures, above 0.
  static func weights(_ logLikelihoods: [Double], step: Double) -> Weights {
    let greatest = logLikelihoods.lazy.filter(\.isFinite).max() ?? 0
    var sum = 0.0
    var squares = 0.0
    let relative = logLikelihoods.map { logLikelihood in
      let weight = logLikelihood.isFinite ? Elementary.exponential(step * (logLikelihood - greatest)) : 0
      sum += weight
      squares += weight * weight
      return weight
    }
    return Weights(
      relative: relative, effectiveSampleSize: sum * sum / squares,
      logMean: step * greatest + Elementary.logarithm(sum / Double(logLikelihoods.count)))
  }

  /// The greatest next temperature at which the weights keep the stated effective sample size, by bisection
  /// (Jasra, Stephens, Doucet and Tsagaris 2011, doi 10.1111/j.1467-9469.2010.00723.x); exactly 1 where 1 keeps it.
  /// - Parameters:
  ///   - logLikelihoods: as for ``weights(_:step:)``.
  ///   - temperature: the present one, from 0 and below 1.
  ///   - share: the effective sample size to keep over the number of particles with a finite likelihood, in (0, 1).
  /// - Throws: `SamplingError.ladder` where no temperature above the present one keeps it.
  static func next(
    _ logLikelihoods: [Double], after temperature: Double, share: Double
  ) throws(SamplingError) -> Double {
    let least = share * Double(logLikelihoods.count { $0.isFinite })
    var high = 1 - temperature
    if weights(logLikelihoods, step: high).effectiveSampleSize >= least { return 1 }
    // The effective sample size falls from all particles as the step grows from 0. The step may be many powers of ten
    // below 1, so the bisection goes on until it is relatively exact.
    var low = 0.0
    while high - low > 1e-9 * high {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if weights(logLikelihoods, step: middle).effectiveSampleSize >= least { low = middle } else { high = middle }
    }
    let next = temperature + low
    guard next > temperature else { throw .ladder(temperature: temperature) }
    return next
  }

  /// Systematic resampling: equidistant places along the weights from one random number
  /// (Kitagawa 1996, doi 10.1080/10618600.1996.10474692).
  /// - Parameters:
  ///   - weights: none negative, one at least positive.
  ///   - uniform: a random number in 0...1.
  /// - Returns: for each new particle the one it is copied from, in ascending order; never one without weight.
  static func resample(_ weights: [Double], uniform: Double) -> [Int] {
    let total = weights.reduce(0, +)
    let last = weights.lastIndex { $0 > 0 } ?? 0
    var source = 0
    var passed = weights[0]
    return weights.indices.map { place in
      let position = (Double(place) + uniform) / Double(weights.count) * total
      while position >= passed, source < last {
        source += 1
        passed += weights[source]
      }
      return source
    }
  }
}

/// How often the particles are moved at one temperature.
enum SweepRule: Sendable, Equatable {
  /// So many times.
  case fixed(Int)
  /// Until the correlation of the particles with where they started at this temperature, averaged over the coordinates,
  /// is not above `correlation`, in (0, 1); at most so many times. (Buchholz, Chopin and Jacob 2021,
  /// doi 10.1214/20-BA1222, stop by such a correlation.)
  case untilDecorrelated(correlation: Double, atMost: Int)

  /// The greatest number of sweeps.
  var most: Int {
    switch self {
    case .fixed(let sweeps): sweeps
    case .untilDecorrelated(_, let most): most
    }
  }
}

/// How a sequential Monte Carlo sampler works.
struct SamplerSettings: Sendable, Equatable {
  /// Names the random numbers: the same seed gives the same bytes.
  var seed: UInt64
  /// The number of particles, at least 8.
  var particles = 2_000
  /// The effective sample size that a step in temperature keeps, over the number of particles; in (0, 1).
  var effectiveShare = 0.7
  /// How often the particles are moved at each temperature below 1. A sweep proposes one move for each particle.
  var sweeps = SweepRule.fixed(20)
  /// How often they are moved at temperature 1.
  var finalSweeps = SweepRule.fixed(40)
  /// The greatest number of coordinates that one move changes, at least 1.
  var largestSubset = 8
  /// The number of threads, at least 1; it changes no result.
  var threads = 1
  /// The number of points that the likelihood is given at once, at least 1; small enough to keep all threads busy to the
  /// end of a sweep.
  var batch = 50

  /// - Throws: `SamplingError.setting` for what is out of range.
  func check() throws(SamplingError) {
    // Differential moves need two particles in the other half of the population.
    if !(8...Int(UInt32.max)).contains(particles) { throw .setting("\(particles) particles, not at least 8") }
    if !(effectiveShare > 0 && effectiveShare < 1) {
      throw .setting("a share \(effectiveShare) of effective particles, not between 0 and 1")
    }
    for rule in [sweeps, finalSweeps] {
      if !(1..<SamplerStream.sweeps).contains(rule.most) { throw .setting("\(rule.most) sweeps, not at least 1") }
      if case .untilDecorrelated(let correlation, _) = rule, !(correlation > 0 && correlation < 1) {
        throw .setting("a correlation \(correlation), not between 0 and 1")
      }
    }
    if largestSubset < 1 { throw .setting("moves of \(largestSubset) coordinates, not at least 1") }
    if threads < 1 { throw .setting("\(threads) threads, not at least 1") }
    if batch < 1 { throw .setting("batches of \(batch) points, not at least 1") }
  }
}

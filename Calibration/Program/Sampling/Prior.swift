import Engine

/// The prior distribution of one parameter, as a map from a standard normal coordinate.
///
/// The sampler moves in the standardised space, where every prior is the standard normal distribution and no bound is in
/// its way; the parameter's value is a monotone function of its coordinate there.
enum Prior: Sendable, Equatable {
  /// The logarithm is normal about ln `median` with standard deviation `sigma`; `median` in the parameter's unit.
  case lognormal(median: Double, sigma: Double)
  /// The logit is normal about logit `median` with standard deviation `sigma`; values in the open interval (0, 1).
  /// (Aitchison and Shen 1980, doi 10.1093/biomet/67.2.261.)
  case logitnormal(median: Double, sigma: Double)

  /// The parameter's value at a coordinate: the quantile of the prior at the standard normal probability of `z`.
  func value(_ z: Double) -> Double {
    switch self {
    case .lognormal(let median, let sigma): median * Elementary.exponential(sigma * z)
    case .logitnormal(let median, let sigma):
      // The odds are those of the median times a factor: no difference of logarithms is needed.
      1 / (1 + (1 - median) / median * Elementary.exponential(-sigma * z))
    }
  }

  /// The standard normal coordinate of a value: the inverse of `value(_:)`.
  func coordinate(of value: Double) -> Double {
    switch self {
    case .lognormal(let median, let sigma): Elementary.logarithm(value / median) / sigma
    case .logitnormal(let median, let sigma):
      Elementary.logarithm(value / (1 - value) / (median / (1 - median))) / sigma
    }
  }

  /// What is wrong with the figures, if anything.
  fileprivate var problem: String? {
    switch self {
    case .lognormal(let median, let sigma):
      if !(median > 0 && median.isFinite) { return "the median \(median) is not a positive number" }
      return Self.problem(sigma: sigma)
    case .logitnormal(let median, let sigma):
      if !(median > 0 && median < 1) { return "the median \(median) is not between 0 and 1" }
      return Self.problem(sigma: sigma)
    }
  }

  private static func problem(sigma: Double) -> String? {
    sigma > 0 && sigma.isFinite ? nil : "the standard deviation \(sigma) is not a positive number"
  }
}

/// The priors of all parameters in the order of the sampler's coordinates.
struct PriorTable: Sendable, Equatable {
  /// A parameter's name and its prior.
  struct Entry: Sendable, Equatable {
    let name: String
    let prior: Prior
  }

  let entries: [Entry]

  /// The number of parameters, which is the dimension of the sampler's space.
  var count: Int { entries.count }

  /// - Throws: `SamplingError.prior` for a name that stands twice, a median or standard deviation out of range.
  init(_ entries: [Entry]) throws(SamplingError) {
    var names: Set<String> = []
    for entry in entries {
      if !names.insert(entry.name).inserted {
        throw .prior(name: entry.name, problem: "there are two of this name")
      }
      if let problem = entry.prior.problem { throw .prior(name: entry.name, problem: problem) }
    }
    self.entries = entries
  }

  /// The coordinate of a parameter.
  func coordinate(of name: String) -> Int? { entries.firstIndex { $0.name == name } }

  /// The points of the standardised space at which the parameters have these values.
  /// - Parameter sets: values in the order of the entries.
  func points(at sets: [[Double]]) -> Points {
    var points = Points(count: sets.count, dimension: count)
    for (point, set) in sets.enumerated() {
      for (coordinate, entry) in entries.enumerated() {
        points[point, coordinate] = entry.prior.coordinate(of: set[coordinate])
      }
    }
    return points
  }

  /// The parameters' values at points of the standardised space.
  /// - Parameter points: points of `count` coordinates.
  /// - Returns: as many points, in each parameter's unit.
  func values(at points: Points) -> Points {
    var values = points
    for point in 0..<points.count {
      for (coordinate, entry) in entries.enumerated() {
        values[point, coordinate] = entry.prior.value(points[point, coordinate])
      }
    }
    return values
  }
}

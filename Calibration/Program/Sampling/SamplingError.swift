/// Why a sampler cannot be made or cannot go on.
enum SamplingError: Error, Equatable, CustomStringConvertible {
  /// A prior's figures are outside their range, or its name stands twice.
  case prior(name: String, problem: String)
  /// A setting is outside its range.
  case setting(String)
  /// A block of coordinates is empty, repeats a coordinate or names one that is not there; or a coordinate is in none.
  case blocks(String)
  /// Too few of the starting points have a finite likelihood to start from.
  case start(finite: Int, of: Int)
  /// The likelihood gave another number of values than it was given points.
  case likelihoodCount(expected: Int, actual: Int)
  /// The next temperature cannot be told from this one: the log likelihoods differ by too much.
  case ladder(temperature: Double)

  var description: String {
    switch self {
    case .prior(let name, let problem): "Prior \(name): \(problem)."
    case .setting(let problem): "Setting of the sampler: \(problem)."
    case .blocks(let problem): "Blocks of the sampler: \(problem)."
    case .start(let finite, let count):
      "Only \(finite) of \(count) starting points have a finite likelihood: narrow the priors or take more points."
    case .likelihoodCount(let expected, let actual):
      "The likelihood gave \(actual) values for \(expected) points."
    case .ladder(let temperature):
      "No temperature above \(temperature) keeps the effective sample size: the log likelihoods differ by too much."
    }
  }
}

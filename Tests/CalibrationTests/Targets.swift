import Domain
import Engine

@testable import calibrate

/// A likelihood given as a function of one point.
struct PointLikelihood: LogLikelihood {
  let logLikelihood: @Sendable (ArraySlice<Double>) -> Double

  func makeWorkspace() {}

  func logLikelihoods(of points: Points, in workspace: inout Void) -> [Double] {
    (0..<points.count).map { logLikelihood(points[$0]) }
  }
}

/// The log density of a normal distribution.
func logNormal(_ x: Double, mean: Double, deviation: Double) -> Double {
  let distance = (x - mean) / deviation
  return -distance * distance / 2 - Elementary.logarithm(deviation * (2 * Double.pi).squareRoot())
}

/// Draws from a posterior with all coordinates in one block, or in those given.
func sample(
  _ settings: SamplerSettings, dimension: Int, blocks: [MoveBlock]? = nil,
  _ logLikelihood: @escaping @Sendable (ArraySlice<Double>) -> Double
) throws -> PosteriorSample {
  let all = MoveBlock(name: "all", coordinates: Array(0..<dimension))
  return try SequentialMonteCarlo(
    likelihood: PointLikelihood(logLikelihood: logLikelihood), dimension: dimension, blocks: blocks ?? [all],
    settings: settings
  ).run()
}

/// Thirty standard normal parameters seen through normal errors. Twenty are measured each for itself; of five pairs only
/// the sum is. Mean, deviation and evidence follow from the normal distribution's conjugacy to itself.
struct ConjugateTarget: Sendable {
  struct Single {
    let measured: Double
    let error: Double
    var mean: Double { measured / (1 + error * error) }
    var deviation: Double { error / (1 + error * error).squareRoot() }
    var logEvidence: Double { logNormal(measured, mean: 0, deviation: (1 + error * error).squareRoot()) }
  }
  struct Pair {
    let sum: Double
    let error: Double
    /// The sum has prior variance 2, and each of the pair half of what is learnt of it.
    var mean: Double { sum / (2 + error * error) }
    private var sumVariance: Double { 2 * error * error / (2 + error * error) }
    var deviation: Double { ((sumVariance + 2) / 4).squareRoot() }
    var correlation: Double { (sumVariance - 2) / (sumVariance + 2) }
    var logEvidence: Double { logNormal(sum, mean: 0, deviation: (2 + error * error).squareRoot()) }
  }
  let singles: [Single]
  let pairs: [Pair]

  init() {
    // Errors from a tenth of the prior's deviation to three times it, measured up to 2.5 deviations from the middle.
    singles = (0..<20).map { index in
      Single(
        measured: Double(index % 6) - 2.5, error: Elementary.power(30, Double(index) / 19) * 0.1)
    }
    pairs = (0..<5).map { Pair(sum: Double($0) - 1.5, error: 0.2 + 0.15 * Double($0)) }
  }

  var dimension: Int { singles.count + 2 * pairs.count }
  var means: [Double] { singles.map(\.mean) + pairs.flatMap { [$0.mean, $0.mean] } }
  var deviations: [Double] { singles.map(\.deviation) + pairs.flatMap { [$0.deviation, $0.deviation] } }
  var logEvidence: Double { singles.reduce(0) { $0 + $1.logEvidence } + pairs.reduce(0) { $0 + $1.logEvidence } }
  var blocks: [MoveBlock] {
    [
      MoveBlock(name: "precise", coordinates: Array(0..<10)), MoveBlock(name: "vague", coordinates: Array(10..<20)),
      MoveBlock(name: "pairs", coordinates: Array(20..<30)),
    ]
  }

  func logLikelihood(_ z: ArraySlice<Double>) -> Double {
    var sum = 0.0
    var place = z.startIndex
    for single in singles {
      sum += logNormal(single.measured, mean: z[place], deviation: single.error)
      place += 1
    }
    for pair in pairs {
      sum += logNormal(pair.sum, mean: z[place] + z[place + 1], deviation: pair.error)
      place += 2
    }
    return sum
  }
}

import Domain
import Engine
@testable import Mechanism
import Testing

@testable import calibrate

@Suite struct LikelihoodTests {
  private func comparison(_ metric: String, sweep: String = "") throws -> Comparison {
    let text = "context,background,readout,metric,sweep\nheld,healthy,akt_m,\(metric),\(sweep)\n"
    let file = Array(text.utf8).withUnsafeBytes { DataFile(bytes: $0) }
    return try Comparison.read(file, 0, clamps: [:])[0]
  }

  /// scipy 1.17.1: scipy.stats.t.logpdf(z, 4) - scipy.stats.t.logpdf(0, 4).
  @Test(arguments: [
    (-40.0, -14.984903568266422), (-3, -2.9466374908541155), (-1, -0.5578588782855243), (-0.25, -0.038760466339913036),
    (0, 0), (0.25, -0.038760466339913036), (0.7, -0.28889585158568076), (2.5, -2.3524583611613163),
    (10, -8.145241345053705),
  ])
  func aValueFollowsStudentsT(z: Double, expected: Double) throws {
    #expect(Likelihood.freedom == 4)
    let (value, deviation) = (0.67, 0.12)
    let known = Fact.Known.value(value, deviation: deviation)
    // log2 of the readout's ratio, so far from the value that its logarithm is z deviations away.
    let ratio = (Elementary.logarithm(value) + z * deviation) / 0.6931471805599453
    let found = Likelihood.fact(known, try comparison("log2 ratio"), .init(value: ratio))
    #expect(abs(found - expected) < 1e-12 * max(1, abs(expected)))
    // A half effect is a dose.
    let dose = value * Elementary.exponential(z * deviation)
    let half = Likelihood.fact(known, try comparison("half effect", sweep: "insulin = 1..10"), .init(value: dose))
    #expect(abs(half - expected) < 1e-12 * max(1, abs(expected)))
  }

  /// scipy 1.17.1: scipy.special.log_expit(x), x the widths beyond the middle.
  @Test(arguments: [
    (-1000.0, -1000.0), (-30, -30.000000000000092), (-5, -5.006715348489118), (-1, -1.3132616875182228),
    (0, -0.6931471805599453), (0.5, -0.4740769841801067), (3, -0.04858735157374206), (30, -9.357622968839737e-14),
    (1000, 0),
  ])
  func aDirectionFollowsTheLogisticFunction(x: Double, expected: Double) {
    let margin = Likelihood.reserve + x * Likelihood.width
    #expect(abs(Likelihood.direction(margin) - expected) < 1e-13 * max(1, abs(expected)))
  }

  @Test func aDirectionIsLikelierTheClearerItIs() {
    let margins = (-400...400).map { Double($0) * 0.001 }
    let found = margins.map(Likelihood.direction)
    #expect(zip(found.dropFirst(), found).allSatisfy { $0 >= $1 })
    #expect(zip(found.dropFirst(), found).prefix(500).allSatisfy { $0 > $1 })
    #expect(found.allSatisfy { $0 <= 0 })
  }

  @Test func aValueIsLessLikelyTheFartherItIs() throws {
    let (comparison, known) = (try comparison("log2 ratio"), Fact.Known.value(1, deviation: 0.2))
    let found = (0...200).map { Likelihood.fact(known, comparison, .init(value: Double($0) * 0.05)) }
    #expect(found[0] == 0)
    #expect(zip(found.dropFirst(), found).allSatisfy { $0 < $1 })
    // Both ways alike.
    #expect(Likelihood.fact(known, comparison, .init(value: -1)) == Likelihood.fact(known, comparison, .init(value: 1)))
  }

  /// A fact of a direction is judged by the margin that a claim's readout is judged by.
  @Test func directionsOfFactsAndClaimsAreOne() throws {
    let outcome = Comparison.Outcome(value: 0.3)
    let comparison = try comparison("log2 ratio")
    #expect(Likelihood.fact(.direction(.up), comparison, outcome) == Likelihood.direction(0.3 - 0.1))
    #expect(Likelihood.fact(.direction(.down), comparison, outcome) == Likelihood.direction(-0.3 - 0.1))
    #expect(Likelihood.fact(.direction(.none), comparison, outcome) == Likelihood.direction(0.05 - 0.3))
  }

  @Test func withoutAStateThereIsNoLikelihood() throws {
    let comparison = try comparison("log2 ratio")
    #expect(Likelihood.fact(.value(1, deviation: 0.2), comparison, .init(value: .nan)).isNaN)
    #expect(Likelihood.fact(.direction(.up), comparison, .init(value: .nan)).isNaN)
  }
}

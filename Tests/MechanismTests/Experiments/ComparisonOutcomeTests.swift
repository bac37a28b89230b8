import Testing

@testable import Mechanism

/// Expected values are analytic: readouts are made from curves whose half effect, optimum and slope are known.
@Suite struct ComparisonOutcomeTests {
  private func outcome(_ metric: String, sweep: String = "", _ readouts: [Double]) throws -> Comparison.Outcome {
    try ComparisonText.one(["metric": metric, "sweep": sweep]).outcome(readouts)
  }

  /// The outcome of a sweep over a curve.
  private func outcome(_ metric: String, sweep: String, of curve: (Double) -> Double) throws -> Comparison.Outcome {
    let comparison = try ComparisonText.one(["metric": metric, "sweep": sweep])
    return comparison.outcome(try #require(comparison.sweep).factors.map(curve))
  }

  @Test func ratioAndDifference() throws {
    #expect(abs(try outcome("log2 ratio", [0.1, 0.8]).value - 3) < 1e-14)
    #expect(abs(try outcome("log2 ratio", [3, 1.5]).value + 1) < 1e-14)
    #expect(abs(try outcome("difference", [0.3, -0.1]).value + 0.4) < 1e-15)
  }

  /// A rise of 0.1 where it is asked for, of 0.4 against it: log2(1/4).
  @Test func interactionComparesRises() throws {
    #expect(abs(try outcome("interaction", [0.2, 0.3, 0.1, 0.5]).value + 2) < 1e-14)
    // A fall beside a rise has no ratio.
    #expect(try outcome("interaction", [0.3, 0.2, 0.1, 0.5]).value.isNaN)
  }

  /// Doses symmetrical about K (in the logarithm): by symmetry the half between the ends is K, and the eighth dose is K.
  @Test(arguments: [1.0, 2, 4])
  func halfEffectOfAHillCurveAboutItsMiddle(coefficient: Double) throws {
    let found = try outcome("half effect", sweep: "insulin = 1..10000") { dose in
      ExperimentMath.power(dose, coefficient)
        / (ExperimentMath.power(dose, coefficient) + ExperimentMath.power(100, coefficient))
    }
    #expect(abs(found.value / 100 - 1) < 1e-9)
  }

  /// Off the middle: e(d) = d^n / (d^n + K^n) is at (e(first) + e(last)) / 2 = h where d = K (h / (1 - h))^(1/n). The doses
  /// are 1.81 apart, between which the effect is taken as straight in the logarithm: half a hundredth of n^2, at most.
  @Test(arguments: [(1.0, 174.0), (1, 40), (2, 330), (2, 60)])
  func halfEffectOfAHillCurve(coefficient: Double, constant: Double) throws {
    func effect(_ dose: Double) -> Double {
      let raised = ExperimentMath.power(dose / constant, coefficient)
      return raised / (1 + raised)
    }
    let half = (effect(5) + effect(20_000)) / 2
    let expected = constant * ExperimentMath.power(half / (1 - half), 1 / coefficient)
    let rising = try outcome("half effect", sweep: "insulin = 5..20000", of: effect)
    #expect(abs(rising.value / expected - 1) < 0.005 * coefficient * coefficient)
    // What falls has its half effect where its mirror image has it.
    let falling = try outcome("half effect", sweep: "insulin = 5..20000") { 1 - effect($0) }
    #expect(abs(falling.value / rising.value - 1) < 1e-12)
  }

  /// A parabola in log2 with its top at a factor of the sweep, 2^1: the ends lie 9 and 4... below it.
  @Test func optimumInside() throws {
    // 15 factors from 2^-3 to 2^4 are half an octave apart.
    let found = try outcome("interior optimum", sweep: "raptor_m * 0.125..16") { factor in
      let octaves = ExperimentMath.log2Ratio(factor, 1)
      return ExperimentMath.power(2, -0.1 * (octaves - 1) * (octaves - 1))
    }
    #expect(abs(found.value - 1) < 1e-12)
    // The lower end is 4 octaves away (1.6 lower), the upper one 3 (0.9 lower): the lesser drop counts.
    #expect(abs(found.shape - 0.9) < 1e-12)
  }

  @Test func anOptimumAtAnEndHasNoShape() throws {
    #expect(try outcome("interior optimum", sweep: "raptor_m * 0.125..16") { $0 }.shape == 0)
    #expect(try outcome("interior optimum", sweep: "raptor_m * 0.125..16") { 1 / $0 }.shape == 0)
  }

  /// f^0.5 over 7 octaves: 3.5, each step in the same direction.
  @Test func monotone() throws {
    let rising = try outcome("monotone", sweep: "raptor_m * 0.125..16") { ExperimentMath.power($0, 0.5) }
    #expect(abs(rising.value - 3.5) < 1e-12)
    #expect(rising.shape == 0)
    let falling = try outcome("monotone", sweep: "raptor_m * 0.125..16") { ExperimentMath.power($0, -0.5) }
    #expect(abs(falling.value + 3.5) < 1e-12)
    #expect(falling.shape == 0)
  }

  /// The size of the worst step back (log2) is how far the shape is missed.
  @Test func oneStepBackIsNotMonotone() throws {
    var readouts = (0..<15).map { ExperimentMath.power(2, Double($0)) }
    readouts[6] = readouts[5] * ExperimentMath.power(2, -0.25)
    let found = try outcome("monotone", sweep: "raptor_m * 0.125..16", readouts)
    #expect(abs(found.value - 14) < 1e-12)
    #expect(abs(found.shape + 0.25) < 1e-12)
  }

  @Test func withoutAStateThereIsNoValue() throws {
    #expect(try outcome("log2 ratio", [.nan, 1]).value.isNaN)
    #expect(try outcome("log2 ratio", [1, .nan]).value.isNaN)
    #expect(try outcome("log2 ratio", [0, 1]).value.isNaN)
    #expect(try outcome("log2 ratio", [1, -1]).value.isNaN)
    #expect(try outcome("difference", [.nan, 1]).value.isNaN)
    #expect(try outcome("interaction", [1, 2, .nan, 2]).value.isNaN)
    for metric in ["monotone", "interior optimum", "half effect"] {
      for gap in [0, 3, 7, 14] {
        var readouts = (1...15).map(Double.init)
        readouts[gap] = .nan
        #expect(try outcome(metric, sweep: "raptor_m * 0.125..16", readouts).value.isNaN, "\(metric) \(gap)")
      }
    }
  }

  @Test func noEffectHasNoHalf() throws {
    #expect(try outcome("half effect", sweep: "insulin = 1..100") { _ in 0.4 }.value.isNaN)
  }
}

import Testing

@testable import Mechanism

/// The thresholds of the contract of `rheostat experiments`: agreeing means the sign and |log2| >= 0.1, none means <= 0.05.
@Suite struct ExperimentAgreementTests {
  private func agrees(
    _ value: Double, shape: Double = .nan, _ measure: Comparison.Measure, _ expected: Experiment.Expectation
  ) -> Bool { Experiment.margin(.init(value: value, shape: shape), measure, expected) >= 0 }

  @Test(arguments: [(0.1, true), (3, true), (0.0999, false), (0, false), (-0.1, false), (.nan, false)])
  func aRise(value: Double, agrees: Bool) {
    for measure in [Comparison.Measure.log2Ratio, .interaction] {
      #expect(self.agrees(value, measure, .up) == agrees)
      #expect(self.agrees(-value, measure, .down) == agrees)
    }
  }

  @Test(arguments: [(0.0, true), (0.05, true), (-0.05, true), (0.0501, false), (-0.0501, false), (.nan, false)])
  func noChange(value: Double, agrees: Bool) { #expect(self.agrees(value, .log2Ratio, .none) == agrees) }

  /// A difference is in units of the readout: a hundredth of the largest protein synthesis.
  @Test(arguments: [(0.01, true), (0.0099, false), (-0.01, false), (.nan, false)])
  func aDifference(value: Double, agrees: Bool) {
    #expect(self.agrees(value, .difference, .up) == agrees)
    #expect(self.agrees(-value, .difference, .down) == agrees)
  }

  /// Both ends at least 0.1 below the top, wherever that is.
  @Test(arguments: [(0.1, true), (0.0999, false), (0, false), (.nan, false)])
  func anOptimum(shape: Double, agrees: Bool) {
    #expect(self.agrees(-2, shape: shape, .optimum, .optimum) == agrees)
  }

  @Test func whatGoesBackIsNotMonotone() {
    #expect(agrees(2, shape: 0, .monotone, .up))
    #expect(!agrees(2, shape: 0, .monotone, .down))
    #expect(!agrees(2, shape: -0.01, .monotone, .up))
    #expect(!agrees(0.0999, shape: 0, .monotone, .up))
    #expect(!agrees(.nan, .monotone, .up))
  }
}

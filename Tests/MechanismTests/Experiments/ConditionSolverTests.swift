import Testing

@testable import Mechanism

@Suite struct ConditionSolverTests {
  /// Without any energy the habitual state has no value; a test that gives the energy back must not stand on it.
  @Test func aTestOnAnUncertifiedHabitHasNoOutcome() throws {
    let starved = try #require(Change.parse("energy_supply=0"))
    let fed = try #require(Change.parse("energy_supply=1"))
    let comparison = Comparison(
      context: .held, background: "healthy", against: "healthy", clamp: [], both: [], habit: starved, test: fed,
      sweep: nil, readout: "akt_m", measure: .log2Ratio)
    var solver = ConditionSolver(try ConditionProblem(.shipped(), [comparison]))
    let readouts = solver.readouts(ParameterEnsemble.shipped.sets[0], variantB: false)[0]
    #expect(readouts[0].isFinite)
    #expect(readouts[1].isNaN)
  }

  /// The reports say in words that feedback in overnutrition was put into the model (`VerdictSection` of Report). When
  /// this fails, a calibration without P02 has found it: change the words.
  @Test func theReportsWordsOnFeedbackHold() throws {
    let causes = try Experiment.shipped().filter { $0.claim == "P02" }
    #expect(causes.count == 3)
    for cause in causes { #expect(ExperimentBasis.shipped.basis(of: cause) == .builtIn) }
  }
}

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
}

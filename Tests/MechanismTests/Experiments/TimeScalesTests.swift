import Testing

@testable import Mechanism

@Suite struct TimeScalesTests {
  private static let ensemble = ParameterEnsemble.shipped

  /// After long enough the course must be where the steady-state experiment C54.1 says that all has settled: two
  /// computations with nothing in common but the model.
  @Test func endsWhereTheSettledExperimentIs() throws {
    let set = Self.ensemble.sets[0]
    let settled = try #require(Experiment.shipped().first { $0.identifier == "C54.1" })
    var solver = ConditionSolver(try ConditionProblem(.shipped(), [settled.comparison]))
    let expected = solver.outcomes(set, variantB: false)[0].value
    let scales = try TimeScales(background: "ckd", treatment: "leucine=1", parameters: Self.ensemble.parameters)
    let course = try #require(scales.run(set, days: [0, 100]))
    #expect(abs(course.after[1] - expected) < 1e-4)
  }

  @Test func startsFromNothing() throws {
    let scales = try TimeScales(background: "healthy", treatment: "leucine=1", parameters: Self.ensemble.parameters)
    let course = try #require(scales.run(Self.ensemble.sets[0]))
    #expect(course.after[0] == 0)
    #expect(course.during.count == TimeScales.days.count)
    // F03: amino acids lower the response at once, before any slow state has moved.
    #expect(course.during[0] < 0)
  }

  /// A habit kept for long must end where the steady-state experiment C53.1, overnutrition against health, says that S6K
  /// settles.
  @Test func aHabitKeptForLongIsTheOtherPerson() throws {
    let set = Self.ensemble.sets[0]
    let settled = try #require(
      Experiment.shipped().first { $0.claim == "C53" && $0.comparison.readout == "s6k_m" })
    var solver = ConditionSolver(try ConditionProblem(.shipped(), [settled.comparison]))
    let expected = solver.outcomes(set, variantB: false)[0].value
    let scales = try TimeScales(
      background: "healthy", habit: "overnutrition", clamp: nil, readout: "s6k_m",
      parameters: Self.ensemble.parameters)
    let course = try #require(scales.run(set, days: [0, 100]))
    #expect(abs(course.during[1] - expected) < 1e-4)
  }

  @Test func aClampThatIsNotThereIsRefused() throws {
    #expect(throws: Comparison.Fault.self) {
      try TimeScales(
        background: "healthy", habit: "overnutrition", clamp: "PROB", readout: "s6k_m",
        parameters: Self.ensemble.parameters)
    }
  }

  @Test func aTreatmentThatIsNoInputIsRefused() throws {
    #expect(throws: Comparison.Fault.self) {
      try TimeScales(background: "ckd", treatment: "capacity_m=1", parameters: Self.ensemble.parameters)
    }
  }
}

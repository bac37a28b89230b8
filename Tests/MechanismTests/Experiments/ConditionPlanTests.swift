import Testing

@testable import Mechanism

@Suite struct ConditionPlanTests {
  private func plan(_ rows: [[String: String]]) throws -> ConditionPlan {
    ConditionPlan(try rows.flatMap { row throws(Comparison.Fault) in try ComparisonText.read(row) })
  }

  /// Places in words, for comparing.
  private func words(_ places: [ConditionPlan.Place]) -> [String] {
    places.map { place in
      switch place {
      case .habit(let number): "habit \(number)"
      case .test(let number): "test \(number)"
      }
    }
  }

  @Test func eachConditionIsPlannedOnce() throws {
    // Two readouts of a knockout, a second knockout with the same base, and the first again under a clamp.
    let plan = try plan([
      ["habit": "raptor_m=0.1"], ["habit": "raptor_m=0.1", "readout": "s6k_m"], ["habit": "raptor_l=0.1"],
      ["habit": "raptor_m=0.1", "clamp": "glucose=5"],
    ])
    #expect(plan.habits.map(\.changes) == [[], Change.parse("raptor_m=0.1"), Change.parse("raptor_l=0.1")])
    #expect(plan.tests.map(\.habit) == [0, 1])
    #expect(
      plan.arms.map(words) == [
        ["habit 0", "habit 1"], ["habit 0", "habit 1"], ["habit 0", "habit 2"], ["test 0", "test 1"],
      ])
  }

  @Test func contextAndBackgroundTellConditionsApart() throws {
    let plan = try plan([
      [:], ["context": "free"], ["background": "ckd"], ["background": "ckd", "against": "healthy"],
    ])
    #expect(plan.habits.map(\.background) == ["healthy", "healthy", "ckd"])
    #expect(plan.habits.map(\.context) == [.held, .free, .held])
    #expect(plan.arms.map(words).last == ["habit 0", "habit 2"])
  }

  /// Both arms get what is for both; a test comes on top of the clamp.
  @Test func changesGoToTheirArm() throws {
    let plan = try plan([["clamp": "glucose=5", "both": "leucine=1", "habit": "raptor_m=0.1", "test": "glucose*2"]])
    #expect(plan.habits.map(\.changes) == [Change.parse("leucine=1"), Change.parse("leucine=1 raptor_m=0.1")])
    #expect(plan.tests.map(\.changes) == [Change.parse("glucose=5"), Change.parse("glucose=5 glucose*2")])
  }

  @Test func anInteractionHasFourArms() throws {
    let plan = try plan([
      ["background": "ckd", "against": "healthy", "clamp": "glucose=5", "test": "insulin=430", "metric": "interaction"]
    ])
    #expect(words(plan.arms[0]) == ["test 0", "test 1", "test 2", "test 3"])
    #expect(plan.tests.map { plan.habits[$0.habit].background } == ["ckd", "ckd", "healthy", "healthy"])
    #expect(plan.tests.map(\.changes.count) == [1, 4, 1, 4])
  }

  @Test func aChronicSweepSettlesAtEachFactorAndAnAcuteOneOnce() throws {
    let chronic = try plan([["sweep": "raptor_m * 0.1..10", "metric": "monotone"]])
    #expect(chronic.habits.count == 15)
    #expect(chronic.tests.isEmpty)
    #expect(chronic.habits.allSatisfy { $0.changes.map(\.operation) == [.multiply] })
    let acute = try plan([["sweep": "insulin = 5..500", "clamp": "glucose=5", "metric": "half effect"]])
    #expect(acute.habits.count == 1)
    #expect(acute.tests.count == 15)
    #expect(acute.tests.allSatisfy { $0.changes.map(\.operation) == [.set, .set, .set, .set] })
  }

  @Test(arguments: [
    (["habit": "nothing_m=2"], "nothing_m"), (["context": "free", "habit": "glucose*2"], "glucose"),
    (["habit": "capacity_m=1"], "capacity_m"), (["background": "nobody"], "nobody"),
    (["readout": "nothing"], "nothing"),
    (["readout": "ffa"], "ffa"), (["readout": "capacity_m", "clamp": "glucose=5"], "capacity_m"),
  ])
  func whatTheModelLacksIsRefusedByName(row: [String: String], name: String) throws {
    let comparisons = try ComparisonText.read(row)
    let model = try ExperimentModel.shipped()
    let fault = #expect(throws: Comparison.Fault.self) { _ = try ConditionProblem(model, comparisons) }
    #expect(fault?.description.contains("\"\(name)\"") == true, "\(fault?.description ?? "")")
  }

  @Test func slowStatesCanBeGivenInATest() throws {
    let model = try ExperimentModel.shipped()
    #expect(throws: Never.self) { _ = try ConditionProblem(model, ComparisonText.read(["test": "capacity_m=0.5"])) }
  }
}

import Engine

/// Solves a problem's conditions for one parameter set and variant after another.
///
/// A value of this type belongs to one thread; results depend on the set and the variant alone.
public struct ConditionSolver: ~Copyable {
  private let problem: ConditionProblem
  /// The reference has a batch of its own: a batch whose size changes gets its memory anew.
  private var reference, held, free, acute: CaseBatch

  /// A solver with memory of its own.
  public init(_ problem: ConditionProblem) {
    self.problem = problem
    reference = CaseBatch(problem.model.held)
    held = CaseBatch(problem.model.held)
    free = CaseBatch(problem.model.free)
    acute = CaseBatch(problem.model.acute)
  }

  /// Outcomes of the problem's comparisons, in order.
  /// - Parameter set: values of `ExperimentModel.parameters`.
  public mutating func outcomes(_ set: [Double], variantB: Bool) -> [Comparison.Outcome] {
    zip(problem.comparisons, readouts(set, variantB: variantB)).map { $0.outcome($1) }
  }

  /// What the outcomes are taken from: for each comparison its readout in each of its conditions, in their order.
  /// - Parameter set: values of `ExperimentModel.parameters`.
  public mutating func readouts(_ set: [Double], variantB: Bool) -> [[Double]] {
    let references = solveReferences(set, variantB: variantB)
    solveHabits(set, references, variantB: variantB)
    solveTests(set, references, variantB: variantB)
    return problem.comparisons.indices.map { comparison in
      problem.plan.arms[comparison].map { readout(problem.readouts[comparison], at: $0) }
    }
  }

  /// The fluxes of the reference state by the ids of the parameters that hold them; not numbers where it has no
  /// certified state.
  public mutating func referenceFluxes(_ set: [Double], variantB: Bool) -> [(parameter: String, value: Double)] {
    Array(zip(problem.model.references.map(\.parameter), solveReferences(set, variantB: variantB)))
      .map { (parameter: $0.0, value: $0.1) }
  }

  private func readout(_ output: (held: Int, free: Int, acute: Int), at place: ConditionPlan.Place) -> Double {
    switch place {
    case .test(let test):
      // A test stands on slow states that its habit has settled.
      guard output.acute >= 0, acute.isCertified(test), isCertified(problem.plan.tests[test].habit) else { return .nan }
      return acute.output(output.acute, test)
    case .habit(let habit):
      let isHeld = problem.plan.habits[habit].context == .held
      let place = isHeld ? output.held : output.free
      guard place >= 0, isCertified(habit) else { return .nan }
      return isHeld ? held.output(place, problem.item[habit]) : free.output(place, problem.item[habit])
    }
  }

  private func isCertified(_ habit: Int) -> Bool {
    let item = problem.item[habit]
    return problem.plan.habits[habit].context == .held ? held.isCertified(item) : free.isCertified(item)
  }

  /// The reference state's own fluxes, by which the experiment context is scaled.
  private mutating func solveReferences(_ set: [Double], variantB: Bool) -> [Double] {
    reference.begin(count: 1)
    Self.share(&reference, problem, set, nil)
    Self.fill(&reference, 0, problem, problem.referenceStart, variantB)
    reference.solve()
    return problem.referenceVariables.map { reference.isCertified(0) ? reference.output($0, 0) : .nan }
  }

  private mutating func solveHabits(_ set: [Double], _ references: [Double], variantB: Bool) {
    held.begin(count: problem.heldHabits.count)
    Self.share(&held, problem, set, references)
    for (item, habit) in problem.heldHabits.enumerated() {
      Self.fill(&held, item, problem, problem.starts[habit], variantB)
    }
    held.solve()
    free.begin(count: problem.freeHabits.count)
    Self.share(&free, problem, set, references)
    let exogenous = problem.model.exogenous.count
    for (item, habit) in problem.freeHabits.enumerated() {
      Self.fill(&free, item, problem, Array(problem.starts[habit][..<exogenous]), variantB)
    }
    free.solve()
  }

  private mutating func solveTests(_ set: [Double], _ references: [Double], variantB: Bool) {
    acute.begin(count: problem.plan.tests.count)
    Self.share(&acute, problem, set, references)
    let exogenous = problem.model.exogenous.count
    for (item, test) in problem.plan.tests.enumerated() {
      var values = problem.starts[test.habit]
      let from = problem.item[test.habit]
      if problem.plan.habits[test.habit].context == .free {
        for (place, output) in problem.freePlasma.enumerated() {
          values[exogenous + place] = free.output(output, from)
        }
        values += problem.freeSlow.map { free.output($0, from) }
      } else {
        values += problem.heldSlow.map { held.output($0, from) }
      }
      for (place, change) in problem.testChanges[item] { values[place] = change.applied(to: values[place]) }
      Self.fill(&acute, item, problem, values, variantB)
    }
    acute.solve()
  }

  /// Gives all cases what they share: the variant, the set, the reference fluxes.
  private static func share(
    _ batch: inout CaseBatch, _ problem: ConditionProblem, _ set: [Double], _ references: [Double]?
  ) {
    let exogenous = problem.model.exogenous.count
    for place in set.indices { batch.set(exogenous + place, 0..<batch.count, set[place]) }
    for place in problem.model.references.indices {
      // Before the reference is solved nobody reads these.
      batch.set(exogenous + set.count + place, 0..<batch.count, references?[place] ?? 1)
    }
  }

  /// Gives one case its own inputs: exogenous ones, then plasma and slow states.
  private static func fill(
    _ batch: inout CaseBatch, _ item: Int, _ problem: ConditionProblem, _ values: [Double], _ variantB: Bool
  ) {
    let exogenous = problem.model.exogenous.count
    for place in 0..<exogenous { batch.set(place, item, values[place]) }
    if variantB { batch.set(problem.variantPlace, item, 1) }
    let shared = problem.model.parameters.count + problem.model.references.count
    for place in exogenous..<values.count { batch.set(shared + place, item, values[place]) }
  }
}

/// A state in which a readout is taken, apart from parameter set and variant: where everything has settled, and what is
/// changed with the slow states frozen.
struct Condition: Hashable, Sendable {
  /// Inputs under which everything settles.
  struct Habit: Hashable, Sendable {
    let context: Comparison.Context
    let background: String
    let changes: [Change]
  }

  let habit: Habit
  /// Changes on top of the habit's inputs and plasma; nil where the settled state itself is read.
  let test: [Change]?
}

/// The conditions of many comparisons, each once.
struct ConditionPlan: Sendable {
  private(set) var habits: [Condition.Habit] = []
  private(set) var tests: [(habit: Int, changes: [Change])] = []
  /// For each comparison the places of its arms: without the change, with it, and the same two against; or the sweep.
  private(set) var arms: [[Place]] = []
  private var habitPlaces: [Condition.Habit: Int] = [:]
  private var testPlaces: [Condition: Int] = [:]

  /// Where a readout is taken.
  enum Place: Sendable { case habit(Int), test(Int) }

  init(_ comparisons: [Comparison]) {
    for comparison in comparisons { arms.append(comparison.conditions.map { place(of: $0) }) }
  }

  private mutating func place(of condition: Condition) -> Place {
    let habit: Int
    if let known = habitPlaces[condition.habit] {
      habit = known
    } else {
      habit = habits.count
      habits.append(condition.habit)
      habitPlaces[condition.habit] = habit
    }
    guard let changes = condition.test else { return .habit(habit) }
    if let known = testPlaces[condition] { return .test(known) }
    tests.append((habit, changes))
    testPlaces[condition] = tests.count - 1
    return .test(tests.count - 1)
  }
}

extension Comparison {
  /// The conditions of the arms in the order in which `outcome(_:)` takes their readouts.
  var conditions: [Condition] {
    func condition(_ background: String, _ isChanged: Bool, factor: Double? = nil) -> Condition {
      var habit = both + (isChanged ? self.habit : [])
      var test = clamp + (isChanged ? self.test : [])
      if let factor, let sweep {
        let changes = sweep.identifiers.map {
          Change(identifier: $0, operation: sweep.isAcute ? .set : .multiply, value: factor)
        }
        if sweep.isAcute { test += changes } else { habit += changes }
      }
      return Condition(
        habit: .init(context: context, background: background, changes: habit), test: hasTest ? test : nil)
    }
    if let sweep { return sweep.factors.map { condition(background, true, factor: $0) } }
    if measure == .interaction {
      return [background, against].flatMap { [condition($0, false), condition($0, true)] }
    }
    return [condition(against, false), condition(background, true)]
  }
}

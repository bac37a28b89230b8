import Domain
import Engine

/// Comparisons prepared for solving: every condition once, with its inputs, and where each readout is found.
///
/// Immutable, so one problem serves all threads.
public struct ConditionProblem: Sendable {
  let model: ExperimentModel
  /// What is compared, in order.
  public let comparisons: [Comparison]
  let plan: ConditionPlan
  /// Exogenous inputs, then plasma, of each habit before anything is solved, in variant A.
  let starts: [[Double]]
  /// The same of the reference man.
  let referenceStart: [Double]
  /// Habits whose plasma is held, and those whose plasma moves; `item` is a habit's place in its own list.
  let heldHabits, freeHabits, item: [Int]
  /// Changes of each test by the place of the input among exogenous inputs, plasma, slow states.
  let testChanges: [[(place: Int, change: Change)]]
  /// Places of each comparison's readout among the outputs of the three programs; -1 where it is none.
  let readouts: [(held: Int, free: Int, acute: Int)]
  let freePlasma, heldSlow, freeSlow, referenceVariables: [Int]
  let variantPlace: Int

  /// - Throws: a ``Comparison/Fault`` that names an input, a readout or a background which does not exist.
  public init(
    _ model: ExperimentModel, _ comparisons: [Comparison], backgrounds: [Background] = Background.shipped
  ) throws(Comparison.Fault) {
    self.model = model
    self.comparisons = comparisons
    plan = ConditionPlan(comparisons)
    let names = model.exogenous + ExperimentModel.heldPlasma + MechanismModel.slowIdentifiers
    func place(of change: Change, reach: Int) throws(Comparison.Fault) -> Int {
      guard let place = names.firstIndex(of: change.identifier), place < reach else {
        throw Comparison.Fault(description: "\"\(change.identifier)\" is not an input that this condition can change.")
      }
      return place
    }
    var starts: [[Double]] = []
    for habit in plan.habits {
      guard let background = backgrounds.first(where: { $0.name == habit.background }) else {
        throw Comparison.Fault(description: "No background is called \"\(habit.background)\".")
      }
      var start = Self.start(background, model)
      // Where plasma moves, no change of it would last.
      let reach = habit.context == .held ? start.count : model.exogenous.count
      for change in habit.changes {
        let place = try place(of: change, reach: reach)
        start[place] = change.applied(to: start[place])
      }
      starts.append(start)
    }
    self.starts = starts
    var testChanges: [[(place: Int, change: Change)]] = []
    for test in plan.tests {
      var changes: [(place: Int, change: Change)] = []
      for change in test.changes { changes.append((try place(of: change, reach: names.count), change)) }
      testChanges.append(changes)
    }
    self.testChanges = testChanges
    let isHeld = plan.habits.map { $0.context == .held }
    heldHabits = isHeld.indices.filter { isHeld[$0] }
    freeHabits = isHeld.indices.filter { !isHeld[$0] }
    item = isHeld.indices.map { habit in isHeld[..<habit].count { $0 == isHeld[habit] } }
    func places(_ names: [String], _ program: SteadyStateProgram) -> [Int] {
      names.map { name in program.outputs.firstIndex(of: name) ?? -1 }
    }
    let wanted = comparisons.map(\.readout)
    let (held, free, acute) = (places(wanted, model.held), places(wanted, model.free), places(wanted, model.acute))
    readouts = wanted.indices.map { (held[$0], free[$0], acute[$0]) }
    for (place, name) in wanted.enumerated() where max(held[place], free[place]) < 0 {
      throw Comparison.Fault(description: "The model has no variable \"\(name)\" to read.")
    }
    freePlasma = places(ExperimentModel.heldPlasma, model.free)
    heldSlow = places(MechanismModel.slowIdentifiers, model.held)
    freeSlow = places(MechanismModel.slowIdentifiers, model.free)
    referenceVariables = places(model.references.map(\.variable), model.held)
    referenceStart = Self.start(Background.reference, model)
    variantPlace = model.exogenous.firstIndex(of: PlasmaInputs.Input.variantB.identifier) ?? 0
  }

  /// Exogenous inputs, then plasma, of a background in its habitual state.
  private static func start(_ background: Background, _ model: ExperimentModel) -> [Double] {
    let inputs = HabitualInputs.inputs(
      background.person, reference: ReferencePerson.shipped.male, variantB: false, MappingConstants.shipped)
    func value(_ name: String, _ otherwise: Double) -> Double {
      if name == "fat_mass" { return background.fatMass }
      if name == "meal_glucose" { return background.mealGlucose }
      return PlasmaInputs.Input.allCases.first { $0.identifier == name }.map { inputs[$0] } ?? otherwise
    }
    return zip(model.exogenous, model.defaults).map { value($0, $1) }
      + ExperimentModel.heldPlasma.map { value($0, .nan) }
  }
}

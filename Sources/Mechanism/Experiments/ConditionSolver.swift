import Domain
import Engine

/// Solves the conditions of a plan for one parameter set and variant after another.
///
/// A value of this type belongs to one thread; results depend on the set and the variant alone.
struct ConditionSolver: ~Copyable {
  private let model: ExperimentModel
  private let plan: ConditionPlan
  private let constants = MappingConstants.shipped
  /// Exogenous inputs, then plasma, of each habit before anything is solved; by variant.
  private let starts: [[Double]]
  private var held, free, acute: SolutionBatch
  /// The places of the plan's habits that are held and that move.
  private let heldHabits, freeHabits: [Int]
  private let plasmaPlaces: [Int]
  private let slowPlaces: (held: [Int], free: [Int])
  private let referencePlaces: [Int]
  private let referenceStart: [Double]

  /// - Throws: a ``Comparison/Fault`` that names an input or a background which does not exist.
  init(_ model: ExperimentModel, _ plan: ConditionPlan, backgrounds: [Background]) throws(Comparison.Fault) {
    self.model = model
    self.plan = plan
    var starts: [[Double]] = []
    for habit in plan.habits {
      guard let background = backgrounds.first(where: { $0.name == habit.background }) else {
        throw Comparison.Fault(description: "No background is called \"\(habit.background)\".")
      }
      var start = Self.start(background, model, constants)
      // Where plasma moves, no change of it would last.
      let reach = habit.context == .held ? start.count : model.exogenous.count
      for change in habit.changes { try Self.apply(change, to: &start, Self.names(model), reach: reach) }
      starts.append(start)
    }
    for test in plan.tests {
      var start = starts[test.habit] + MechanismModel.slowIdentifiers.map { _ in 1.0 }
      for change in test.changes {
        try Self.apply(change, to: &start, Self.names(model) + MechanismModel.slowIdentifiers, reach: start.count)
      }
    }
    self.starts = starts
    heldHabits = plan.habits.indices.filter { plan.habits[$0].context == .held }
    freeHabits = plan.habits.indices.filter { plan.habits[$0].context == .free }
    func places(_ names: [String], _ program: SteadyStateProgram) -> [Int] {
      names.map { name in program.outputs.firstIndex(of: name) ?? -1 }
    }
    plasmaPlaces = places(ExperimentModel.heldPlasma, model.free)
    slowPlaces = (
      places(MechanismModel.slowIdentifiers, model.held), places(MechanismModel.slowIdentifiers, model.free)
    )
    referencePlaces = places(model.references.map(\.variable), model.held)
    referenceStart = Self.start(
      Background(name: "", person: ReferencePerson.shipped.male, fatMass: 1, mealGlucose: 0.4), model, constants)
    held = SolutionBatch(model.held)
    free = SolutionBatch(model.free)
    acute = SolutionBatch(model.acute)
  }

  private static func names(_ model: ExperimentModel) -> [String] { model.exogenous + ExperimentModel.heldPlasma }

  private static func apply(
    _ change: Change, to values: inout [Double], _ names: [String], reach: Int
  ) throws(Comparison.Fault) {
    guard let place = names.firstIndex(of: change.identifier), place < reach else {
      throw Comparison.Fault(description: "\"\(change.identifier)\" is not an input that this condition can change.")
    }
    values[place] = change.applied(to: values[place])
  }

  /// Exogenous inputs, then plasma, of a background in its habitual state.
  private static func start(
    _ background: Background, _ model: ExperimentModel, _ constants: MappingConstants
  ) -> [Double] {
    let inputs = HabitualInputs.inputs(
      background.person, reference: ReferencePerson.shipped.male, variantB: false, constants)
    func value(_ name: String, _ otherwise: Double) -> Double {
      if name == "fat_mass" { return background.fatMass }
      if name == "meal_glucose" { return background.mealGlucose }
      return PlasmaInputs.Input(rawValue: name).map { inputs[$0] } ?? otherwise
    }
    return zip(model.exogenous, model.defaults).map { value($0, $1) }
      + ExperimentModel.heldPlasma.map { value($0, .nan) }
  }

  /// Outcomes of the plan's comparisons, in order.
  /// - Parameter set: values of `ExperimentModel.parameters`.
  mutating func outcomes(_ comparisons: [Comparison], set: [Double], variantB: Bool) -> [Comparison.Outcome] {
    let references = solveReferences(set, variantB: variantB)
    solveHabits(set, references, variantB: variantB)
    solveTests(set, references, variantB: variantB)
    return zip(comparisons, plan.arms).map { comparison, places in
      comparison.outcome(places.map { readout(comparison.readout, at: $0) })
    }
  }

  private func readout(_ name: String, at place: ConditionPlan.Place) -> Double {
    func value(_ batch: borrowing SolutionBatch, _ item: Int) -> Double {
      guard batch.isCertified(item), let output = batch.program.outputs.firstIndex(of: name) else { return .nan }
      return batch.output(output, item)
    }
    switch place {
    case .test(let test): return value(acute, test)
    case .habit(let habit):
      return plan.habits[habit].context == .held
        ? value(held, heldItem(habit)) : value(free, freeItem(habit))
    }
  }

  // The first case of `held` is the reference's.
  private func heldItem(_ habit: Int) -> Int { heldHabits.firstIndex(of: habit) ?? 0 }
  private func freeItem(_ habit: Int) -> Int { freeHabits.firstIndex(of: habit) ?? 0 }

  private func variant(_ values: [Double], _ variantB: Bool) -> [Double] {
    var values = values
    if let place = model.exogenous.firstIndex(of: "variant_b") { values[place] = variantB ? 1 : 0 }
    return values
  }

  private mutating func solveReferences(_ set: [Double], variantB: Bool) -> [Double] {
    held.begin(count: 1)
    let start = variant(referenceStart, variantB)
    let count = model.exogenous.count
    let unread = model.references.map { _ in 1.0 }
    for (place, value) in (start[..<count] + set + unread + start[count...]).enumerated() { held.set(place, 0, value) }
    held.solve()
    return referencePlaces.map { held.isCertified(0) ? held.output($0, 0) : .nan }
  }

  private mutating func solveHabits(_ set: [Double], _ references: [Double], variantB: Bool) {
    let count = model.exogenous.count
    held.begin(count: heldHabits.count)
    for (item, habit) in heldHabits.enumerated() {
      let start = variant(starts[habit], variantB)
      for (place, value) in (start[..<count] + set + references + start[count...]).enumerated() {
        held.set(place, item, value)
      }
    }
    held.solve()
    free.begin(count: freeHabits.count)
    for (item, habit) in freeHabits.enumerated() {
      let start = variant(starts[habit], variantB)
      for (place, value) in (start[..<count] + set + references).enumerated() { free.set(place, item, value) }
    }
    free.solve()
  }

  private mutating func solveTests(_ set: [Double], _ references: [Double], variantB: Bool) {
    let count = model.exogenous.count
    acute.begin(count: plan.tests.count)
    let names = Self.names(model) + MechanismModel.slowIdentifiers
    for (item, test) in plan.tests.enumerated() {
      var values = variant(starts[test.habit], variantB)
      if plan.habits[test.habit].context == .free {
        let from = freeItem(test.habit)
        for (place, output) in plasmaPlaces.enumerated() { values[count + place] = free.output(output, from) }
        values += slowPlaces.free.map { free.output($0, from) }
      } else {
        let from = heldItem(test.habit)
        values += slowPlaces.held.map { held.output($0, from) }
      }
      for change in test.changes {
        if let place = names.firstIndex(of: change.identifier) { values[place] = change.applied(to: values[place]) }
      }
      for (place, value) in (values[..<count] + set + references + values[count...]).enumerated() {
        acute.set(place, item, value)
      }
    }
    acute.solve()
  }
}

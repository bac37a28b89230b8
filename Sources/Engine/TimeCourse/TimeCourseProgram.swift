/// A model compiled for time courses, with a fixed choice of what varies from case to case, what is held and what is
/// wanted.
///
/// Immutable, so one program serves all threads; each thread needs a workspace of its own.
public struct TimeCourseProgram: Sendable {
  /// What a column of results is.
  public enum Quantity: Sendable, Hashable {
    /// What the id means in expressions: a species' amount or concentration, a compartment's size, a parameter's value, a
    /// reaction's rate, a species reference's stoichiometry.
    case value(String)
    /// The amount of a species.
    case amount(String)
    /// The concentration of a species: its amount over its compartment's size.
    case concentration(String)
  }

  /// What varies from case to case: first what is held (global parameters, compartments, or species, which are then
  /// clamped), then initial values, each in the order given.
  public let inputs: [String]
  /// The columns of the results.
  public let outputs: [Quantity]
  /// The states: species that reactions change, in the order of the file, then variables of rate rules in theirs.
  public let states: [String]
  /// The options compiled in.
  public let options: TimeCourseOptions

  let isSpecies: [Bool]
  /// What depends on inputs alone, done once; the outputs are the states' starts.
  let prelude: ScheduledTape
  /// The states' rates.
  let rates: ScheduledTape
  /// The columns of the results.
  let results: ScheduledTape
  /// The times at which rates may jump by time alone; run at time 0.
  let breaks: ScheduledTape
  /// Done once a step: rates, the rates' derivatives by time, W, and what solving needs of W's factors.
  let step: ScheduledTape
  /// From right-hand sides to solutions; nothing when W has too much fill.
  let solution: ScheduledTape?
  /// States whose rates change with time by themselves, with where the step's outputs have the derivative.
  let timed: [(state: Int, output: Int)]
  /// Row and column of each entry of W among the step's outputs, from `firstEntry` on.
  let entries: [(row: Int, column: Int)]
  let firstEntry: Int
  let layout: CourseLayout
  let constants: [(register: Int32, value: Double)]
  let registerCount: Int

  /// Compiles a model.
  ///
  /// - Parameters:
  ///   - inputs: ids of global parameters, compartments or species, as for ``SteadyStateProgram``: a species given as
  ///     input is clamped at the value of the case, the target of a rule takes the value in the rule's place, and what
  ///     initial assignments make of an input follows it.
  ///   - outputs: the columns of the results. Amounts and concentrations are of species; a value is of anything with an id.
  ///   - clamped: ids of species held at their initial value in every case (boundary species are held anyway).
  ///   - initialValues: ids of global parameters, compartments or species whose value at the start is given case by
  ///     case, in place of the file's number or initial assignment.
  ///   - options: tolerances and limits.
  /// - Throws: ``EngineError`` with code `unknownIdentifier`, `missingValue`, `unsupported`, `invalidSBML` or
  ///   `invalidRequest`, naming the element.
  public init(
    model: Model, inputs: [String], outputs: [Quantity], clamped: [String] = [], initialValues: [String] = [],
    options: TimeCourseOptions = .init()
  ) throws(EngineError) {
    try Self.check(options)
    let request = CaseRequest(held: inputs, initial: initialValues, clamped: clamped)
    var system = try DynamicSystem(model: model, request: request, isTimed: true, eliminatesMoieties: false)
    let rates = try system.rates()
    let starts = try system.starts()
    var results: [ExpressionGraph.NodeID] = []
    for output in outputs { results.append(try Self.node(of: output, in: &system)) }

    let count = system.states.count
    let layout = CourseLayout(inputCount: request.count, stateCount: count)
    var graph = system.lowering.graph
    let linear = Linearisation(of: rates, layout: layout, in: &graph)
    let breaks = graph.timeBreaks(in: rates, layout: layout)
    let factors = graph.factors(of: linear.matrix)
    let right = (0..<count).map { graph.variable(layout.right + $0) }
    let solutionNodes = factors.map { graph.solve($0, right: right) }

    // What depends on inputs alone is computed once a course, what solving needs besides right-hand sides once a step.
    let variableCount = layout.variableCount
    var dependencies = Dependencies(inputCount: request.count, stateCount: variableCount - request.count)
    dependencies.extend(to: graph)
    let known = dependencies
    let everything = known.mask(of: Array(0..<variableCount - request.count))
    let rightSides = known.mask(of: (0..<count).map { layout.right - request.count + $0 })
    let needed = graph.frontier(of: solutionNodes ?? []) { known.intersects($0, rightSides) }
    let stepNodes = rates + linear.timeDerivatives.map(\.node) + linear.entries.map(\.node) + needed
    let frontier = starts + graph.frontier(of: stepNodes + results + breaks) { known.intersects($0, everything) }

    // The step's results keep registers and would be taken for known by tapes built after it: only the solution's may.
    var builder = TapeBuilder(variableCount: variableCount)
    var tapes = [
      builder.build(frontier, from: graph, keeping: Set(frontier)), builder.build(rates, from: graph),
      builder.build(results, from: graph), builder.build(breaks, from: graph),
      builder.build(stepNodes, from: graph, keeping: Set(stepNodes)),
    ]
    if let solutionNodes { tapes.append(builder.build(solutionNodes, from: graph)) }
    for index in tapes.indices { builder.place(&tapes[index]) }
    for index in 1...3 { layout.moveToStage(&tapes[index]) }
    tapes[0].outputs = Array(tapes[0].outputs.prefix(count))
    let scheduled = tapes.map {
      ScheduledTape($0, permanentCount: Int(builder.permanentCount), registerCount: builder.registerCount)
    }

    self.inputs = request.inputs.map(\.id)
    self.outputs = outputs
    self.states = system.states
    self.options = options
    self.isSpecies = system.isSpecies
    self.prelude = scheduled[0]
    self.rates = scheduled[1]
    self.results = scheduled[2]
    self.breaks = scheduled[3]
    self.step = scheduled[4]
    self.solution = scheduled.count > 5 ? scheduled[5] : nil
    self.timed = linear.timeDerivatives.enumerated().map { (state: $1.state, output: count + $0) }
    self.entries = linear.entries.map { ($0.row, $0.column) }
    self.firstEntry = count + linear.timeDerivatives.count
    self.layout = layout
    self.constants = builder.constants
    self.registerCount = scheduled.map(\.registerCount).max() ?? builder.registerCount
  }

  private static func check(_ options: TimeCourseOptions) throws(EngineError) {
    let tolerances = [options.relativeTolerance, options.absoluteTolerance, options.smallShare]
    guard tolerances.allSatisfy({ $0 > 0 && $0 < 1 }), options.stepLimit > 0, options.maximumStep > 0 else {
      throw EngineError(
        .invalidRequest,
        "tolerances and the small share lie between 0 and 1, and limits are positive; correct the options")
    }
  }

  private static func node(
    of quantity: Quantity, in system: inout DynamicSystem
  ) throws(EngineError) -> ExpressionGraph.NodeID {
    switch quantity {
    case .value(let id): return try system.lowering.value(of: id, .current)
    case .amount(let id): return try system.lowering.amount(of: Self.species(id, system), .current)
    case .concentration(let id):
      let species = try Self.species(id, system)
      let value = try system.lowering.value(of: id, .current)
      guard species.hasOnlySubstanceUnits else { return value }
      return system.lowering.graph.make(.divide, value, try system.lowering.value(of: species.compartment, .current))
    }
  }

  private static func species(_ id: String, _ system: DynamicSystem) throws(EngineError) -> Species {
    guard case .species(let index) = system.lowering.symbol(id) else {
      throw EngineError(.unknownIdentifier, "no species has this name; ask for its value", element: id)
    }
    return system.lowering.model.species[index]
  }

  /// The scratch memory for one thread.
  public func makeWorkspace() -> TimeCourseWorkspace { TimeCourseWorkspace(self) }
}

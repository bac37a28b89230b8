/// A model compiled for steady states, with a fixed choice of what varies from case to case and what is held.
///
/// Immutable, so one program serves all threads; each thread needs a workspace of its own.
public struct SteadyStateProgram: Sendable {
  /// What varies from case to case: first what is held (global parameters, compartments, or species, which are then
  /// clamped), then initial values, then starts of the search, each in the order given.
  public let inputs: [String]
  /// What was asked for; else every species in the order of the file, then every other variable of an assignment rule,
  /// then of a rate rule.
  public let outputs: [String]
  /// The unknowns: what is left of the species after clamps, rules and conserved moieties, then variables of rate rules.
  public let states: [String]
  /// The blocks in which the unknowns are solved, one after another; each lists unknowns that depend on one another.
  public let blocks: [[String]]
  /// The options compiled in.
  public let options: SteadyStateOptions

  /// Computes every unknown's start from the inputs.
  var starts: Tape
  var solvableBlocks: [Block]
  /// Rates of all species that reactions change and of what rate rules change, their scales, then what is judged, then a
  /// size for each species.
  var evaluation: Tape
  let equationCount: Int
  /// Species expressed by conserved totals, and the sizes of these totals.
  var dependents: Tape
  /// The way that is tried first; nothing when the model cannot be solved so.
  var torn: TornProgram?
  let speciesCount: Int
  /// All species, then what else is an output: what a certificate looks at.
  let judgedCount: Int
  /// The place of each output among these.
  var outputPlaces: [Int]
  let constants: [(register: Int32, value: Double)]
  let registerCount: Int

  /// One block of unknowns with its tapes.
  struct Block: Sendable {
    /// Registers of the unknowns.
    var unknowns: [Int32]
    var isSpecies: [Bool]
    /// Registers of their starts.
    var starts: [Int32]
    /// What depends only on inputs and earlier blocks, done once.
    var prelude: Tape
    /// Rates, scales, Newton steps, then margins: dependent species that the block moves. Nothing when the diagonal has structural zeros.
    var newton: Tape?
    /// Newton steps alone, for the last sweep. Nothing when the diagonal has structural zeros.
    var correction: Tape?
    /// Rates, scales, Jacobian entries.
    var jacobian: Tape
    /// Row and column of each Jacobian entry.
    var entries: [(row: Int, column: Int)]
  }

  /// Compiles a model.
  ///
  /// - Parameters:
  ///   - inputs: ids of global parameters, compartments or species. A species given as input is clamped at the value
  ///     of the case: reactions and rules do not change it. The target of a rule may be given too: the value takes the
  ///     rule's place. A parameter given as input also moves initial assignments that use it.
  ///   - clamped: ids of species held at their initial value in every case (boundary species are held anyway).
  ///   - initialValues: ids of global parameters, compartments or species whose value at the start is given case by
  ///     case, in place of the file's number or initial assignment. A species stays free: its initial value counts
  ///     where a conserved total or a slow start depends on it.
  ///   - starts: ids of ``states`` from whose given value Newton's method sets out, case by case, in place of the
  ///     initial value; conserved totals stay those of the initial values. For the search for further states.
  ///   - wanted: the outputs, in this order, if not all are needed: what is not wanted is not computed, save species,
  ///     all of which a certificate looks at.
  ///   - options: tolerances and limits.
  /// - Throws: ``EngineError`` with code `unknownIdentifier`, `missingValue`, `unsupported`, `invalidSBML` or
  ///   `invalidRequest`, naming the element.
  public init(
    model: Model, inputs: [String], clamped: [String] = [], initialValues: [String] = [],
    starts startsGiven: [String] = [], wanted: [String]? = nil, options: SteadyStateOptions = .init()
  ) throws(EngineError) {
    let request = CaseRequest(held: inputs, initial: initialValues, starts: startsGiven, clamped: clamped)
    let system = try SteadyStateSystem(model: model, request: request, options: options)
    let chosen = try Self.places(of: wanted ?? system.outputs, among: system.outputs)
    let judged = Array(0..<system.speciesCount) + chosen.filter { $0 >= system.speciesCount }
    let judgedNodes = judged.map { system.outputNodes[$0] }
    var graph = system.graph
    let stateCount = system.states.count
    var dependencies = Dependencies(inputCount: request.count, stateCount: stateCount)
    dependencies.extend(to: graph)
    let components = stronglyConnectedComponents(system.rates.map { dependencies.states(of: $0) })

    var builder = TapeBuilder(variableCount: request.count + stateCount, pairsOperations: true)
    var starts = builder.build(system.starts, from: graph, keeping: Set(system.starts))
    // Each of the two ways knows only what it has computed itself.
    let shared = builder
    var torn =
      options.tearsBlocks
      ? TornProgram(
        components, of: system, startRegisters: starts.outputs, &graph, &dependencies, &builder)
      : nil
    builder.forget(allBut: shared)

    var blocks: [Block] = []
    var later = Set(0..<stateCount)
    for component in components {
      later.subtract(component)
      blocks.append(
        Self.compile(
          component, before: later.sorted(), of: system, startRegisters: starts.outputs, &graph, &dependencies, &builder
        ))
    }
    var evaluation = builder.build(
      system.rates + system.dependentRates + system.scales + system.dependentScales + judgedNodes + system.sizes,
      from: graph)
    var dependents = builder.build(system.dependents + system.dependentSizes, from: graph)

    builder.place(&starts)
    builder.place(&evaluation)
    builder.place(&dependents)
    torn?.place(builder)
    for index in blocks.indices {
      builder.place(&blocks[index].prelude)
      builder.place(&blocks[index].jacobian)
      if var newton = blocks[index].newton, var correction = blocks[index].correction {
        builder.place(&newton)
        builder.place(&correction)
        (blocks[index].newton, blocks[index].correction) = (newton, correction)
      }
    }
    self.inputs = request.inputs.map(\.id)
    self.outputs = chosen.map { system.outputs[$0] }
    self.outputPlaces = chosen.map { judged.firstIndex(of: $0) ?? 0 }
    self.judgedCount = judged.count
    self.states = system.states
    self.blocks = components.map { $0.map { system.states[$0] } }
    self.options = options
    self.starts = starts
    self.solvableBlocks = blocks
    self.evaluation = evaluation
    self.equationCount = system.rates.count + system.dependentRates.count
    self.dependents = dependents
    self.torn = torn
    self.speciesCount = system.speciesCount
    self.constants = builder.constants
    self.registerCount = builder.registerCount
  }

  private static func places(of wanted: [String], among outputs: [String]) throws(EngineError) -> [Int] {
    let known = Dictionary(zip(outputs, outputs.indices), uniquingKeysWith: { first, _ in first })
    var result: [Int] = []
    for id in wanted {
      guard let place = known[id] else {
        throw EngineError(
          .unknownIdentifier, "no species and no variable of a rule has this name; correct the output", element: id)
      }
      result.append(place)
    }
    return result
  }

  private static func compile(
    _ component: [Int], before later: [Int], of system: SteadyStateSystem, startRegisters: [Int32],
    _ graph: inout ExpressionGraph,
    _ dependencies: inout Dependencies, _ builder: inout TapeBuilder
  ) -> Block {
    let rates = component.map { system.rates[$0] }
    let scales = component.map { system.scales[$0] }
    let own = dependencies.mask(of: component)
    let rows = graph.jacobian(of: rates, by: component, firstVariable: system.request.count, dependencies)
    var entries: [(row: Int, column: Int)] = []
    var entryNodes: [ExpressionGraph.NodeID] = []
    for row in rows.indices {
      for column in rows[row].keys.sorted() {
        guard let node = rows[row][column] else { continue }
        entries.append((row, column))
        entryNodes.append(node)
      }
    }
    let steps = graph.newtonStep(jacobian: rows, rates: rates)
    dependencies.extend(to: graph)

    // A dependent species that later blocks move too is not known yet, nor is any part of it.
    let unknown = dependencies.mask(of: later)
    let margins = system.dependents.filter {
      dependencies.intersects($0, own) && !dependencies.intersects($0, unknown)
    }
    let targets = rates + scales + entryNodes + (steps ?? []) + margins
    let frontier = graph.frontier(of: targets) { dependencies.intersects($0, own) }
    let prelude = builder.build(frontier, from: graph, keeping: Set(frontier))
    return Block(
      unknowns: component.map { Int32(system.request.count + $0) },
      isSpecies: component.map { system.isSpecies[$0] },
      starts: component.map { startRegisters[$0] },
      prelude: prelude,
      newton: steps.map { builder.build(rates + scales + $0 + margins, from: graph) },
      correction: steps.map { builder.build($0, from: graph) },
      jacobian: builder.build(rates + scales + entryNodes, from: graph),
      entries: entries)
  }

  /// The scratch memory for one thread.
  ///
  /// - Parameter instructionSet: one of ``InstructionSet/available``; results do not depend on it.
  public func makeWorkspace(instructionSet: InstructionSet = .best) -> SteadyStateWorkspace {
    precondition(InstructionSet.available.contains(instructionSet), "the processor has no such instructions")
    return SteadyStateWorkspace(
      registerCount: registerCount, largestBlock: solvableBlocks.map(\.unknowns.count).max() ?? 0,
      dependentCount: dependents.outputs.count / 2, constants: constants, instructionSet: instructionSet,
      program: withOwnStorage())
  }
}

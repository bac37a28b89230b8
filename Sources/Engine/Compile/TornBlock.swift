extension SteadyStateProgram {
  /// A block as it is solved at first: Newton's method on the tears, then everything that follows from them.
  struct TornBlock: Sendable {
    /// Registers of the tears, and of their starts.
    let unknowns: [Int32]
    let isSpecies: [Bool]
    let starts: [Int32]
    /// What depends only on inputs and earlier blocks, done once.
    var prelude: Tape
    /// Rates, scales and Newton steps of the tears. Empty without tears.
    var newton: Tape
    /// The other unknowns from the tears.
    var closing: Tape

    /// Compiles a block; without gain from tearing all of its unknowns are tears.
    ///
    /// - Returns: nothing when the elimination meets a structural zero or too much fill.
    init?(
      _ component: [Int], of system: SteadyStateSystem, startRegisters: [Int32], _ graph: inout ExpressionGraph,
      _ dependencies: inout Dependencies, _ builder: inout TapeBuilder
    ) {
      let variables = component.map { graph.variable(system.request.count + $0) }
      let tearing = Tearing(
        rates: component.map { system.rates[$0] }, variables: variables, states: component, &graph, &dependencies)
      let places = tearing?.tears ?? Array(component.indices)
      let rates = tearing?.rates ?? component.map { system.rates[$0] }
      let tears = places.map { component[$0] }
      dependencies.extend(to: graph)

      let rows = graph.jacobian(of: rates, by: tears, firstVariable: system.request.count, dependencies)
      guard let steps = graph.newtonStep(jacobian: rows, rates: rates) else { return nil }
      // A rate is judged by what it would be if its tear went to zero along the diagonal: the share is a relative step.
      var scales: [ExpressionGraph.NodeID] = []
      for (row, place) in places.enumerated() {
        guard let slope = rows[row][row] else { return nil }
        scales.append(graph.make(.absolute, graph.make(.multiply, slope, variables[place])))
      }
      dependencies.extend(to: graph)
      let explicit = tearing?.explicit ?? []
      let iterated = rates + scales + steps
      let own = dependencies.mask(of: tears)
      let known = dependencies
      let frontier = graph.frontier(of: iterated + explicit.map(\.value)) { known.intersects($0, own) }
      unknowns = tears.map { Int32(system.request.count + $0) }
      isSpecies = tears.map { system.isSpecies[$0] }
      starts = tears.map { startRegisters[$0] }
      // Without tears there is nothing to be kept for a second look.
      prelude = tears.isEmpty ? Tape() : builder.build(frontier, from: graph, keep: true)
      newton = builder.build(iterated, from: graph)
      closing = builder.build(
        explicit.map(\.value), from: graph, into: explicit.map { Int32(system.request.count + component[$0.place]) })
    }
  }
}

extension ExpressionGraph {
  /// Jacobian entries by rows, where they are structurally there.
  mutating func jacobian(
    of rates: [NodeID], by states: [Int], firstVariable: Int, _ dependencies: Dependencies
  ) -> [[Int: NodeID]] {
    let mask = dependencies.mask(of: states)
    let cone = cone(of: rates) { dependencies.intersects($0, mask) }
    var rows = [[Int: NodeID]](repeating: [:], count: rates.count)
    for (column, state) in states.enumerated() {
      let derivatives = derivatives(
        over: cone.filter { dependencies.contains($0, state: state) }, withRespectTo: variable(firstVariable + state))
      for (row, rate) in rates.enumerated() { rows[row][column] = derivatives[rate] }
    }
    return rows
  }
}

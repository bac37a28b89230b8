/// How a system is solved at first: block after block, Newton's method on the tears and then everything that follows from
/// them.
struct TornProgram: Sendable {
  typealias NodeID = ExpressionGraph.NodeID

  /// One block with tears, or several in a row without.
  struct Stage: Sendable {
    /// Registers of the tears, and of their starts.
    var unknowns: [Int32]
    var isSpecies: [Bool]
    var starts: [Int32]
    /// What depends only on inputs and earlier blocks, done once. Empty without tears.
    var prelude: Tape
    /// Rates, scales and Newton steps of the tears. Empty without tears.
    var newton: Tape
    /// The other unknowns from the tears.
    var closing: Tape
  }

  var stages: [Stage] = []

  /// A stage before it is compiled.
  private struct Plan {
    /// Indices of the tears among the unknowns of the system.
    var tears: [Int] = []
    /// Rates, scales and Newton steps of the tears.
    var iterated: [NodeID] = []
    var explicit: [(state: Int, value: NodeID)] = []
  }

  /// - Parameter components: the blocks in the order of solution.
  /// - Returns: nothing when the elimination of a block meets a structural zero or too much fill.
  init?(
    _ components: [[Int]], of system: SteadyStateSystem, startRegisters: [Int32],
    _ graph: inout ExpressionGraph, _ dependencies: inout Dependencies, _ builder: inout TapeBuilder
  ) {
    var plans: [Plan] = []
    for component in components {
      guard let plan = Self.plan(component, of: system, &graph, &dependencies) else { return nil }
      guard plan.tears.isEmpty, let last = plans.last, last.tears.isEmpty else {
        plans.append(plan)
        continue
      }
      // A row of blocks without tears is one tape: what a later one needs of an earlier one is put in its place.
      var known: [NodeID: NodeID] = [:]
      for (state, value) in last.explicit { known[graph.variable(system.request.count + state)] = value }
      for (state, value) in plan.explicit {
        plans[plans.count - 1].explicit.append((state, graph.substituting(known, in: [value])[0]))
      }
    }
    Self.shareReciprocals(&plans, &graph)
    dependencies.extend(to: graph)

    let first = system.request.count
    for plan in plans {
      let values = plan.explicit.map(\.value)
      let tears = dependencies.mask(of: plan.tears)
      let needed = graph.frontier(of: plan.iterated + values) { dependencies.intersects($0, tears) }
      stages.append(
        Stage(
          unknowns: plan.tears.map { Int32(first + $0) }, isSpecies: plan.tears.map { system.isSpecies[$0] },
          starts: plan.tears.map { startRegisters[$0] },
          prelude: plan.tears.isEmpty ? Tape() : builder.build(needed, from: graph, keeping: Set(needed)),
          newton: builder.build(plan.iterated, from: graph),
          closing: builder.build(
            values, from: graph, into: plan.explicit.map { Int32(first + $0.state) })))
    }
  }

  private static func plan(
    _ component: [Int], of system: SteadyStateSystem, _ graph: inout ExpressionGraph,
    _ dependencies: inout Dependencies
  ) -> Plan? {
    let rates = component.map { system.rates[$0] }
    let variables = component.map { graph.variable(system.request.count + $0) }
    let tearing = Tearing(rates: rates, variables: variables, states: component, &graph, &dependencies)
    let places = tearing?.tears ?? Array(component.indices)
    let tears = places.map { component[$0] }
    let left = tearing?.rates ?? rates
    dependencies.extend(to: graph)
    let rows = graph.jacobian(of: left, by: tears, firstVariable: system.request.count, dependencies)
    guard let steps = graph.newtonStep(jacobian: rows, rates: left) else { return nil }
    // A rate in units of its own slope times its tear: the share is the relative step that this equation asks for.
    var scales: [NodeID] = []
    for (row, place) in places.enumerated() {
      guard let slope = rows[row][row] else { return nil }
      scales.append(graph.make(.absolute, graph.make(.multiply, slope, variables[place])))
    }
    return Plan(
      tears: tears, iterated: left + scales + steps,
      explicit: (tearing?.explicit ?? []).map { (component[$0.place], $0.value) })
  }

  /// Makes one reciprocal of what several expressions are divided by: a division costs as much as five products.
  private static func shareReciprocals(_ plans: inout [Plan], _ graph: inout ExpressionGraph) {
    let known = graph.withSharedReciprocals(plans.flatMap { $0.iterated + $0.explicit.map(\.value) })
    for index in plans.indices {
      plans[index].iterated = plans[index].iterated.map { known[$0] ?? $0 }
      plans[index].explicit = plans[index].explicit.map { ($0.state, known[$0.value] ?? $0.value) }
    }
  }

  /// Moves the temporary registers behind the permanent ones.
  mutating func place(_ builder: TapeBuilder) {
    for index in stages.indices {
      builder.place(&stages[index].prelude)
      builder.place(&stages[index].newton)
      builder.place(&stages[index].closing)
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

  /// The nodes that become others when what is divided by a constant, or by the same as something else, is multiplied by
  /// the reciprocal.
  fileprivate mutating func withSharedReciprocals(_ roots: [NodeID]) -> [NodeID: NodeID] {
    let cone = cone(of: roots)
    var uses: [NodeID: Int] = [:]
    for id in cone where self[id].operation == .divide { uses[self[id].b, default: 0] += 1 }
    var known: [NodeID: NodeID] = [:]
    for id in cone {
      let node = self[id]
      guard node.operation != .variable, node.operation != .constant else { continue }
      let (a, b, c) = (known[node.a] ?? node.a, known[node.b] ?? node.b, known[node.c] ?? node.c)
      let isShared = node.operation == .divide && (uses[node.b] ?? 0 > 1 || constantValue(node.b) != nil)
      let result =
        isShared
        ? product(a, make(.divide, constant(1), b))
        : node.operation == .multiply ? product(a, b) : make(node.operation, a, b, c)
      if result != id { known[id] = result }
    }
    return known
  }

  /// A product with its constant factors moved to the front and multiplied into one.
  private mutating func product(_ a: NodeID, _ b: NodeID) -> NodeID {
    let (first, restOfA) = constantFactor(of: a)
    let (second, restOfB) = constantFactor(of: b)
    guard first != nil || second != nil else { return make(.multiply, a, b) }
    let rest = restOfA.map { a in restOfB.map { make(.multiply, a, $0) } ?? a } ?? restOfB
    let factor = constant((first ?? 1) * (second ?? 1))
    return rest.map { make(.multiply, factor, $0) } ?? factor
  }

  private func constantFactor(of id: NodeID) -> (value: Double?, rest: NodeID?) {
    if let value = constantValue(id) { return (value, nil) }
    let node = self[id]
    guard node.operation == .multiply else { return (nil, id) }
    if let value = constantValue(node.a) { return (value, node.b) }
    if let value = constantValue(node.b) { return (value, node.a) }
    return (nil, id)
  }
}

/// A block with most of its unknowns taken out: each of these follows from the others by its own equation, and Newton's
/// method works on the few that are left, the tears (Elmqvist and Otter, Methods for tearing systems of equations in
/// object-oriented modeling, ESM 1994; Cellier and Kofman, doi:10.1007/0-387-30260-3, chapter 7).
///
/// An unknown can be taken out when its rate is linear in it, rate = a + b x with b free of x: then x = -a / b, which is
/// put in its place in all other rates. So a rate can become linear, or stop being it, as others are taken out. Where b
/// is zero for some case, the case is not solved this way.
struct Tearing {
  typealias NodeID = ExpressionGraph.NodeID

  /// What is left, as places in the block.
  private(set) var tears: [Int]
  /// The rates of the tears, with everything else put in.
  private(set) var rates: [NodeID]
  /// The unknowns taken out, as places in the block, each as an expression in the tears.
  private(set) var explicit: [(place: Int, value: NodeID)]

  /// Putting expressions into one another costs the square of the number of unknowns.
  private static let largestBlock = 200
  /// Expressions may grow when they are put into one another; a block is torn only where Newton's tape gets shorter.
  private static let growthLimit = 4

  /// Tears a block, if there is something to be gained.
  ///
  /// - Parameters:
  ///   - rates: those of the block's unknowns.
  ///   - variables: the nodes of the unknowns.
  init?(
    rates: [NodeID], variables: [NodeID], states: [Int], _ graph: inout ExpressionGraph,
    _ dependencies: inout Dependencies
  ) {
    guard rates.count <= Self.largestBlock else { return nil }
    let limit = Self.growthLimit * (graph.nodes.count + 1_000)
    var rates = rates
    var open = Array(rates.indices)
    var order: [(place: Int, value: NodeID)] = []
    // What was found out about the rate of each open unknown; nothing when it has changed since.
    var solutions = [NodeID??](repeating: .none, count: rates.count)
    while !open.isEmpty, graph.nodes.count < limit {
      // The unknown whose elimination ties the fewest others together, as in sparse elimination.
      var best: (cost: Int, place: Int, value: NodeID)?
      for place in open {
        if solutions[place] == nil {
          solutions[place] = .some(graph.linearSolution(of: rates[place], for: variables[place]))
        }
        guard case .some(.some(let value)) = solutions[place] else { continue }
        dependencies.extend(to: graph)
        let uses = open.filter { $0 != place && dependencies.contains(value, state: states[$0]) }.count
        let readers = open.filter { $0 != place && dependencies.contains(rates[$0], state: states[place]) }.count
        if best.map({ uses * readers < $0.cost }) ?? true { best = (uses * readers, place, value) }
      }
      guard let best else { break }
      open.removeAll { $0 == best.place }
      for place in open where dependencies.contains(rates[place], state: states[best.place]) {
        rates[place] = graph.substituting([variables[best.place]: best.value], in: [rates[place]])[0]
        solutions[place] = nil
      }
      order.append((best.place, best.value))
    }
    guard !order.isEmpty else { return nil }
    tears = open
    self.rates = open.map { rates[$0] }
    // The last one taken out depends on tears alone, the one before it on tears and on the last, and so on.
    explicit = []
    var known: [NodeID: NodeID] = [:]
    for (place, value) in order.reversed() {
      let value = graph.substituting(known, in: [value])[0]
      known[variables[place]] = value
      explicit.append((place, value))
    }
  }
}

extension ExpressionGraph {
  /// The value of a variable at which an expression that is linear in it is zero; nothing when it is not linear.
  fileprivate mutating func linearSolution(of id: NodeID, for variable: NodeID) -> NodeID? {
    let derivatives = derivatives(over: cone(of: [id]), withRespectTo: variable)
    guard let slope = derivatives[id], !cone(of: [slope]).contains(variable) else { return nil }
    let rest = substituting([variable: constant(0)], in: [id])[0]
    // Zero whatever the slope: the division would vanish, and with it the sign of a slope that is zero at the solution.
    if constantValue(rest) == 0, constantValue(slope) == nil { return nil }
    return make(.divide, rest, make(.negate, slope))
  }

  /// Expressions with variables replaced.
  mutating func substituting(_ replacements: [NodeID: NodeID], in roots: [NodeID]) -> [NodeID] {
    var known = replacements
    for id in cone(of: roots) where known[id] == nil {
      let node = self[id]
      guard node.operation != .variable, node.operation != .constant else { continue }
      let (a, b, c) = (known[node.a] ?? node.a, known[node.b] ?? node.b, known[node.c] ?? node.c)
      guard a != node.a || b != node.b || c != node.c else { continue }
      known[id] = make(node.operation, a, b, c)
    }
    return roots.map { known[$0] ?? $0 }
  }
}

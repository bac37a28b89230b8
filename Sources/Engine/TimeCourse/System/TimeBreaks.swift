extension ExpressionGraph {
  /// When rates may jump or bend by time alone: the times at which two sides of a comparison, a minimum or a maximum meet
  /// that depend on time and inputs only and whose difference is linear in time.
  ///
  /// Steps end there, so that no pulse, however short, falls between the points at which a step looks. Other jumps are
  /// found by the error that they cause.
  ///
  /// - Returns: nodes whose values are these times when time itself is 0.
  mutating func timeBreaks(in rates: [NodeID], layout: CourseLayout) -> [NodeID] {
    let cone = cone(of: rates)
    // Time is state 0 here, the states follow.
    var dependencies = Dependencies(inputCount: layout.time, stateCount: layout.diagonal - layout.time)
    dependencies.extend(to: self)
    let states = dependencies.mask(of: Array(1..<max(layout.diagonal - layout.time, 1)))
    let time = variable(layout.time)
    var result: [NodeID] = []
    for id in cone {
      let node = self[id]
      guard [.less, .lessOrEqual, .equal, .minimum, .maximum].contains(node.operation),
        dependencies.contains(id, state: 0), !dependencies.intersects(id, states)
      else { continue }
      let difference = make(.subtract, node.a, node.b)
      let steps = self.cone(of: [difference])
      guard let slope = derivatives(over: steps, withRespectTo: time)[difference],
        !self.cone(of: [slope]).contains(time)
      else { continue }
      let moment = make(.negate, make(.divide, difference, slope))
      if !result.contains(moment) { result.append(moment) }
    }
    return result
  }
}

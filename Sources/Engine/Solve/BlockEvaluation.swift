/// One block of a program in the registers of one workspace: the accesses that all solution methods share.
struct BlockEvaluation {
  let block: SteadyStateProgram.Block
  let options: SteadyStateOptions
  let registers: UnsafeMutablePointer<Lanes>
  let previous: UnsafeMutablePointer<Lanes>
  let matrix: UnsafeMutablePointer<Lanes>
  let right: UnsafeMutablePointer<Lanes>
  let status: UnsafeMutablePointer<LaneStatus>
  let vectors: Int

  var count: Int { block.unknowns.count }

  @inline(__always)
  func register(_ number: Int32, _ vector: Int) -> UnsafeMutablePointer<Lanes> {
    registers + (Int(number) * LaneGroup.vectors + vector)
  }

  /// The worst scaled residual of the block; not finite where a rate is not.
  ///
  /// The floor below makes 0/0, an equation without any flow, a residual of zero.
  @inline(__always)
  func residual(_ outputs: UnsafeBufferPointer<Int32>, _ vector: Int) -> Lanes {
    let floor = Lanes(repeating: Double.leastNormalMagnitude)
    var worst = Lanes.zero
    var poison = Lanes.zero
    for index in 0..<count {
      let rate = absolute(register(outputs[index], vector).pointee)
      let scale = register(outputs[count + index], vector).pointee
      let share = rate / (scale + floor)
      worst = pointwiseMax(worst, share)
      poison += share - share
    }
    return worst + poison
  }

  /// Lanes in which a species expressed by a conserved total is below zero: the unknowns have gone beyond the total.
  @inline(__always)
  func isBeyondTotal(_ outputs: UnsafeBufferPointer<Int32>, _ vector: Int) -> LaneMask {
    var result = LaneMask(repeating: false)
    for index in (3 * count)..<outputs.count {
      result = result .| (register(outputs[index], vector).pointee .< Lanes.zero)
    }
    return result
  }

  /// Puts the lanes that are not yet given up to work at the block's start.
  func begin(_ include: (LaneStatus) -> LaneMask) {
    for vector in 0..<vectors {
      var lanes = status[vector]
      let chosen = include(lanes)
      lanes.active = chosen
      lanes.residual.replace(with: .infinity, where: chosen)
      lanes.halvings.replace(with: 0, where: chosen)
      lanes.low.replace(with: 0, where: chosen)
      lanes.high.replace(with: .infinity, where: chosen)
      status[vector] = lanes
      for index in 0..<count {
        let start = register(block.starts[index], vector).pointee
        register(block.unknowns[index], vector).pointee.replace(with: start, where: chosen)
        previous[index * LaneGroup.vectors + vector].replace(with: start, where: chosen)
      }
    }
  }

  /// Whether any lane is at work.
  var isActive: Bool {
    for vector in 0..<vectors where any(status[vector].active) { return true }
    return false
  }
}

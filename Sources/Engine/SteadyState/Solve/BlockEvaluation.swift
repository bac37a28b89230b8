/// One block of a program in the registers of one workspace: the accesses that all solution methods share.
struct BlockEvaluation {
  /// Registers of the unknowns and of their starts, and which are species: the block's arrays without their checks.
  let unknowns: UnsafeBufferPointer<Int32>
  let starts: UnsafeBufferPointer<Int32>
  let isSpecies: UnsafeBufferPointer<Bool>
  let options: SteadyStateOptions
  /// The residual that is small enough.
  var tolerance: Double
  /// The relative step that is small enough besides.
  var stepTolerance: Double
  /// Whether to set out a little above the starts: at zero a rate or its slope may not be finite (0/0, a root, a
  /// logarithm) though it is everywhere else.
  var isNudged: Bool
  let registers: UnsafeMutablePointer<Lanes>
  let previous: UnsafeMutablePointer<Lanes>
  let matrix: UnsafeMutablePointer<Lanes>
  let right: UnsafeMutablePointer<Lanes>
  let status: UnsafeMutablePointer<LaneStatus>
  let vectors: Int
  let instructionSet: InstructionSet

  var count: Int { unknowns.count }

  @inline(__always)
  func register(_ number: Int32, _ vector: Int) -> UnsafeMutablePointer<Lanes> {
    registers + (Int(number) * LaneGroup.vectors + vector)
  }

  /// The worst scaled residual of the block; not finite where a rate is not.
  ///
  /// The floor below makes 0/0, an equation without any flow, a residual of zero; a scale that is not finite excuses no
  /// rate. The kernels have the same for Newton's method.
  @inline(__always)
  func residual(_ outputs: UnsafeBufferPointer<Int32>, _ vector: Int) -> Lanes {
    let floor = Lanes(repeating: Double.leastNormalMagnitude)
    var worst = Lanes.zero
    var poison = Lanes.zero
    for index in 0..<count {
      let rate = absolute(register(outputs[index], vector).pointee)
      let scale = register(outputs[count + index], vector).pointee
      let share = rate / (Lanes.zero.replacing(with: scale, where: scale .< Lanes(repeating: .infinity)) + floor)
      worst = pointwiseMax(worst, share)
      poison += share - share
    }
    return worst + poison
  }

  /// The largest unknown of the block.
  @inline(__always)
  func largest(_ vector: Int) -> Lanes {
    var result = Lanes.zero
    for index in 0..<count { result = pointwiseMax(result, absolute(register(unknowns[index], vector).pointee)) }
    return result
  }

  /// How large a step of an unknown is beside its value, as the kernels measure it.
  @inline(__always)
  func relative(_ step: Lanes, _ value: Lanes, _ index: Int, _ largest: Lanes, _ vector: Int) -> Lanes {
    let floor = (absolute(register(starts[index], vector).pointee) + largest) * 1e-18
    return absolute(step) / (absolute(value) + floor + Double.leastNormalMagnitude)
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
      let nudge = isNudged ? nudge(vector) : Lanes.zero
      for index in 0..<count {
        let start = register(starts[index], vector).pointee + nudge
        register(unknowns[index], vector).pointee.replace(with: start, where: chosen)
        previous[index * LaneGroup.vectors + vector].replace(with: start, where: chosen)
      }
    }
  }

  /// A thousandth of the largest start of the block, of 1 where all are zero.
  private func nudge(_ vector: Int) -> Lanes {
    var largest = Lanes.zero
    for index in 0..<count { largest = pointwiseMax(largest, absolute(register(starts[index], vector).pointee)) }
    return largest.replacing(with: 1, where: largest .== Lanes.zero) * 1e-3
  }

  /// The range of vectors with a lane at work; empty when all are done.
  var activeRange: Range<Int> {
    var range = 0..<0
    for vector in 0..<vectors where any(status[vector].active) {
      range = (range.isEmpty ? vector : range.lowerBound)..<vector + 1
    }
    return range
  }

  /// Runs a tape and then a step on the vectors with a lane at work, until none is left or the limit is reached.
  @inline(__always)
  func iterate(
    _ tape: Tape, limit: Int, _ step: (UnsafeBufferPointer<Int32>, _ vectors: Range<Int>, _ iteration: Int) -> Void
  ) {
    tape.outputs.withUnsafeBufferPointer { outputs in
      var range = activeRange
      for iteration in 0..<limit {
        if range.isEmpty { return }
        tape.run(registers + range.lowerBound, vectors: range.count, on: instructionSet)
        step(outputs, range, iteration)
        range = activeRange
      }
    }
  }
}

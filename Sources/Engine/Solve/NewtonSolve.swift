extension BlockEvaluation {
  /// Newton's method, damped: no step takes a species to zero or below, and a step that makes the residual much worse,
  /// or the rates not finite, is halved. Lanes that converge take one more step, to the limit of precision, and rest.
  /// Lanes still active afterwards have failed.
  func newton(_ tape: Tape) {
    begin { .!$0.failed }
    iterate(tape, limit: options.newtonIterationLimit) { outputs, vector, _ in newtonStep(outputs, vector) }
  }

  @inline(__always)
  private func newtonStep(_ outputs: UnsafeBufferPointer<Int32>, _ vector: Int) {
    var lanes = status[vector]
    let residual = residual(outputs, vector)
    var poison = Lanes.zero
    for index in 0..<count {
      let step = register(outputs[2 * count + index], vector).pointee
      poison += step - step
    }
    let stepIsFinite = poison .== Lanes.zero
    let isBeyond = isBeyondTotal(outputs, vector)
    let converged = lanes.active .& .!isBeyond .& (residual .<= Lanes(repeating: options.residualTolerance))
    // Residuals saturate at 1 far from the solution, so only a clear worsening is a sign of a bad step.
    let isWorse = .!(residual .<= lanes.residual * 3) .| isBeyond
    let mayHalve = (lanes.halvings .< Lanes(repeating: 4)) .| isBeyond
    let isFinite = residual .< Lanes(repeating: .infinity)
    let halved = lanes.active .& isWorse .& mayHalve .& .!converged
    let accepted = lanes.active .& .!halved .& isFinite .& stepIsFinite
    lanes.iterations.replace(with: lanes.iterations + 1, where: lanes.active)
    for index in 0..<count {
      let unknown = register(unknowns[index], vector)
      let old = previous + (index * LaneGroup.vectors + vector)
      let here = unknown.pointee
      let step = register(outputs[2 * count + index], vector).pointee
      var next = here + step
      if isSpecies[index] { next = nonnegative(next, from: here, index, vector) }
      let middle = (here + old.pointee) * 0.5
      old.pointee.replace(with: here, where: accepted)
      unknown.pointee.replace(with: next, where: accepted)
      unknown.pointee.replace(with: middle, where: halved)
    }
    lanes.residual.replace(with: residual, where: accepted)
    lanes.halvings.replace(with: 0, where: accepted)
    lanes.halvings.replace(with: lanes.halvings + 1, where: halved)
    // A solution with a singular Jacobian is a solution, but not an isolated one.
    lanes.singular = lanes.singular .| (converged .& .!stepIsFinite)
    lanes.active = (accepted .| halved) .& .!converged
    let gaveUp = status[vector].active .& .!accepted .& .!halved .& .!converged
    lanes.stalled = lanes.stalled .| gaveUp
    status[vector] = lanes
  }

  /// Keeps a step above a share of the value; below 1e-15 of its start a falling species is taken to be zero.
  @inline(__always)
  func nonnegative(_ next: Lanes, from here: Lanes, _ index: Int, _ vector: Int) -> Lanes {
    let bound = here * options.smallestRetainedShare
    let negligible = absolute(register(starts[index], vector).pointee) * 1e-15
    let lowest = bound.replacing(with: Lanes.zero, where: bound .<= negligible)
    return next.replacing(with: lowest, where: next .< lowest)
  }

  /// Newton's method for one species, kept inside a bracket on which the rate changes from positive to negative, as it
  /// does around a stable steady state; where a step leaves the bracket it is halved instead.
  func scalarNewton(_ tape: Tape) {
    begin { .!$0.failed }
    iterate(tape, limit: options.scalarIterationLimit) { outputs, vector, _ in scalarStep(outputs, vector) }
  }

  @inline(__always)
  private func scalarStep(_ outputs: UnsafeBufferPointer<Int32>, _ vector: Int) {
    var lanes = status[vector]
    let residual = residual(outputs, vector)
    let unknown = register(unknowns[0], vector)
    let here = unknown.pointee
    let rate = register(outputs[0], vector).pointee
    let step = register(outputs[2], vector).pointee
    let stepIsFinite = (step - step) .== Lanes.zero
    // Beyond a conserved total rate laws mean nothing: such a point only bounds the bracket.
    let isBeyond = isBeyondTotal(outputs, vector)
    let converged = lanes.active .& .!isBeyond .& (residual .<= Lanes(repeating: options.residualTolerance))
    lanes.iterations.replace(with: lanes.iterations + 1, where: lanes.active)
    let inside = previous[vector]
    lanes.low.replace(with: here, where: lanes.active .& isBeyond .& (here .< inside))
    lanes.high.replace(with: here, where: lanes.active .& isBeyond .& (here .> inside))
    previous[vector].replace(with: here, where: lanes.active .& .!isBeyond)
    lanes.low.replace(with: here, where: lanes.active .& .!isBeyond .& (rate .> Lanes.zero))
    lanes.high.replace(with: here, where: lanes.active .& .!isBeyond .& (rate .< Lanes.zero))
    let mayGoOn = isBeyond .| (residual .< Lanes(repeating: .infinity))
    let newton = here + step
    let isBounded = lanes.high .< Lanes(repeating: .infinity)
    let isInside = stepIsFinite .& .!isBeyond .& (newton .> lanes.low) .& (newton .< lanes.high)
    // Without an upper bound yet: outwards, from zero to the size of the start.
    let start = absolute(register(starts[0], vector).pointee)
    let outwards = here * 2 + start.replacing(with: 1, where: start .== Lanes.zero) * 0.125
    var next = outwards.replacing(with: (lanes.low + lanes.high) * 0.5, where: isBounded)
    next.replace(with: newton, where: isInside)
    // The last step is Newton's alone; the bracket's ends are the solution's own rounding errors by now.
    let polished = newton.replacing(with: here, where: .!stepIsFinite .| (newton .< Lanes.zero))
    next.replace(with: polished, where: converged)
    unknown.pointee.replace(with: next, where: lanes.active .& mayGoOn)
    lanes.singular = lanes.singular .| (converged .& .!stepIsFinite)
    lanes.stalled = lanes.stalled .| (lanes.active .& .!mayGoOn)
    lanes.active = lanes.active .& mayGoOn .& .!converged
    status[vector] = lanes
  }
}

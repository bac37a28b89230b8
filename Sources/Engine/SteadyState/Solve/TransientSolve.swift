extension BlockEvaluation {
  /// Pseudo-transient continuation: implicit Euler steps, linearised, that grow as the block comes to rest, until they
  /// are Newton steps. It follows the block's own motion from its start, so it goes where the model goes, below zero
  /// too if the model does. Lanes still active afterwards have failed for good.
  ///
  /// - Parameters:
  ///   - tape: rates, scales, Jacobian entries.
  ///   - entries: row and column of each of these.
  func transient(_ tape: Tape, entries: [(row: Int, column: Int)]) {
    begin { $0.stalled }
    entries.withUnsafeBufferPointer { entries in
      iterate(tape, limit: options.transientStepLimit) { outputs, range, iteration in
        for vector in range where any(status[vector].active) {
          transientStep(outputs, entries, vector, isFirst: iteration == 0)
        }
      }
    }
    for vector in 0..<vectors { status[vector].failed = status[vector].failed .| status[vector].active }
  }

  private func transientStep(
    _ outputs: UnsafeBufferPointer<Int32>, _ entries: UnsafeBufferPointer<(row: Int, column: Int)>, _ vector: Int,
    isFirst: Bool
  ) {
    var lanes = status[vector]
    let residual = residual(outputs, vector)
    let isFinite = residual .< Lanes(repeating: .infinity)
    let isQuiet = lanes.active .& (residual .<= Lanes(repeating: options.residualTolerance))
    // A quiet lane tries Newton's step, which is this with an infinite time step, until it proves too long.
    let triesNewton = isQuiet .& (lanes.halvings .== Lanes.zero)
    lanes.iterations.replace(with: lanes.iterations + 1, where: lanes.active)

    // Sizes against which changes are judged: a species' own, or a share of the largest in the block.
    let largest = largest(vector)
    let smallest = largest * 1e-3 + 1e-12
    if isFirst {
      // The first step changes nothing by more than a hundredth.
      var fastest = Lanes(repeating: 1e-30)
      for index in 0..<count {
        let size = absolute(register(unknowns[index], vector).pointee) + smallest
        fastest = pointwiseMax(fastest, absolute(register(outputs[index], vector).pointee) / size)
      }
      lanes.timeStep = Lanes(repeating: 0.01) / fastest
    }

    for index in 0..<(count * count) { matrix[index] = .zero }
    let inverseStep = (Lanes(repeating: 1) / lanes.timeStep).replacing(with: Lanes.zero, where: triesNewton)
    for index in 0..<count {
      matrix[index * count + index] = inverseStep
      right[index] = register(outputs[index], vector).pointee
    }
    for (position, entry) in entries.enumerated() {
      matrix[entry.row * count + entry.column] -= register(outputs[2 * count + position], vector).pointee
    }
    let isSingular = DenseSolver.solve(matrix, right, count: count)

    var change = Lanes.zero
    var correction = Lanes.zero
    for index in 0..<count {
      let value = register(unknowns[index], vector).pointee
      let share = absolute(right[index]) / (absolute(value) + smallest)
      change = pointwiseMax(change, share) + (share - share)
      correction = pointwiseMax(correction, relative(right[index], value, index, largest, vector))
    }
    let stepIsFinite = .!isSingular .& (change .< Lanes(repeating: .infinity))
    let isSmall = .!stepIsFinite .| (correction .<= Lanes(repeating: options.correctionTolerance))
    let converged = triesNewton .& isSmall
    let working = lanes.active .& .!converged
    // A step below zero is first tried shorter, ten times: rate laws need not mean anything there, and mostly the model
    // itself does not go there.
    var crosses = LaneMask(repeating: false)
    for index in 0..<count where isSpecies[index] {
      let here = register(unknowns[index], vector).pointee
      crosses = crosses .| ((here .>= Lanes.zero) .& (here + right[index] .< -smallest * 1e-9))
    }
    crosses = crosses .& (lanes.low .< Lanes(repeating: 10))
    let accepted = working .& isFinite .& stepIsFinite .& (change .<= Lanes(repeating: 1)) .& .!crosses
    lanes.low.replace(with: lanes.low + 1, where: working .& crosses)
    lanes.low.replace(with: 0, where: accepted)
    let returned = working .& .!isFinite
    for index in 0..<count {
      let unknown = register(unknowns[index], vector)
      let old = previous + (index * LaneGroup.vectors + vector)
      let here = unknown.pointee
      unknown.pointee.replace(with: here + right[index], where: accepted .| (converged .& stepIsFinite))
      unknown.pointee.replace(with: old.pointee, where: returned)
      old.pointee.replace(with: here, where: accepted)
    }
    let growth = Lanes(repeating: 1)
      .replacing(with: 1.5, where: change .< Lanes(repeating: 0.5))
      .replacing(with: 4, where: change .< Lanes(repeating: 0.1))
    lanes.timeStep.replace(with: lanes.timeStep * growth, where: accepted)
    lanes.timeStep.replace(with: lanes.timeStep * 0.2, where: working .& .!accepted .& .!triesNewton)
    lanes.halvings.replace(with: 0, where: accepted)
    lanes.halvings.replace(with: 1, where: working .& .!accepted .& triesNewton)
    // Growing for ever is Newton's method; beyond this the inverse is lost in rounding.
    lanes.timeStep = lanes.timeStep.replacing(with: 1e200, where: lanes.timeStep .> Lanes(repeating: 1e200))
    lanes.active = working
    status[vector] = lanes
  }
}

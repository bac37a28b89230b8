import CLanes

extension BlockEvaluation {
  /// Newton's method, damped: no step takes a species to zero or below, and a step that makes the residual much worse,
  /// or the rates not finite, is halved. Lanes that converge take one more step, to the limit of precision, and rest.
  /// Lanes still active afterwards have failed.
  func newton(_ tape: Tape) {
    begin { .!($0.failed .| $0.resting) }
    withKernelBlock { block in
      iterate(tape, limit: options.newtonIterationLimit) { outputs, range, _ in
        lanes_newton(
          instructionSet.kernels, block, outputs.baseAddress, Int32(outputs.count), Int32(range.lowerBound),
          Int32(range.upperBound))
      }
    }
  }

  /// Newton's method for one species, kept inside a bracket on which the rate changes from positive to negative, as it
  /// does around a stable steady state; where a step leaves the bracket it is halved instead.
  func scalarNewton(_ tape: Tape, limit: Int) {
    begin { .!($0.failed .| $0.resting) }
    withKernelBlock { block in
      iterate(tape, limit: limit) { outputs, range, _ in
        lanes_bracketed_newton(
          instructionSet.kernels, block, outputs.baseAddress, Int32(outputs.count), Int32(range.lowerBound),
          Int32(range.upperBound))
      }
    }
  }

  /// A last Newton step of the lanes that do not rest, measured against the unknowns.
  func correct(_ steps: ArraySlice<Int32>) {
    steps.withUnsafeBufferPointer { steps in
      withKernelBlock { block in
        lanes_correct(instructionSet.kernels, block, steps.baseAddress, 0, Int32(vectors))
      }
    }
  }

  /// The same for the stalled lanes, with the dense solver, which pivots on values: where the symbolic elimination met a
  /// zero, or where there is none. What is singular for it has no isolated solution.
  ///
  /// - Parameter tape: rates, scales, Jacobian entries, which has been run.
  func correctDensely(_ tape: Tape, entries: [(row: Int, column: Int)]) {
    for vector in 0..<vectors where any(status[vector].stalled) {
      let chosen = status[vector].stalled
      for index in 0..<(count * count) { matrix[index] = .zero }
      for index in 0..<count { right[index] = register(tape.outputs[index], vector).pointee }
      for (position, entry) in entries.enumerated() {
        matrix[entry.row * count + entry.column] -= register(tape.outputs[2 * count + position], vector).pointee
      }
      let isSingular = DenseSolver.solve(matrix, right, count: count)
      status[vector].singular = status[vector].singular .| (chosen .& isSingular)
      let largest = largest(vector)
      for index in 0..<count {
        let unknown = register(unknowns[index], vector)
        let (here, step) = (unknown.pointee, right[index].replacing(with: .nan, where: isSingular))
        var next = here + step
        if isSpecies[index] { next.replace(with: 0, where: (next .< Lanes.zero) .& (here .>= Lanes.zero)) }
        let share = relative(step, next, index, largest, vector)
        let known = status[vector].correction
        let worst = share.replacing(with: .infinity, where: share .!= share)
        status[vector].correction.replace(with: worst, where: chosen .& .!(share .<= known))
        unknown.pointee.replace(with: next, where: chosen .& ((step - step) .== Lanes.zero))
      }
    }
  }

  /// The block in the form the kernels take.
  @inline(__always)
  private func withKernelBlock(_ body: (UnsafePointer<lanes_block>) -> Void) {
    let block = lanes_block(
      unknowns: unknowns.baseAddress, starts: starts.baseAddress, is_species: isSpecies.baseAddress,
      count: Int32(count), registers: UnsafeMutableRawPointer(registers).assumingMemoryBound(to: Double.self),
      previous: UnsafeMutableRawPointer(previous).assumingMemoryBound(to: Double.self), status: status,
      residual_tolerance: tolerance, step_tolerance: stepTolerance,
      smallest_retained_share: options.smallestRetainedShare)
    withUnsafePointer(to: block, body)
  }
}

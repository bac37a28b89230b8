extension SteadyStateProgram {
  /// Solves `count` cases, each with a certificate of its own.
  ///
  /// A case's result has the same bytes whatever the cases around it, their number and order: its start comes from the
  /// model and its inputs alone, and no operation mixes lanes.
  ///
  /// - Parameters:
  ///   - inputs: by columns: the value of input i in case c is at `[i * count + c]`.
  ///   - states: `outputs.count` columns of `count` in the same layout, overwritten. A case that is not converged,
  ///     singular or not finite gets not-a-number throughout, so that no failure passes for a solution; one that is
  ///     negative keeps its numbers.
  ///   - certificates: one a case, overwritten.
  ///   - eigenvalues: whether the certificates shall hold the largest real part of the Jacobian's eigenvalues. It costs
  ///     more than the solution: some n^3 * 10 operations for a block of n unknowns.
  ///   - workspace: from this program's ``makeWorkspace()``.
  /// - Precondition: the buffers have the lengths said, and the workspace belongs to this program.
  public func solve(
    count: Int, inputs: UnsafeBufferPointer<Double>, states: UnsafeMutableBufferPointer<Double>,
    certificates: UnsafeMutableBufferPointer<Certificate>, eigenvalues: Bool = false,
    workspace: inout SteadyStateWorkspace
  ) {
    precondition(inputs.count >= self.inputs.count * count, "inputs: one column of count values for each input")
    precondition(states.count >= outputs.count * count, "states: one column of count values for each output")
    precondition(certificates.count >= count, "certificates: one for each case")
    precondition(workspace.registerCount == registerCount, "the workspace was made by another program")
    (workspace.program ?? self).solveGroups(
      count: count, inputs: inputs, states: states, certificates: certificates, eigenvalues: eigenvalues, workspace)
  }

  private func solveGroups(
    count: Int, inputs: UnsafeBufferPointer<Double>, states: UnsafeMutableBufferPointer<Double>,
    certificates: UnsafeMutableBufferPointer<Certificate>, eigenvalues: Bool,
    _ workspace: borrowing SteadyStateWorkspace
  ) {
    for first in stride(from: 0, to: count, by: LaneGroup.cases) {
      let size = min(LaneGroup.cases, count - first)
      let vectors = (size + Lanes.scalarCount - 1) / Lanes.scalarCount
      load(inputs, first: first, size: size, vectors: vectors, count: count, workspace)
      starts.run(workspace.registers, vectors: vectors, on: workspace.instructionSet)
      for vector in 0..<vectors { workspace.status[vector] = LaneStatus() }
      for item in 0..<LaneGroup.cases { workspace.isHandedOver[item] = false }
      let group = CaseGroup(
        first: first, size: size, vectors: vectors, count: count, states: states, certificates: certificates)
      if !solveTorn(group, workspace), !solveWhole(group, isNudged: false, workspace) {
        solveWhole(group, isNudged: true, workspace)
      }
      if eigenvalues {
        addEigenvalues(first: first, size: size, vectors: vectors, certificates: certificates, workspace)
      }
    }
  }

  /// Evaluates the outputs at the starts; arguments as for `solve`.
  func evaluateStarts(
    count: Int, inputs: UnsafeBufferPointer<Double>, values: UnsafeMutableBufferPointer<Double>,
    _ workspace: borrowing SteadyStateWorkspace
  ) {
    let registers = UnsafeMutableRawPointer(workspace.registers).assumingMemoryBound(to: Double.self)
    for first in stride(from: 0, to: count, by: LaneGroup.cases) {
      let size = min(LaneGroup.cases, count - first)
      let vectors = (size + Lanes.scalarCount - 1) / Lanes.scalarCount
      load(inputs, first: first, size: size, vectors: vectors, count: count, workspace)
      starts.run(workspace.registers, vectors: vectors, on: workspace.instructionSet)
      for block in solvableBlocks {
        block.prelude.run(workspace.registers, vectors: vectors, on: workspace.instructionSet)
        for (unknown, start) in zip(block.unknowns, block.starts) {
          for vector in 0..<vectors {
            workspace.registers[Int(unknown) * LaneGroup.vectors + vector] =
              workspace.registers[Int(start) * LaneGroup.vectors + vector]
          }
        }
      }
      evaluation.run(workspace.registers, vectors: vectors, on: workspace.instructionSet)
      for (index, place) in outputPlaces.enumerated() {
        let result = evaluation.outputs[2 * equationCount + place]
        for item in 0..<size { values[index * count + first + item] = registers[Int(result) * LaneGroup.cases + item] }
      }
    }
  }

  private func load(
    _ inputs: UnsafeBufferPointer<Double>, first: Int, size: Int, vectors: Int, count: Int,
    _ workspace: borrowing SteadyStateWorkspace
  ) {
    let registers = UnsafeMutableRawPointer(workspace.registers).assumingMemoryBound(to: Double.self)
    guard let values = inputs.baseAddress else { return }
    for input in self.inputs.indices {
      let column = registers + input * LaneGroup.cases
      column.update(from: values + (input * count + first), count: size)
      // The lanes beyond the last case repeat it, so that they do no work of their own.
      for lane in size..<max(size, vectors * Lanes.scalarCount) { column[lane] = column[size - 1] }
    }
  }

  /// Tears first, then what follows from them. Returns whether all cases are certified.
  private func solveTorn(_ group: CaseGroup, _ workspace: borrowing SteadyStateWorkspace) -> Bool {
    guard let torn else { return false }
    for stage in torn.stages {
      stage.prelude.run(workspace.registers, vectors: group.vectors, on: workspace.instructionSet)
      if !stage.unknowns.isEmpty {
        workspace.withBlock(stage.unknowns, stage.starts, stage.isSpecies, options, vectors: group.vectors) {
          var evaluation = $0
          // The tears' scales are such that the residual is their relative step.
          evaluation.tolerance = options.stepTolerance
          evaluation.stepTolerance = .infinity
          if options.bracketsSingleSpecies && stage.unknowns.count == 1 && stage.isSpecies[0] {
            evaluation.scalarNewton(stage.newton, limit: options.newtonIterationLimit)
          } else {
            evaluation.newton(stage.newton)
          }
        }
      }
      stage.closing.run(workspace.registers, vectors: group.vectors, on: workspace.instructionSet)
    }
    correct(group, workspace)
    return certify(group, onlyCertified: true, workspace)
  }

  /// All unknowns of the cases that are not at rest. Returns whether a nudge of their starts would be of no use to any.
  @discardableResult
  private func solveWhole(
    _ group: CaseGroup, isNudged: Bool, _ workspace: borrowing SteadyStateWorkspace
  ) -> Bool {
    for block in solvableBlocks { solve(block, vectors: group.vectors, isNudged: isNudged, workspace) }
    correct(group, workspace)
    return certify(group, onlyCertified: false, workspace)
  }

  /// A last Newton sweep over all unknowns, block after block, each with the blocks before it corrected: how much it
  /// changes is an estimate of the error that was left.
  private func correct(_ group: CaseGroup, _ workspace: borrowing SteadyStateWorkspace) {
    let (vectors, set, status) = (group.vectors, workspace.instructionSet, workspace.status)
    for vector in 0..<vectors {
      status[vector].correction = .zero
      // Whether a state is isolated is found out here, on the final Jacobian.
      status[vector].singular = LaneMask(repeating: false)
    }
    let dependentCount = dependents.outputs.count / 2
    if dependentCount > 0 {
      dependents.run(workspace.registers, vectors: vectors, on: set)
      for (index, register) in dependents.outputs.prefix(dependentCount).enumerated() {
        for vector in 0..<vectors {
          workspace.dependents[index * LaneGroup.vectors + vector] =
            workspace.registers[Int(register) * LaneGroup.vectors + vector]
        }
      }
    }
    for block in solvableBlocks {
      block.prelude.run(workspace.registers, vectors: vectors, on: set)
      workspace.withBlock(block.unknowns, block.starts, block.isSpecies, options, vectors: vectors) {
        if let correction = block.correction {
          correction.run(workspace.registers, vectors: vectors, on: set)
          $0.correct(correction.outputs[...])
        } else {
          for vector in 0..<vectors { status[vector].stalled = .!status[vector].resting }
        }
        guard (0..<vectors).contains(where: { any(status[$0].stalled) }) else { return }
        block.jacobian.run(workspace.registers, vectors: vectors, on: set)
        $0.correctDensely(block.jacobian, entries: block.entries)
      }
    }
    guard dependentCount > 0 else { return }
    dependents.run(workspace.registers, vectors: vectors, on: set)
    for index in 0..<dependentCount {
      for vector in 0..<vectors {
        func register(_ place: Int) -> Lanes {
          workspace.registers[Int(dependents.outputs[place]) * LaneGroup.vectors + vector]
        }
        let (after, size) = (register(index), register(dependentCount + index))
        let change = absolute(after - workspace.dependents[index * LaneGroup.vectors + vector])
        // What a total's rounding can do to a small difference is no error of the solution.
        let share = change / (absolute(after) + size * 1e-9 + Double.leastNormalMagnitude)
        let known = status[vector].correction
        status[vector].correction.replace(with: share, where: .!(share .<= known))
      }
    }
  }

  private func solve(
    _ block: Block, vectors: Int, isNudged: Bool, _ workspace: borrowing SteadyStateWorkspace
  ) {
    workspace.withBlock(block.unknowns, block.starts, block.isSpecies, options, vectors: vectors) {
      var evaluation = $0
      evaluation.isNudged = isNudged
      solve(block, evaluation)
    }
  }

  /// Newton's method where there is one, then the fallback for the lanes it left.
  private func solve(_ block: Block, _ evaluation: BlockEvaluation) {
    let (vectors, status) = (evaluation.vectors, evaluation.status)
    block.prelude.run(evaluation.registers, vectors: vectors, on: evaluation.instructionSet)
    for vector in 0..<vectors { status[vector].stalled = LaneMask(repeating: false) }
    if let newton = block.newton {
      if options.bracketsSingleSpecies && block.unknowns.count == 1 && block.isSpecies[0] {
        evaluation.scalarNewton(newton, limit: options.scalarIterationLimit)
      } else {
        evaluation.newton(newton)
      }
      for vector in 0..<vectors {
        status[vector].stalled = status[vector].stalled .| status[vector].active
      }
    } else {
      for vector in 0..<vectors { status[vector].stalled = .!(status[vector].failed .| status[vector].resting) }
    }
    for vector in 0..<vectors where any(status[vector].stalled) {
      evaluation.transient(block.jacobian, entries: block.entries)
      break
    }
  }
}

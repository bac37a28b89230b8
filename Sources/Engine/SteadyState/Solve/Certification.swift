import CLanes

/// The cases that go through the tapes together, and where their results go.
struct CaseGroup {
  /// The first of them among all `count` cases.
  let first: Int
  let size: Int
  let vectors: Int
  let count: Int
  let states: UnsafeMutableBufferPointer<Double>
  let certificates: UnsafeMutableBufferPointer<Certificate>
}

extension SteadyStateProgram {
  /// Judges the present state of each case that is not at rest on all equations, and hands it over. Those that are
  /// settled come to rest.
  ///
  /// - Parameters:
  ///   - tape: rates of all unknowns, their scales, then what is judged.
  ///   - settled: what a case need not be solved anew for.
  /// - Returns: whether all are at rest.
  @discardableResult
  func certify(
    _ group: CaseGroup, from tape: Tape, settled: [SolveStatus], _ workspace: borrowing SteadyStateWorkspace
  ) -> Bool {
    tape.run(workspace.registers, vectors: group.vectors, on: workspace.instructionSet)
    let registers = UnsafeMutableRawPointer(workspace.registers).assumingMemoryBound(to: Double.self)
    let judgement = UnsafeMutableRawPointer(workspace.judgement).assumingMemoryBound(to: Double.self)
    return tape.outputs.withUnsafeBufferPointer { results in
      lanes_judge(
        workspace.instructionSet.kernels, registers, results.baseAddress, Int32(states.count), Int32(judgedCount),
        Int32(speciesCount), Int32(group.vectors), judgement)
      var isFirst = true
      var areAllAtRest = true
      var areAllSolutions = true
      for item in 0..<group.size {
        let (vector, lane) = (item / Lanes.scalarCount, item % Lanes.scalarCount)
        if workspace.status[vector].resting[lane] {
          isFirst = false
          continue
        }
        let certificate = certificate(item, judgement, workspace.status[vector], lane)
        group.certificates[group.first + item] = certificate
        if settled.contains(certificate.status) {
          workspace.status[vector].resting[lane] = true
        } else {
          areAllAtRest = false
          workspace.status[vector].singular[lane] = false
          workspace.status[vector].failed[lane] = false
        }
        if !certificate.isSolution { areAllSolutions = false }
      }
      handOver(group, registers, results.dropFirst(2 * states.count), areAllSolutions: areAllSolutions && isFirst)
      // Lanes without a case would only do work that nobody sees.
      for item in group.size..<(group.vectors * Lanes.scalarCount) {
        workspace.status[item / Lanes.scalarCount].resting[item % Lanes.scalarCount] = true
      }
      return areAllAtRest
    }
  }

  private func certificate(
    _ item: Int, _ judgement: UnsafePointer<Double>, _ lanes: LaneStatus, _ lane: Int
  ) -> Certificate {
    let residual = judgement[item]
    let minimum = judgement[LaneGroup.cases + item]
    let largest = judgement[2 * LaneGroup.cases + item]
    let isFinite = residual < .infinity && judgement[3 * LaneGroup.cases + item] != 0
    let status: SolveStatus =
      if !isFinite {
        .notFinite
      } else if lanes.singular[lane] {
        .singular
      } else if lanes.failed[lane] || !(residual <= options.residualTolerance) {
        .notConverged
      } else if minimum < -options.negativityTolerance * largest {
        .negative
      } else {
        .certified
      }
    return Certificate(
      status: status, residual: residual.isNaN ? .nan : residual, minimum: minimum,
      iterations: UInt16(min(lanes.iterations[lane], 65_535)))
  }

  /// Writes the outputs of the group's cases; not-a-number for those without a solution.
  private func handOver(
    _ group: CaseGroup, _ registers: UnsafePointer<Double>, _ results: Slice<UnsafeBufferPointer<Int32>>,
    areAllSolutions: Bool
  ) {
    guard let states = group.states.baseAddress else { return }
    for (index, place) in outputPlaces.enumerated() {
      let column = states + (index * group.count + group.first)
      let values = registers + Int(results[results.startIndex + place]) * LaneGroup.cases
      if areAllSolutions {
        column.update(from: values, count: group.size)
      } else {
        for item in 0..<group.size {
          column[item] = group.certificates[group.first + item].isSolution ? values[item] : .nan
        }
      }
    }
  }
}

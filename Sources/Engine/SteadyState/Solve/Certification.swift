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
  /// Judges the present state of each case that is not at rest on all equations, and hands it over. Settled ones come to
  /// rest: nothing is written of them again, so that no case depends on what its neighbours still need.
  ///
  /// - Parameter onlyCertified: whether nothing but a certificate brings a case to rest; else what another start would not
  ///   change does so, too: a negative solution, a singular one.
  /// - Returns: whether all are at rest.
  @discardableResult
  func certify(
    _ group: CaseGroup, onlyCertified: Bool, _ workspace: borrowing SteadyStateWorkspace
  ) -> Bool {
    evaluation.run(workspace.registers, vectors: group.vectors, on: workspace.instructionSet)
    let registers = UnsafeMutableRawPointer(workspace.registers).assumingMemoryBound(to: Double.self)
    let judgement = UnsafeMutableRawPointer(workspace.judgement).assumingMemoryBound(to: Double.self)
    return evaluation.outputs.withUnsafeBufferPointer { results in
      lanes_judge(
        workspace.instructionSet.kernels, registers, results.baseAddress, Int32(equationCount), Int32(judgedCount),
        Int32(speciesCount), Int32(group.vectors), options.negativityTolerance, judgement)
      var areAllAtRest = true
      var isWhole = true
      for item in 0..<group.size {
        let (vector, lane) = (item / Lanes.scalarCount, item % Lanes.scalarCount)
        if workspace.status[vector].resting[lane] {
          isWhole = false
          continue
        }
        let certificate = certificate(item, judgement, workspace.status[vector], lane)
        group.certificates[group.first + item] = certificate
        let status = certificate.status
        if status == .certified || !onlyCertified && (status == .negative || status == .singular) {
          workspace.status[vector].resting[lane] = true
        } else {
          areAllAtRest = false
          workspace.status[vector].failed[lane] = false
        }
        if !certificate.isSolution { isWhole = false }
      }
      handOver(group, registers, results.dropFirst(2 * equationCount), isWhole: isWhole, workspace)
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
    let isNegative = judgement[2 * LaneGroup.cases + item] != 0
    let correction = lanes.correction[lane]
    let isFinite = residual < .infinity && judgement[3 * LaneGroup.cases + item] != 0
    let status: SolveStatus =
      if !isFinite {
        .notFinite
      } else if lanes.singular[lane] && residual <= options.residualTolerance {
        .singular
      } else if lanes.failed[lane] || !(residual <= options.residualTolerance)
        || !(correction <= options.correctionTolerance)
      {
        .notConverged
      } else if isNegative {
        .negative
      } else {
        .certified
      }
    return Certificate(
      status: status, residual: residual.isNaN ? .nan : residual, correction: correction, minimum: minimum,
      iterations: UInt16(min(lanes.iterations[lane], 65_535)))
  }

  /// Writes the outputs of the cases that have just been judged; not-a-number for those without a solution.
  ///
  /// - Parameter isWhole: whether all cases have been, and have a solution.
  private func handOver(
    _ group: CaseGroup, _ registers: UnsafePointer<Double>, _ results: Slice<UnsafeBufferPointer<Int32>>,
    isWhole: Bool, _ workspace: borrowing SteadyStateWorkspace
  ) {
    guard let states = group.states.baseAddress else { return }
    for (index, place) in outputPlaces.enumerated() {
      let column = states + (index * group.count + group.first)
      let values = registers + Int(results[results.startIndex + place]) * LaneGroup.cases
      if isWhole {
        column.update(from: values, count: group.size)
      } else {
        for item in 0..<group.size where !workspace.isHandedOver[item] {
          column[item] = group.certificates[group.first + item].isSolution ? values[item] : .nan
        }
      }
    }
    for item in 0..<group.size {
      workspace.isHandedOver[item] = workspace.status[item / Lanes.scalarCount].resting[item % Lanes.scalarCount]
    }
  }
}

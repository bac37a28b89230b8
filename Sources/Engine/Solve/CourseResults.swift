/// Results at the times asked for, and reports.
extension CourseSolver {
  /// Hands over what the start gives for time 0; the stage's registers hold the starts.
  func handOverStart(first: Int, size: Int, vectors: Int) {
    for item in 0..<LaneGroup.cases where item < Vector.stride * Vector.scalarCount { memory.nextTime[item] = 0 }
    guard let time = request.times.first, time <= 0 else { return }
    step.run(program.results, 0..<vectors)
    for item in 0..<size {
      while memory.nextTime[item] < request.times.count, request.times[memory.nextTime[item]] <= 0 {
        write(item, first: first)
      }
    }
  }

  /// Hands over the times that accepted steps have passed, by dense output.
  func handOver(_ range: Range<Int>, first: Int, size: Int) {
    for vector in range where any(memory.lanes[vector].isAccepted) {
      var isPrepared = false
      while true {
        let lanes = memory.lanes[vector]
        var share = Vector.zero
        var isPending = SIMDMask<Vector.MaskStorage>(repeating: false)
        for lane in 0..<Vector.scalarCount where lanes.isAccepted[lane] {
          let next = memory.nextTime[vector * Vector.scalarCount + lane]
          guard next < request.times.count, request.times[next] <= lanes.reached[lane] else { continue }
          isPending[lane] = true
          let time = request.times[next]
          share[lane] = time < lanes.reached[lane] ? min((time - lanes.time[lane]) / lanes.step[lane], 1) : 1
          memory.registers[program.layout.stageTime * Vector.stride + vector][lane] = time
        }
        guard any(isPending) else { break }
        if !isPrepared { prepareDense(vector) }
        isPrepared = true
        interpolate(share, vector)
        step.run(program.results, vector..<vector + 1)
        for lane in 0..<Vector.scalarCount where isPending[lane] {
          write(vector * Vector.scalarCount + lane, first: first)
        }
      }
    }
  }

  /// The sums of the stages that the interpolation of this step needs.
  private func prepareDense(_ vector: Int) {
    let count = program.states.count
    for (row, weights) in Rodas5P.dense.enumerated() {
      for state in 0..<count {
        var sum = Vector.zero
        for stage in 0..<Rodas5P.stageCount {
          sum += memory.stages[(stage * count + state) * Vector.stride + vector] * weights[stage]
        }
        memory.dense[(row * count + state) * Vector.stride + vector] = sum
      }
    }
  }

  /// The states at a share of the step, into the stage's registers.
  private func interpolate(_ share: Vector, _ vector: Int) {
    let count = program.states.count
    let rest = 1 - share
    for state in 0..<count {
      func sum(_ row: Int) -> Vector { memory.dense[(row * count + state) * Vector.stride + vector] }
      let place = state * Vector.stride + vector
      let bend = sum(0) + share * (sum(1) + share * sum(2))
      memory.argument[place] =
        rest * memory.old[place] + share * (memory.new[place] + rest * bend)
    }
  }

  private func write(_ item: Int, first: Int) {
    let (vector, lane) = (item / Vector.scalarCount, item % Vector.scalarCount)
    let time = memory.nextTime[item]
    for output in program.results.outputs.indices {
      let value = step.register(Int(program.results.outputs[output]), vector).pointee[lane]
      request.results[(output * request.times.count + time) * request.count + first + item] = value
    }
    memory.nextTime[item] = time + 1
  }

  /// Reports, and not-a-number for the times that were not reached.
  func report(first: Int, size: Int) {
    for item in 0..<size {
      let (lanes, lane) = (memory.lanes[item / Vector.scalarCount], item % Vector.scalarCount)
      let status = TimeCourseStatus(rawValue: UInt8(lanes.status[lane])) ?? .notFinite
      request.reports[first + item] = TimeCourseReport(
        status: status, time: lanes.time[lane], acceptedSteps: UInt32(lanes.accepted[lane]),
        rejectedSteps: UInt32(lanes.rejected[lane]))
      for output in program.outputs.indices {
        for time in memory.nextTime[item]..<max(request.times.count, memory.nextTime[item]) {
          request.results[(output * request.times.count + time) * request.count + first + item] = .nan
        }
      }
    }
  }
}

/// Results at the times asked for, and reports.
extension CourseSolver {
  /// Hands over what the start gives for time 0; the stage's registers hold the starts.
  func handOverStart(first: Int, size: Int) {
    for lane in 0..<Vector.scalarCount { memory.nextTime[lane] = 0 }
    guard let time = request.times.first, time <= 0 else { return }
    program.results.run(memory.registers)
    for lane in 0..<size {
      while memory.nextTime[lane] < request.times.count, request.times[memory.nextTime[lane]] <= 0 {
        write(lane, first: first)
      }
    }
  }

  /// Hands over the times that accepted steps have passed, by dense output.
  func handOver(first: Int) {
    let lanes = memory.lanes.pointee
    var isPrepared = false
    while true {
      var share = Vector.zero
      var isPending = SIMDMask<Vector.MaskStorage>(repeating: false)
      for lane in 0..<Vector.scalarCount where lanes.isAccepted[lane] {
        let next = memory.nextTime[lane]
        guard next < request.times.count, request.times[next] <= lanes.reached[lane] else { continue }
        isPending[lane] = true
        let time = request.times[next]
        share[lane] = time < lanes.reached[lane] ? min((time - lanes.time[lane]) / lanes.step[lane], 1) : 1
        memory.registers[program.layout.stageTime][lane] = time
      }
      guard any(isPending) else { break }
      if !isPrepared { prepareDense() }
      isPrepared = true
      interpolate(share)
      program.results.run(memory.registers)
      for lane in 0..<Vector.scalarCount where isPending[lane] { write(lane, first: first) }
    }
  }

  /// The sums of the stages that the interpolation of this step needs.
  private func prepareDense() {
    let count = program.states.count
    for (row, weights) in Rodas5P.dense.enumerated() {
      for state in 0..<count {
        var sum = Vector.zero
        for stage in 0..<Rodas5P.stageCount {
          sum += memory.stages[stage * count + state] * weights[stage]
        }
        memory.dense[row * count + state] = sum
      }
    }
  }

  /// The states at a share of the step, into the stage's registers.
  private func interpolate(_ share: Vector) {
    let count = program.states.count
    let rest = 1 - share
    for state in 0..<count {
      func sum(_ row: Int) -> Vector { memory.dense[row * count + state] }
      let bend = sum(0) + share * (sum(1) + share * sum(2))
      memory.argument[state] =
        rest * memory.old[state] + share * (memory.new[state] + rest * bend)
    }
  }

  private func write(_ lane: Int, first: Int) {
    let time = memory.nextTime[lane]
    for (output, register) in program.results.outputs.enumerated() {
      request.results[(output * request.times.count + time) * request.count + first + lane] =
        memory.registers[Int(register)][lane]
    }
    memory.nextTime[lane] = time + 1
  }

  /// Reports, and not-a-number for the times that were not reached.
  func report(first: Int, size: Int) {
    let lanes = memory.lanes.pointee
    for lane in 0..<size {
      let status = TimeCourseStatus(rawValue: UInt8(lanes.status[lane])) ?? .notFinite
      request.reports[first + lane] = TimeCourseReport(
        status: status, time: lanes.time[lane], acceptedSteps: UInt32(lanes.accepted[lane]),
        rejectedSteps: UInt32(lanes.rejected[lane]))
      for output in program.outputs.indices {
        for time in memory.nextTime[lane]..<max(request.times.count, memory.nextTime[lane]) {
          request.results[(output * request.times.count + time) * request.count + first + lane] = .nan
        }
      }
    }
  }
}

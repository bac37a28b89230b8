/// Follows one group of courses: starts, steps until all are done, results on the way.
struct CourseSolver<Vector: CourseVector> {
  let program: TimeCourseProgram
  let memory: CourseMemory<Vector>
  let request: CourseRequest
  let step: CourseStep<Vector>
  let control: StepControl<Vector>

  init(_ program: TimeCourseProgram, _ memory: CourseMemory<Vector>, _ request: CourseRequest) {
    self.program = program
    self.memory = memory
    self.request = request
    step = CourseStep(program, memory)
    control = StepControl(program, memory, end: request.times.last ?? 0)
  }

  func follow(first: Int, size: Int) {
    let vectors = (size + Vector.scalarCount - 1) / Vector.scalarCount
    load(first: first, size: size, vectors: vectors)
    begin(first: first, size: size, vectors: vectors)
    var range = activeRange(vectors)
    while !range.isEmpty {
      step.attempt(range)
      control.judge(range)
      handOver(range, first: first, size: size)
      control.advance(range)
      range = activeRange(vectors)
    }
    report(first: first, size: size)
  }

  private func load(first: Int, size: Int, vectors: Int) {
    for input in program.inputs.indices {
      for vector in 0..<vectors {
        var lanes = Vector.zero
        for lane in 0..<Vector.scalarCount {
          // The lanes beyond the last case repeat it.
          let item = min(vector * Vector.scalarCount + lane, size - 1)
          lanes[lane] = request.inputs[input * request.count + first + item]
        }
        memory.registers[input * Vector.stride + vector] = lanes
      }
    }
  }
}

extension CourseSolver {
  /// Starts, the results at time 0, and the first steps.
  private func begin(first: Int, size: Int, vectors: Int) {
    let range = 0..<vectors
    let count = program.states.count
    step.run(program.prelude, range)
    for vector in range {
      var lanes = CourseLanes<Vector>()
      for lane in 0..<Vector.scalarCount { lanes.active[lane] = vector * Vector.scalarCount + lane < size }
      memory.lanes[vector] = lanes
      step.register(program.layout.stageTime, vector).pointee = .zero
      for state in 0..<count {
        let place = state * Vector.stride + vector
        let start = step.register(Int(program.prelude.outputs[state]), vector).pointee
        memory.old[place] = start
        memory.largest[place] = start.size
        memory.argument[place] = start
      }
    }
    handOverStart(first: first, size: size, vectors: vectors)
    step.run(program.breaks, range)
    for vector in range {
      for index in program.breaks.outputs.indices {
        let moment = step.register(Int(program.breaks.outputs[index]), vector).pointee
        memory.breaks[index * Vector.stride + vector] = moment
      }
    }
    step.run(program.rates, range)
    copyRates(to: memory.new, range)
    for vector in range {
      var poison = Vector.zero
      for state in 0..<count {
        let place = state * Vector.stride + vector
        poison += (memory.old[place] - memory.old[place]) + (memory.new[place] - memory.new[place])
      }
      memory.lanes[vector].end(memory.lanes[vector].active .& .!(poison .<= Vector.zero), .notFinite)
      if control.end <= 0 { memory.lanes[vector].end(memory.lanes[vector].active, .completed) }
    }
    control.chooseFirstStep(range) {
      step.run(program.rates, range)
      copyRates(to: memory.dense, range)
    }
  }

  private func copyRates(to target: UnsafeMutablePointer<Vector>, _ range: Range<Int>) {
    for vector in range {
      for state in program.states.indices {
        target[state * Vector.stride + vector] = step.register(Int(program.rates.outputs[state]), vector).pointee
      }
    }
  }

  /// The range of vectors with a course still going on.
  private func activeRange(_ vectors: Int) -> Range<Int> {
    var range = 0..<0
    for vector in 0..<vectors where any(memory.lanes[vector].active) {
      range = (range.isEmpty ? vector : range.lowerBound)..<vector + 1
    }
    return range
  }
}

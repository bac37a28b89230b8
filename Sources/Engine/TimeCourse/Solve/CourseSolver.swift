/// Follows the courses of one vector: starts, steps until all are done, results on the way.
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
    load(first: first, size: size)
    begin(first: first, size: size)
    while any(memory.lanes.pointee.active) {
      step.attempt()
      control.judge()
      handOver(first: first)
      control.advance()
    }
    report(first: first, size: size)
  }

  private func load(first: Int, size: Int) {
    for input in program.inputs.indices {
      for lane in 0..<Vector.scalarCount {
        // The lanes beyond the last case repeat it.
        memory.registers[input][lane] = request.inputs[input * request.count + first + min(lane, size - 1)]
      }
    }
  }

  /// Starts, the results at time 0, and the first steps.
  private func begin(first: Int, size: Int) {
    var lanes = CourseLanes<Vector>()
    for lane in 0..<size { lanes.active[lane] = true }
    program.prelude.run(memory.registers)
    step.copy(program.prelude.outputs, to: memory.old)
    memory.registers[program.layout.stageTime] = .zero
    for state in program.states.indices {
      memory.argument[state] = memory.old[state]
      memory.largest[state] = memory.old[state].size
    }
    handOverStart(first: first, size: size)
    program.breaks.run(memory.registers)
    for (index, register) in program.breaks.outputs.enumerated() {
      memory.breaks[index] = memory.registers[Int(register)]
    }
    program.rates.run(memory.registers)
    step.copy(program.rates.outputs, to: memory.new)
    var poison = Vector.zero
    for state in program.states.indices {
      poison += (memory.old[state] - memory.old[state]) + (memory.new[state] - memory.new[state])
    }
    lanes.end(lanes.active .& .!(poison .<= Vector.zero), .notFinite)
    if control.end <= 0 { lanes.end(lanes.active, .completed) }
    memory.lanes.pointee = lanes
    control.chooseFirstStep {
      program.rates.run(memory.registers)
      step.copy(program.rates.outputs, to: memory.dense)
    }
  }
}

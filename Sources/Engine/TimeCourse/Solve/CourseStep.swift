/// The eight stages of one step of ``Rodas5P`` in the lanes of one vector.
struct CourseStep<Vector: CourseVector> {
  let program: TimeCourseProgram
  let memory: CourseMemory<Vector>
  let count: Int

  init(_ program: TimeCourseProgram, _ memory: CourseMemory<Vector>) {
    self.program = program
    self.memory = memory
    count = program.states.count
  }

  /// Copies what a tape has computed for each state.
  @inline(__always)
  func copy(_ outputs: [Int32], to target: UnsafeMutablePointer<Vector>) {
    outputs.withUnsafeBufferPointer { outputs in
      for state in 0..<count { target[state] = memory.registers[Int(outputs[state])] }
    }
  }

  /// Linearises at the old states and attempts a step of each lane's own length: the new states and, as the last
  /// stage's solution, the errors.
  func attempt() {
    memory.lanes.pointee.isInaccurate = .init(repeating: program.solution == nil)
    memory.lanes.pointee.isSingular = .init(repeating: false)
    if program.solution != nil { stages(pivoting: false) }
    if any(memory.lanes.pointee.isInaccurate .& memory.lanes.pointee.active) { stages(pivoting: true) }
  }

  private func stages(pivoting: Bool) {
    let (layout, lanes) = (program.layout, memory.lanes.pointee)
    memory.registers[layout.time] = lanes.time
    memory.registers[layout.diagonal] = Vector(repeating: 1) / (lanes.step * Rodas5P.gamma)
    program.step.run(memory.registers)
    if pivoting { factor() }
    copy(program.step.outputs, to: memory.right)
    finishStage(0, pivoting)
    for stage in 1..<Rodas5P.stageCount {
      prepare(stage)
      program.rates.run(memory.registers)
      program.rates.outputs.withUnsafeBufferPointer { outputs in
        for state in 0..<count { memory.right[state] += memory.registers[Int(outputs[state])] }
      }
      finishStage(stage, pivoting)
    }
    let errors = memory.stages + (Rodas5P.stageCount - 1) * count
    for state in 0..<count { memory.new[state] = memory.argument[state] + errors[state] }
  }

  /// A stage's argument, and the part of its right-hand side that earlier stages give.
  private func prepare(_ stage: Int) {
    let lanes = memory.lanes.pointee
    memory.registers[program.layout.stageTime] = lanes.time + lanes.step * Rodas5P.times[stage]
    let inverse = Vector(repeating: 1) / lanes.step
    let row = Rodas5P.row(stage)
    Rodas5P.c.withUnsafeBufferPointer { c in
      for state in 0..<count {
        var right = Vector.zero
        for earlier in 0..<stage { right += memory.stages[earlier * count + state] * c[row + earlier] }
        memory.right[state] = right * inverse
      }
    }
    if stage < Rodas5P.accumulatedStage {
      Rodas5P.a.withUnsafeBufferPointer { a in
        for state in 0..<count {
          var sum = memory.old[state]
          for earlier in 0..<stage { sum += memory.stages[earlier * count + state] * a[row + earlier] }
          memory.argument[state] = sum
        }
      }
    } else {
      for state in 0..<count { memory.argument[state] += memory.stages[(stage - 1) * count + state] }
    }
  }

  /// Adds what the rates' derivatives by time give to the right-hand sides, and solves.
  private func finishStage(_ stage: Int, _ pivoting: Bool) {
    if stage < Rodas5P.d.count {
      let weight = memory.lanes.pointee.step * Rodas5P.d[stage]
      for (state, output) in program.timed {
        memory.right[state] += memory.registers[Int(program.step.outputs[output])] * weight
      }
    }
    if let solution = program.solution {
      solution.run(memory.registers)
      copy(solution.outputs, to: memory.stages + stage * count)
      if stage == 0 && !pivoting { memory.lanes.pointee.isInaccurate = isInaccurate() }
    }
    if pivoting { solveDense(stage) }
  }

  /// The first stage's solution is put into its equations: rows must balance to 1e-10 of their terms. Factors that pass
  /// with one right-hand side are good for the others too.
  private func isInaccurate() -> SIMDMask<Vector.MaskStorage> {
    var excess = Vector(repeating: -1)
    var poison = Vector.zero
    program.entries.withUnsafeBufferPointer { entries in
      program.step.outputs.withUnsafeBufferPointer { outputs in
        var place = 0
        while place < entries.count {
          let row = entries[place].row
          var rest = memory.right[row]
          var terms = rest.size
          while place < entries.count && entries[place].row == row {
            let product =
              memory.registers[Int(outputs[program.firstEntry + place])] * memory.stages[entries[place].column]
            rest -= product
            terms += product.size
            place += 1
          }
          excess = excess.larger(rest.size - terms * 1e-10)
          poison += rest - rest
        }
      }
    }
    return .!(excess + poison .<= Vector.zero)
  }

  private var dense: DenseFactors<Vector> {
    DenseFactors(matrix: memory.matrix, exchanges: memory.exchanges, count: count)
  }

  private func factor() {
    for index in 0..<count * count { memory.matrix[index] = .zero }
    for (place, entry) in program.entries.enumerated() {
      memory.matrix[entry.row * count + entry.column] =
        memory.registers[Int(program.step.outputs[program.firstEntry + place])]
    }
    memory.lanes.pointee.isSingular = dense.factor() .& memory.lanes.pointee.isInaccurate
  }

  /// The pivoting solver's solutions, in the lanes that need them and in no others.
  private func solveDense(_ stage: Int) {
    for state in 0..<count { memory.column[state] = memory.right[state] }
    dense.solve(memory.column)
    let chosen = memory.lanes.pointee.isInaccurate
    for state in 0..<count { memory.stages[stage * count + state].replace(with: memory.column[state], where: chosen) }
  }
}

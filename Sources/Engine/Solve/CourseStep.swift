/// The eight stages of one step of ``Rodas5P`` in the lanes of one group.
struct CourseStep<Vector: CourseVector> {
  let program: TimeCourseProgram
  let memory: CourseMemory<Vector>
  let count: Int

  init(_ program: TimeCourseProgram, _ memory: CourseMemory<Vector>) {
    self.program = program
    self.memory = memory
    count = program.states.count
  }

  @inline(__always)
  func register(_ number: Int, _ vector: Int) -> UnsafeMutablePointer<Vector> {
    memory.registers + (number * Vector.stride + vector)
  }

  @inline(__always)
  func run(_ tape: CourseTape, _ range: Range<Int>) {
    Vector.run(tape, memory.registers + range.lowerBound, vectors: range.count)
  }

  /// Linearises at the old states and attempts a step of each lane's own length: the new states and, as the last
  /// stage's solution, the errors.
  func attempt(_ range: Range<Int>) {
    for vector in range {
      memory.lanes[vector].isInaccurate = .init(repeating: program.solution == nil)
      memory.lanes[vector].isSingular = .init(repeating: false)
    }
    if program.solution != nil { stages(range, pivoting: false) }
    // The matrix is that of one vector, so vectors with lanes that need pivoting take their stages one by one.
    for vector in range where any(memory.lanes[vector].isInaccurate .& memory.lanes[vector].active) {
      stages(vector..<vector + 1, pivoting: true)
    }
  }

  private func stages(_ range: Range<Int>, pivoting: Bool) {
    let layout = program.layout
    for vector in range {
      let lanes = memory.lanes[vector]
      register(layout.time, vector).pointee = lanes.time
      register(layout.diagonal, vector).pointee = Vector(repeating: 1) / (lanes.step * Rodas5P.gamma)
    }
    run(program.step, range)
    if pivoting { factor(range.lowerBound) }
    for vector in range {
      for state in 0..<count {
        memory.right[state * Vector.stride + vector] = register(Int(program.step.outputs[state]), vector).pointee
      }
    }
    finishStage(0, range, pivoting)
    for stage in 1..<Rodas5P.stageCount {
      for vector in range { prepare(stage, vector) }
      run(program.rates, range)
      for vector in range {
        for state in 0..<count {
          let rate = register(Int(program.rates.outputs[state]), vector).pointee
          memory.right[state * Vector.stride + vector] += rate
        }
      }
      finishStage(stage, range, pivoting)
    }
    let last = (Rodas5P.stageCount - 1) * count
    for vector in range {
      for state in 0..<count {
        memory.new[state * Vector.stride + vector] =
          memory.argument[state * Vector.stride + vector] + memory.stages[(last + state) * Vector.stride + vector]
      }
    }
  }

  /// A stage's argument into the state registers, and the part of its right-hand side that earlier stages give.
  @inline(__always)
  private func prepare(_ stage: Int, _ vector: Int) {
    let lanes = memory.lanes[vector]
    register(program.layout.stageTime, vector).pointee = lanes.time + lanes.step * Rodas5P.times[stage]
    let inverse = Vector(repeating: 1) / lanes.step
    Rodas5P.a.withUnsafeBufferPointer { a in
      Rodas5P.c.withUnsafeBufferPointer { c in
        let row = Rodas5P.row(stage)
        for state in 0..<count {
          var history = memory.stages + (state * Vector.stride + vector)
          let argument = memory.argument + (state * Vector.stride + vector)
          var right = Vector.zero
          if stage < 6 {
            var sum = memory.old[state * Vector.stride + vector]
            for earlier in 0..<stage {
              let solution = history.pointee
              sum += solution * a[row + earlier]
              right += solution * c[row + earlier]
              history += count * Vector.stride
            }
            argument.pointee = sum
          } else {
            var solution = Vector.zero
            for earlier in 0..<stage {
              solution = history.pointee
              right += solution * c[row + earlier]
              history += count * Vector.stride
            }
            argument.pointee += solution
          }
          memory.right[state * Vector.stride + vector] = right * inverse
        }
      }
    }
  }

  /// Adds what the rates' derivatives by time give to the right-hand sides, and solves.
  @inline(__always)
  private func finishStage(_ stage: Int, _ range: Range<Int>, _ pivoting: Bool) {
    if stage < Rodas5P.d.count {
      for (state, output) in program.timed {
        for vector in range {
          let derivative = register(Int(program.step.outputs[output]), vector).pointee
          memory.right[state * Vector.stride + vector] += derivative * (memory.lanes[vector].step * Rodas5P.d[stage])
        }
      }
    }
    if let solution = program.solution {
      run(solution, range)
      for vector in range {
        for state in 0..<count {
          memory.stages[(stage * count + state) * Vector.stride + vector] =
            register(Int(solution.outputs[state]), vector).pointee
        }
        if stage == 0 && !pivoting { memory.lanes[vector].isInaccurate = isInaccurate(vector) }
      }
    }
    if pivoting { solveDense(stage, range.lowerBound) }
  }

  /// The first stage's solution is put into its equations: rows must balance to 1e-10 of their terms. Factors that pass
  /// with one right-hand side are good for the others too.
  private func isInaccurate(_ vector: Int) -> SIMDMask<Vector.MaskStorage> {
    var result = SIMDMask<Vector.MaskStorage>(repeating: false)
    var entry = 0
    while entry < program.entries.count {
      let row = program.entries[entry].row
      var rest = memory.right[row * Vector.stride + vector]
      var terms = rest.size
      while entry < program.entries.count && program.entries[entry].row == row {
        let value = register(Int(program.step.outputs[program.firstEntry + entry]), vector).pointee
        let product = value * memory.stages[program.entries[entry].column * Vector.stride + vector]
        rest -= product
        terms += product.size
        entry += 1
      }
      result = result .| .!(rest.size .<= terms * 1e-10)
    }
    return result
  }

  private func factor(_ vector: Int) {
    for index in 0..<count * count { memory.matrix[index] = .zero }
    for (place, entry) in program.entries.enumerated() {
      memory.matrix[entry.row * count + entry.column] =
        register(Int(program.step.outputs[program.firstEntry + place]), vector).pointee
    }
    memory.lanes[vector].isSingular =
      DenseFactors(matrix: memory.matrix, exchanges: memory.exchanges, count: count).factor()
  }

  /// The pivoting solver's solutions, in the lanes that need them and in no others.
  private func solveDense(_ stage: Int, _ vector: Int) {
    for state in 0..<count { memory.column[state] = memory.right[state * Vector.stride + vector] }
    DenseFactors(matrix: memory.matrix, exchanges: memory.exchanges, count: count).solve(memory.column)
    let chosen = memory.lanes[vector].isInaccurate
    for state in 0..<count {
      memory.stages[(stage * count + state) * Vector.stride + vector].replace(with: memory.column[state], where: chosen)
    }
  }
}

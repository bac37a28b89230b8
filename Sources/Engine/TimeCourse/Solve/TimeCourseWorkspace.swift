/// The memory in which one thread follows courses; made by ``TimeCourseProgram/makeWorkspace()`` and used with that
/// program. Everything is allocated here, nothing while solving.
public struct TimeCourseWorkspace: ~Copyable, @unchecked Sendable {
  let group: CourseMemory<SIMD8<Double>>
  let single: CourseMemory<SIMD2<Double>>
  let registerCount: Int

  init(_ program: TimeCourseProgram) {
    group = CourseMemory(program)
    single = CourseMemory(program)
    registerCount = program.registerCount
  }

  deinit {
    group.deallocate()
    single.deallocate()
  }
}

/// Memory for one group of courses.
struct CourseMemory<Vector: CourseVector> {
  let registers: UnsafeMutablePointer<Vector>
  /// States at the beginning of a step and arguments of a stage: parts of the registers.
  let old: UnsafeMutablePointer<Vector>
  let argument: UnsafeMutablePointer<Vector>
  /// Right-hand sides: a part of the registers.
  let right: UnsafeMutablePointer<Vector>
  /// States at the end of a step, and the largest size each has had.
  let new: UnsafeMutablePointer<Vector>
  let largest: UnsafeMutablePointer<Vector>
  /// The stages' solutions, one after another, and the three sums of dense output.
  let stages: UnsafeMutablePointer<Vector>
  let dense: UnsafeMutablePointer<Vector>
  /// Times at which rates may jump.
  let breaks: UnsafeMutablePointer<Vector>
  /// For the pivoting solver: the matrix of one vector of lanes, its right-hand side, and the rows it has exchanged.
  let matrix: UnsafeMutablePointer<Vector>
  let column: UnsafeMutablePointer<Vector>
  let exchanges: UnsafeMutablePointer<Vector>
  let lanes: UnsafeMutablePointer<CourseLanes<Vector>>
  /// The next time to hand over, by lane.
  let nextTime: UnsafeMutablePointer<Int>

  init(_ program: TimeCourseProgram) {
    let count = max(program.states.count, 1)
    func vectors(_ number: Int) -> UnsafeMutablePointer<Vector> {
      let memory = UnsafeMutablePointer<Vector>.allocate(capacity: number)
      memory.initialize(repeating: .zero, count: number)
      return memory
    }
    registers = vectors(max(program.registerCount, 1))
    old = registers + program.layout.state
    argument = registers + program.layout.stageState
    right = registers + program.layout.right
    new = vectors(count)
    largest = vectors(count)
    stages = vectors(Rodas5P.stageCount * count)
    dense = vectors(Rodas5P.dense.count * count)
    breaks = vectors(max(program.breaks.outputs.count, 1))
    // Written before it is read, and often never used: left untouched, so that it takes no memory until then.
    matrix = .allocate(capacity: count * count)
    column = vectors(count)
    exchanges = vectors(count)
    lanes = .allocate(capacity: 1)
    lanes.initialize(to: CourseLanes())
    nextTime = .allocate(capacity: Vector.scalarCount)
    nextTime.initialize(repeating: 0, count: Vector.scalarCount)
    for (register, value) in program.constants {
      registers[Int(register)] = Vector(repeating: value)
    }
  }

  func deallocate() {
    for memory in [registers, new, largest, stages, dense, breaks, matrix, column, exchanges] { memory.deallocate() }
    lanes.deallocate()
    nextTime.deallocate()
  }
}

/// Where the lanes of one vector stand.
struct CourseLanes<Vector: CourseVector> {
  typealias Mask = SIMDMask<Vector.MaskStorage>

  var active = Mask(repeating: false)
  var time = Vector.zero
  var step = Vector.zero
  /// The error of the step just attempted, relative to the tolerance, whether it counts, and the time it leads to.
  var error = Vector.zero
  var isAccepted = Mask(repeating: false)
  var reached = Vector.zero
  /// Where steps must end before the next jump, and the time from which they go on after it.
  var target = Vector.zero
  var landing = Vector.zero
  /// Step and error of the last accepted step; a step of zero says that there was none.
  var lastStep = Vector.zero
  var lastError = Vector.zero
  /// Whether the last attempt was rejected.
  var isRetrying = Mask(repeating: false)
  /// Steps accepted in a row only because there is no shorter one.
  var forced = Vector.zero
  var accepted = Vector.zero
  var rejected = Vector.zero
  /// Lanes in which the factors chosen without a look at values gave a poor solution in this step.
  var isInaccurate = Mask(repeating: false)
  /// Lanes whose pivoted matrix is singular in this step.
  var isSingular = Mask(repeating: false)
  /// The raw values of ``TimeCourseStatus``.
  var status = Vector.zero

  /// Ends courses.
  mutating func end(_ which: Mask, _ status: TimeCourseStatus) {
    self.status.replace(with: Double(status.rawValue), where: which)
    active = active .& .!which
  }
}

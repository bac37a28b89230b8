/// How long steps are and which count.
///
/// The error of a step is the worst of its states', each relative to its own tolerance. The worst, not a mean: a mean
/// over forty states lets one of them be wrong by six tolerances, and what is wanted is that no column is.
struct StepControl<Vector: CourseVector> {
  typealias Mask = SIMDMask<Vector.MaskStorage>

  let program: TimeCourseProgram
  let memory: CourseMemory<Vector>
  let end: Double

  /// The error estimate is that of the embedded solution of order 4.
  private static var exponent: Double { -0.2 }
  private static var safety: Double { 0.9 }
  /// Bounds of the change of the step (Hairer and Wanner, doi:10.1007/978-3-642-05221-7, section IV.8).
  private static var largestGrowth: Double { 6 }
  private static var smallestShrinkage: Double { 0.1 }
  /// Time has not moved when it moves by less than this share of itself.
  private static var smallestShare: Double { 0x1p-48 }
  private static var forcedLimit: Double { 20 }

  init(_ program: TimeCourseProgram, _ memory: CourseMemory<Vector>, end: Double) {
    self.program = program
    self.memory = memory
    self.end = end
  }

  /// Sizes below which states of a kind count as small: species, then other variables.
  @inline(__always)
  private func floors(_ size: (Int) -> Vector) -> (species: Vector, other: Vector) {
    var (species, other) = (Vector.zero, Vector.zero)
    for state in program.isSpecies.indices {
      let value = size(state)
      if program.isSpecies[state] { species = species.larger(value) } else { other = other.larger(value) }
    }
    let share = program.options.smallShare
    return (species * share, other * share)
  }

  /// Judges the step just attempted.
  func judge() {
    let (relative, absolute) = (program.options.relativeTolerance, program.options.absoluteTolerance)
    let count = program.states.count
    let errors = memory.stages + (Rodas5P.stageCount - 1) * count
    var lanes = memory.lanes.pointee
    let floors = floors { memory.largest[$0].larger(memory.new[$0].size) }
    var error = Vector.zero
    var poison = Vector.zero
    for state in 0..<count {
      let size = memory.old[state].size.larger(memory.new[state].size)
      let scale = memory.largest[state].larger(program.isSpecies[state] ? floors.species : floors.other).larger(size)
      let tolerance = size * relative + scale * absolute + Vector(repeating: Double.leastNormalMagnitude)
      let share = errors[state].size / tolerance
      error = error.larger(share)
      poison += (share - share) + (memory.new[state] - memory.new[state])
    }
    error = (error + poison).replacing(with: .infinity, where: lanes.isSingular)
    let isFinite = error .< Vector(repeating: .infinity)
    let isShortest = lanes.step .<= lanes.time * Self.smallestShare + end * 1e-30
    let forced = isFinite .& isShortest .& (error .> Vector(repeating: 1))
    lanes.error = error
    lanes.isAccepted = lanes.active .& ((error .<= Vector(repeating: 1)) .| forced)
    lanes.forced = Vector.zero.replacing(with: lanes.forced + 1, where: forced)
    let isLost = lanes.active .& ((isShortest .& .!isFinite) .| (lanes.forced .> Vector(repeating: Self.forcedLimit)))
    lanes.end(isLost, .stepTooSmall)
    lanes.isAccepted = lanes.isAccepted .& .!isLost
    // The last step of a leg ends where it was aimed at, whatever rounding makes of the sum.
    let isLast = lanes.step .>= lanes.target - lanes.time
    lanes.reached = (lanes.time + lanes.step).replacing(with: lanes.landing, where: isLast)
    memory.lanes.pointee = lanes
  }

  /// Moves accepted lanes on and chooses the next step of all.
  func advance() {
    var lanes = memory.lanes.pointee
    let isAccepted = lanes.isAccepted
    let isAll = all(isAccepted)
    for state in program.isSpecies.indices {
      let new = isAll ? memory.new[state] : memory.old[state].replacing(with: memory.new[state], where: isAccepted)
      memory.old[state] = new
      memory.largest[state] = memory.largest[state].larger(new.size)
    }
    let factor = factor(lanes)
    lanes.time.replace(with: lanes.reached, where: isAccepted)
    lanes.lastStep.replace(with: lanes.step, where: isAccepted)
    lanes.lastError.replace(with: lanes.error.larger(Vector(repeating: 0.01)), where: isAccepted)
    lanes.accepted.replace(with: lanes.accepted + 1, where: isAccepted)
    lanes.rejected.replace(with: lanes.rejected + 1, where: lanes.active .& .!isAccepted)
    lanes.isRetrying = .!isAccepted
    aim(&lanes)
    let longest = (lanes.target - lanes.time).smaller(Vector(repeating: program.options.maximumStep))
    lanes.step.replace(with: (lanes.step * factor).smaller(longest), where: lanes.active)
    lanes.end(lanes.active .& (lanes.time .>= Vector(repeating: end)), .completed)
    let isExhausted = lanes.accepted + lanes.rejected .>= Vector(repeating: Double(program.options.stepLimit))
    lanes.end(lanes.active .& isExhausted, .tooManySteps)
    memory.lanes.pointee = lanes
  }

  /// Finds the next jump. Steps end just before it and go on just after it, some units in the last place apart, so that
  /// every point they look at is on its own side of it.
  private func aim(_ lanes: inout CourseLanes<Vector>) {
    lanes.target = Vector(repeating: end)
    lanes.landing = lanes.target
    for index in program.breaks.outputs.indices {
      let moment = memory.breaks[index]
      let margin = moment.size * Self.smallestShare
      let before = moment - margin
      let isNext = (before .> lanes.time) .& (before .< lanes.target)
      lanes.target.replace(with: before, where: isNext)
      lanes.landing.replace(with: (moment + margin).smaller(Vector(repeating: end)), where: isNext)
    }
  }

  /// By what to multiply the step: what the error allows, or what the errors of two steps foretell where that is less
  /// (Gustafsson's predictive control, doi:10.1145/198429.198437). After a rejection it does not grow.
  private func factor(_ lanes: CourseLanes<Vector>) -> Vector {
    // A smaller error would only be cut off at the largest growth.
    let error = lanes.error.larger(Vector(repeating: 1e-5))
    let plain = error.power(Self.exponent) * Self.safety
    let trend = (error * error / lanes.lastError).power(Self.exponent) * (lanes.step / lanes.lastStep) * Self.safety
    let foretold = lanes.isAccepted .& (lanes.lastStep .> Vector.zero)
    var factor = plain.replacing(with: plain.smaller(trend), where: foretold)
    factor = factor.smaller(Vector(repeating: Self.largestGrowth)).larger(Vector(repeating: Self.smallestShrinkage))
    factor = factor.replacing(with: factor.smaller(Vector(repeating: 1)), where: lanes.isRetrying)
    let isFinite = lanes.error .< Vector(repeating: .infinity)
    return factor.replacing(with: Vector(repeating: Self.smallestShrinkage), where: .!isFinite)
  }

  /// The first step (after Hairer, Norsett and Wanner, doi:10.1007/978-3-540-78862-1, section II.4): no longer than a
  /// state takes to change by its own size at its present rate, and short enough for the change of the rates.
  ///
  /// The rates at the start are in `memory.new`.
  ///
  /// - Parameter rerun: computes the rates anew for a stage and puts them into `memory.dense`.
  func chooseFirstStep(rerun: () -> Void) {
    let count = program.states.count
    let floors = floors { memory.old[$0].size }
    func reference(_ state: Int) -> Vector {
      let small = program.isSpecies[state] ? floors.species : floors.other
      // Where everything starts at zero, the rates say what is small.
      let fromRate = memory.new[state].size * (end * 1e-6)
      let size = memory.old[state].size.larger(small)
      return size.replacing(with: fromRate, where: size .<= Vector.zero)
        + Vector(repeating: Double.leastNormalMagnitude)
    }
    var fastest = Vector(repeating: 1 / end)
    for state in 0..<count {
      fastest = fastest.larger(memory.new[state].size / reference(state))
    }
    memory.lanes.pointee.step = Vector(repeating: 1) / fastest
    let trial = memory.lanes.pointee.step * 0.01
    for state in 0..<count {
      memory.argument[state] = memory.old[state] + memory.new[state] * trial
    }
    memory.registers[program.layout.stageTime] = trial
    rerun()
    var bend = Vector.zero
    for state in 0..<count {
      bend = bend.larger((memory.dense[state] - memory.new[state]).size / reference(state))
    }
    var lanes = memory.lanes.pointee
    // The time in which the rates' change would by itself move a state by its size, cut to the tolerance.
    let scale = Elementary.power(program.options.relativeTolerance, -Self.exponent)
    let bent = (lanes.step * 0.01 / bend).squareRoot() * scale
    lanes.step = lanes.step.smaller(bent)
    aim(&lanes)
    lanes.step = lanes.step.smaller(lanes.target).smaller(Vector(repeating: program.options.maximumStep))
    memory.lanes.pointee = lanes
  }
}

/// The memory in which one thread solves; made by ``SteadyStateProgram/makeWorkspace()`` and used with that program.
///
/// Everything is allocated here, nothing while solving. Raw pointers, since array accesses in the innermost loops would
/// be checked for bounds and uniqueness each time.
public struct SteadyStateWorkspace: ~Copyable, @unchecked Sendable {
  let registers: UnsafeMutablePointer<Lanes>
  let registerCount: Int
  /// The unknowns of a block at the last accepted point.
  let previous: UnsafeMutablePointer<Lanes>
  let matrix: UnsafeMutablePointer<Lanes>
  let right: UnsafeMutablePointer<Lanes>
  /// The state of each vector of lanes.
  let status: UnsafeMutablePointer<LaneStatus>
  let largestBlock: Int

  init(registerCount: Int, largestBlock: Int, constants: [(register: Int32, value: Double)]) {
    let lanes = max(registerCount, 1) * LaneGroup.vectors
    self.registerCount = registerCount
    self.largestBlock = largestBlock
    registers = .allocate(capacity: lanes)
    registers.initialize(repeating: .zero, count: lanes)
    previous = .allocate(capacity: max(largestBlock, 1) * LaneGroup.vectors)
    previous.initialize(repeating: .zero, count: max(largestBlock, 1) * LaneGroup.vectors)
    matrix = .allocate(capacity: max(largestBlock * largestBlock, 1))
    matrix.initialize(repeating: .zero, count: max(largestBlock * largestBlock, 1))
    right = .allocate(capacity: max(largestBlock, 1))
    right.initialize(repeating: .zero, count: max(largestBlock, 1))
    status = .allocate(capacity: LaneGroup.vectors)
    status.initialize(repeating: LaneStatus(), count: LaneGroup.vectors)
    for (register, value) in constants {
      for vector in 0..<LaneGroup.vectors {
        registers[Int(register) * LaneGroup.vectors + vector] = Lanes(repeating: value)
      }
    }
  }

  deinit {
    registers.deallocate()
    previous.deallocate()
    matrix.deallocate()
    right.deallocate()
    status.deallocate()
  }
}

/// Where the lanes of one vector stand.
struct LaneStatus {
  /// Still being worked on in the present block and stage.
  var active = LaneMask(repeating: false)
  /// Left by Newton's method without a solution; the fallback's to solve.
  var stalled = LaneMask(repeating: false)
  /// Given up in this or an earlier block.
  var failed = LaneMask(repeating: false)
  /// A Jacobian was singular where the lane ended.
  var singular = LaneMask(repeating: false)
  var iterations = Lanes.zero
  /// Residual at the last accepted point.
  var residual = Lanes(repeating: .infinity)
  /// Halvings of the present step.
  var halvings = Lanes.zero
  /// Bracket of a block of one species.
  var low = Lanes.zero
  var high = Lanes(repeating: .infinity)
  /// Step of the pseudo-transient continuation, in the model's time.
  var timeStep = Lanes.zero
}

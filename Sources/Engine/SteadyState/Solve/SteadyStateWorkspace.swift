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
  /// What the final states are judged by: residuals, smallest species, whether one is negative, and whether all is finite.
  let judgement: UnsafeMutablePointer<Lanes>
  /// Species expressed by conserved totals, as they were before the last correction.
  let dependents: UnsafeMutablePointer<Lanes>
  /// Cases whose results have been handed over.
  let isHandedOver: UnsafeMutablePointer<Bool>
  let largestBlock: Int
  /// The program in memory of this workspace's own; nothing in tests of parts.
  let program: SteadyStateProgram?
  let instructionSet: InstructionSet

  init(
    registerCount: Int, largestBlock: Int, dependentCount: Int = 0, constants: [(register: Int32, value: Double)],
    instructionSet: InstructionSet = .best, program: SteadyStateProgram? = nil
  ) {
    self.program = program
    let lanes = max(registerCount, 1) * LaneGroup.vectors
    self.registerCount = registerCount
    self.largestBlock = largestBlock
    self.instructionSet = instructionSet
    registers = Self.allocate(lanes, .zero)
    previous = Self.allocate(max(largestBlock, 1) * LaneGroup.vectors, .zero)
    matrix = Self.allocate(max(largestBlock * largestBlock, 1), .zero)
    right = Self.allocate(max(largestBlock, 1), .zero)
    judgement = Self.allocate(4 * LaneGroup.vectors, .zero)
    dependents = Self.allocate(max(dependentCount, 1) * LaneGroup.vectors, .zero)
    isHandedOver = Self.allocate(LaneGroup.cases, false)
    status = Self.allocate(LaneGroup.vectors, LaneStatus())
    for (register, value) in constants {
      for vector in 0..<LaneGroup.vectors {
        registers[Int(register) * LaneGroup.vectors + vector] = Lanes(repeating: value)
      }
    }
  }

  /// Some unknowns in the registers of this workspace.
  @inline(__always)
  func withBlock(
    _ unknowns: [Int32], _ starts: [Int32], _ isSpecies: [Bool], _ options: SteadyStateOptions, vectors: Int,
    _ body: (BlockEvaluation) -> Void
  ) {
    unknowns.withUnsafeBufferPointer { unknowns in
      starts.withUnsafeBufferPointer { starts in
        isSpecies.withUnsafeBufferPointer { isSpecies in
          body(
            BlockEvaluation(
              unknowns: unknowns, starts: starts, isSpecies: isSpecies, options: options,
              tolerance: options.residualTolerance, stepTolerance: options.correctionTolerance, isNudged: false,
              registers: registers, previous: previous, matrix: matrix, right: right, status: status, vectors: vectors,
              instructionSet: instructionSet))
        }
      }
    }
  }

  /// Memory aligned to a cache line, as the kernels want it; Swift alone would align vectors to 16 bytes.
  private static func allocate<Element>(_ count: Int, _ value: Element) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Element>.stride, alignment: 64)
    return memory.initializeMemory(as: Element.self, repeating: value, count: count)
  }

  deinit {
    registers.deallocate()
    previous.deallocate()
    matrix.deallocate()
    right.deallocate()
    judgement.deallocate()
    dependents.deallocate()
    isHandedOver.deallocate()
    status.deallocate()
  }
}

/// Where the lanes of one vector stand. The kernels (CLanes) read and write it: the fields' order is theirs.
struct LaneStatus {
  /// Still being worked on in the present block and stage.
  var active = LaneMask(repeating: false)
  /// Left by Newton's method without a solution; the fallback's to solve.
  var stalled = LaneMask(repeating: false)
  /// Given up in this or an earlier block.
  var failed = LaneMask(repeating: false)
  /// The Jacobian of the final state is singular; found out by the last correction.
  var singular = LaneMask(repeating: false)
  /// Certified already, or no case at all: not to be touched.
  var resting = LaneMask(repeating: false)
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
  /// The largest relative correction by the last Newton sweep.
  var correction = Lanes.zero
}

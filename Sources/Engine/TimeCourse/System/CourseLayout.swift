import CLanes

/// Which registers hold what in the tapes of a time course: inputs, then time and states at the beginning of a step,
/// 1 / (h gamma), right-hand sides, and time and states of a stage.
struct CourseLayout {
  let time: Int
  let state: Int
  let diagonal: Int
  let right: Int
  let stageTime: Int
  let stageState: Int
  let variableCount: Int

  init(inputCount: Int, stateCount: Int) {
    time = inputCount
    state = time + 1
    diagonal = state + stateCount
    right = diagonal + 1
    stageTime = right + stateCount
    stageState = stageTime + 1
    variableCount = stageState + stateCount
  }

  /// Makes a tape that was compiled for the beginning of a step read a stage instead. The factors of a step may be states
  /// as they stood when it began, so these keep their registers until it ends.
  func moveToStage(_ tape: inout Tape) {
    func moved(_ register: Int32) -> Int32 {
      time..<diagonal ~= Int(register) ? register + Int32(stageTime - time) : register
    }
    for index in tape.instructions.indices {
      let instruction = tape.instructions[index]
      tape.instructions[index].a = moved(instruction.a)
      tape.instructions[index].b = moved(instruction.b)
      tape.instructions[index].c = moved(instruction.c)
    }
    for index in tape.outputs.indices { tape.outputs[index] = moved(tape.outputs[index]) }
  }
}

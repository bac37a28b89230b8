// Arrays are counted references. Threads that solve with the same ones would count on the same cache lines, a hundred times
// a group of cases: it cost an eighth of the speed of two threads. So each workspace has arrays of its own.

extension SteadyStateProgram {
  /// The same program in memory that nobody else refers to.
  func withOwnStorage() -> SteadyStateProgram {
    var copy = self
    copy.starts = starts.withOwnStorage()
    copy.solvableBlocks = solvableBlocks.map { $0.withOwnStorage() }
    copy.evaluation = evaluation.withOwnStorage()
    copy.dependents = dependents.withOwnStorage()
    copy.torn = torn?.withOwnStorage()
    copy.outputPlaces = outputPlaces.map { $0 }
    return copy
  }
}

extension SteadyStateProgram.Block {
  fileprivate func withOwnStorage() -> Self {
    var copy = self
    copy.unknowns = unknowns.map { $0 }
    copy.isSpecies = isSpecies.map { $0 }
    copy.starts = starts.map { $0 }
    copy.entries = entries.map { $0 }
    copy.prelude = prelude.withOwnStorage()
    copy.newton = newton?.withOwnStorage()
    copy.correction = correction?.withOwnStorage()
    copy.jacobian = jacobian.withOwnStorage()
    return copy
  }
}

extension TornProgram {
  fileprivate func withOwnStorage() -> Self {
    var copy = self
    copy.stages = stages.map { stage in
      var stage = stage
      stage.unknowns = stage.unknowns.map { $0 }
      stage.isSpecies = stage.isSpecies.map { $0 }
      stage.starts = stage.starts.map { $0 }
      stage.prelude = stage.prelude.withOwnStorage()
      stage.newton = stage.newton.withOwnStorage()
      stage.closing = stage.closing.withOwnStorage()
      return stage
    }
    return copy
  }
}

extension Tape {
  fileprivate func withOwnStorage() -> Tape {
    Tape(instructions: instructions.map { $0 }, outputs: outputs.map { $0 })
  }
}

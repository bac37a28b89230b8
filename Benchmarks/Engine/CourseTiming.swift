import Engine

/// Time courses of a model as its file has it, alone and in company.
struct CourseTiming {
  static let points = 51

  private let program: TimeCourseProgram
  private let times: [Double]

  init(_ model: Model, end: Double, tolerance: Double) throws {
    var options = TimeCourseOptions()
    options.relativeTolerance = tolerance
    let species = model.species.filter { !$0.isBoundary }.map { TimeCourseProgram.Quantity.concentration($0.id) }
    program = try TimeCourseProgram(model: model, inputs: [], outputs: species, options: options)
    times = (0..<Self.points).map { end * Double($0) / Double(Self.points - 1) }
  }

  /// Median processor time of a call that follows `count` courses, and the results of the first.
  func measure(count: Int, passes: Int) -> (seconds: Double, values: [Double], steps: UInt32) {
    var workspace = program.makeWorkspace()
    var values = [Double](repeating: .nan, count: program.outputs.count * times.count * count)
    var reports = [TimeCourseReport](
      repeating: TimeCourseReport(status: .notFinite, time: 0, acceptedSteps: 0, rejectedSteps: 0), count: count)
    var seconds: [Double] = []
    for _ in 0..<passes {
      let start = EngineBenchmark.processorTime()
      times.withUnsafeBufferPointer { times in
        values.withUnsafeMutableBufferPointer { values in
          reports.withUnsafeMutableBufferPointer { reports in
            program.solve(
              count: count, times: times, inputs: UnsafeBufferPointer(start: nil, count: 0), results: values,
              reports: reports, workspace: &workspace)
          }
        }
      }
      seconds.append(EngineBenchmark.processorTime() - start)
    }
    let first = stride(from: 0, to: values.count, by: count).map { values[$0] }
    return (seconds.sorted()[passes / 2], first, reports[0].acceptedSteps + reports[0].rejectedSteps)
  }
}

import Engine

/// The courses of a batch, by name.
struct Courses {
  let program: TimeCourseProgram
  let times: [Double]
  let count: Int
  let results: [Double]
  let reports: [TimeCourseReport]

  /// The course of one output in one case.
  func course(_ quantity: TimeCourseProgram.Quantity, _ item: Int = 0) -> [Double] {
    guard let index = program.outputs.firstIndex(of: quantity) else { return [] }
    return times.indices.map { results[(index * times.count + $0) * count + item] }
  }

  func course(_ id: String, _ item: Int = 0) -> [Double] { course(.value(id), item) }

  /// Everything that came out for one case, as bits.
  func bits(_ item: Int) -> [UInt64] { program.outputs.flatMap { course($0, item).map(\.bitPattern) } }
}

extension TimeCourseProgram {
  /// Follows cases given as rows, one value an input.
  func follow(_ rows: [[Double]] = [[]], times: [Double]) -> Courses {
    var columns = [Double](repeating: 0, count: inputs.count * rows.count)
    for (item, row) in rows.enumerated() {
      for (input, value) in row.enumerated() { columns[input * rows.count + item] = value }
    }
    var results = [Double](repeating: -1, count: outputs.count * times.count * rows.count)
    let none = TimeCourseReport(status: .notFinite, time: -1, acceptedSteps: 0, rejectedSteps: 0)
    var reports = [TimeCourseReport](repeating: none, count: rows.count)
    var workspace = makeWorkspace()
    times.withUnsafeBufferPointer { times in
      columns.withUnsafeBufferPointer { columns in
        results.withUnsafeMutableBufferPointer { results in
          reports.withUnsafeMutableBufferPointer { reports in
            solve(
              count: rows.count, times: times, inputs: columns, results: results, reports: reports,
              workspace: &workspace)
          }
        }
      }
    }
    return Courses(program: self, times: times, count: rows.count, results: results, reports: reports)
  }
}

extension TimeCourseProgram {
  /// Follows `count` courses from time 0, each with a report of its own.
  ///
  /// A course has the same bytes whatever the courses around it, their number and order: no operation mixes lanes, and
  /// every lane has its own time and step.
  ///
  /// - Parameters:
  ///   - times: when results are wanted, in the model's time, not negative, finite and ascending. The model's start is at
  ///     time 0; the first time may be later.
  ///   - inputs: by columns: the value of input i in case c is at `[i * count + c]`.
  ///   - results: the value of output o at time t in case c at `[(o * times.count + t) * count + c]`, overwritten. Times
  ///     that a course did not reach get not-a-number.
  ///   - reports: one a case, overwritten.
  ///   - workspace: from this program's ``makeWorkspace()``.
  /// - Precondition: the times are as said, the buffers have the lengths said, and the workspace belongs to this program.
  public func solve(
    count: Int, times: UnsafeBufferPointer<Double>, inputs: UnsafeBufferPointer<Double>,
    results: UnsafeMutableBufferPointer<Double>, reports: UnsafeMutableBufferPointer<TimeCourseReport>,
    workspace: inout TimeCourseWorkspace
  ) {
    precondition(inputs.count >= self.inputs.count * count, "inputs: one column of count values for each input")
    precondition(results.count >= outputs.count * times.count * count, "results: count values for each output and time")
    precondition(reports.count >= count, "reports: one for each case")
    precondition(workspace.registerCount == registerCount, "the workspace was made by another program")
    precondition(Self.areTimes(times), "times: finite, not negative, ascending")
    let request = CourseRequest(count: count, times: times, inputs: inputs, results: results, reports: reports)
    for first in stride(from: 0, to: count, by: SIMD8<Double>.scalarCount) {
      let size = min(SIMD8<Double>.scalarCount, count - first)
      if size == 1 {
        CourseSolver(self, workspace.single, request).follow(first: first, size: size)
      } else {
        CourseSolver(self, workspace.group, request).follow(first: first, size: size)
      }
    }
  }

  private static func areTimes(_ times: UnsafeBufferPointer<Double>) -> Bool {
    var last = 0.0
    for time in times {
      guard time >= last && time < .infinity else { return false }
      last = time
    }
    return true
  }
}

/// What was asked for: the buffers of one call.
struct CourseRequest {
  let count: Int
  let times: UnsafeBufferPointer<Double>
  let inputs: UnsafeBufferPointer<Double>
  let results: UnsafeMutableBufferPointer<Double>
  let reports: UnsafeMutableBufferPointer<TimeCourseReport>
}

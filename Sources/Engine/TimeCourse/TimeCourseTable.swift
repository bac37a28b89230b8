/// One course as a table: times down, quantities across, as in the results files of the SBML Test Suite.
public struct TimeCourseTable: Sendable, Equatable {
  /// The names of the columns after the first, which is time.
  public let columns: [String]
  public let times: [Double]
  /// By columns: the value of column c at time t is at `[c * times.count + t]`.
  public let values: [Double]
  public let report: TimeCourseReport

  /// Follows the course that a settings file asks for.
  ///
  /// - Parameters:
  ///   - initialValues: parameters, compartments and initial values of species in place of the file's.
  ///   - clamped: species held at their value at the start.
  /// - Throws: ``EngineError`` as the model is refused. A course that fails is no error: see ``report``.
  public init(
    model: Model, settings: SimulationSettings, initialValues: [(id: String, value: Double)] = [],
    clamped: [String] = [], options: TimeCourseOptions = .init()
  ) throws(EngineError) {
    let program = try TimeCourseProgram(
      model: model, inputs: [], outputs: settings.quantities(of: model), clamped: clamped,
      initialValues: initialValues.map(\.id), options: options)
    var workspace = program.makeWorkspace()
    let times = settings.times
    var values = [Double](repeating: .nan, count: settings.variables.count * times.count)
    var reports = [TimeCourseReport(status: .notFinite, time: 0, acceptedSteps: 0, rejectedSteps: 0)]
    let inputs = initialValues.map(\.value)
    times.withUnsafeBufferPointer { times in
      values.withUnsafeMutableBufferPointer { values in
        reports.withUnsafeMutableBufferPointer { reports in
          inputs.withUnsafeBufferPointer { inputs in
            program.solve(
              count: 1, times: times, inputs: inputs, results: values, reports: reports, workspace: &workspace)
          }
        }
      }
    }
    self.columns = settings.variables
    self.times = times
    self.values = values
    self.report = reports[0]
  }

  /// The table as comma-separated values, a line a time: `time,S1,S2`. Numbers have as many digits as they need to be
  /// read back to the same bits; infinity is INF and not-a-number NaN, as in the suite's own files.
  public var csv: String {
    var text = (["time"] + columns).joined(separator: ",") + "\n"
    for row in times.indices {
      text += Self.number(times[row])
      for column in columns.indices { text += "," + Self.number(values[column * times.count + row]) }
      text += "\n"
    }
    return text
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-INF" : "INF" }
    return "\(value)"
  }
}

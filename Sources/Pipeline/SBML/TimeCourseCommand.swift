import Domain
import Engine
import Foundation

extension Commands {
  /// `rheostat sbml run`: a time course as a settings file of the SBML Test Suite asks for it, in the suite's layout.
  /// - Returns: one line about the course.
  /// - Throws: 64 and 65 for what cannot be asked or computed, 66 where a file is not there, 73 and 74 where the result
  ///   cannot be written. A course that ends early is an error: nothing is written.
  public static func timeCourse(
    _ request: SBMLRequest, settings settingsPath: String, out: String, relativeTolerance: Double?,
    absoluteTolerance: Double?
  ) throws -> String {
    let settings = try settings(settingsPath)
    let model = try request.model()
    try InputPaths.refuseOverwriting([request.path, settingsPath], out)
    var options = TimeCourseOptions()
    if let relativeTolerance { options.relativeTolerance = relativeTolerance }
    if let absoluteTolerance { options.absoluteTolerance = absoluteTolerance }
    let table: TimeCourseTable
    do {
      table = try TimeCourseTable(
        model: model, settings: settings, initialValues: request.values, clamped: request.clamped, options: options)
    } catch {
      if error.code == .unknownIdentifier, let id = error.element, settings.variables.contains(id) {
        throw RheostatError(
          .dataUnusable, "\(id): \(error.message).", location: settingsPath)
      }
      throw SBMLRequest.refusal(error, request.path)
    }
    let report = table.report
    guard report.status == .completed else {
      throw RheostatError(
        .dataUnusable,
        "The course cannot be followed beyond time \(report.time) of \(settings.start + settings.duration): "
          + report.status.sentence,
        advice: "Look at the model near that time; nothing was written.", location: request.path)
    }
    let file = try OutputFile(path: out)
    try file.write(Array(table.csv.utf8))
    try file.finish()
    return "\(table.times.count) times, \(table.columns.count) columns, \(report.acceptedSteps) steps"
  }

  private static func settings(_ path: String) throws -> SimulationSettings {
    let bytes = try InputPaths.bytes(path, limit: 1 << 20)
    do {
      return try SimulationSettings(text: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw RheostatError(.dataUnusable, error.description + ".", location: path)
    }
  }
}

extension TimeCourseStatus {
  /// For people.
  fileprivate var sentence: String {
    switch self {
    case .completed: "All times were reached."
    case .tooManySteps: "the limit of steps is reached."
    case .stepTooSmall: "steps become too small to go on; the solution ends there, or jumps without end."
    case .notFinite: "an input, a start or a rate is infinite or not a number."
    }
  }
}

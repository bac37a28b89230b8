import Engine

/// The two time scales at work (C54 beside F03 and F06): a treatment is taken for days, and at times in between the
/// insulin response of muscle is taken in the clamp, with the treatment still on and without it.
///
/// On the first day only fast signalling has moved, and more mTORC1 means more feedback; later capacity has followed.
public struct TimeScales: Sendable {
  /// Days at which the response is taken; the first is the start.
  public static let days: [Double] = [0, 0.25, 0.5, 1, 2, 3, 5, 7, 10, 14]

  /// log2 of the response over that before the treatment, by day.
  public struct Course: Sendable {
    /// In a clamp with the treatment on.
    public let during: [Double]
    /// In a clamp after the treatment has been stopped.
    public let after: [Double]
  }

  private let model: ExperimentModel
  private let habit, clamped: ConditionProblem
  private let course: TimeCourseProgram
  private let states: [String]
  private let treatment: [Change]
  private let treatmentPlaces: [Int]

  /// - Parameters:
  ///   - background: a name of `backgrounds.csv`.
  ///   - treatment: changes as in `experiments.csv`, of parameters that are 0 when it is off.
  /// - Throws: an ``EngineError`` or a ``Comparison/Fault`` that names what is missing.
  public init(background: String, treatment: String, parameters: [String]) throws {
    guard let treatment = Change.parse(treatment) else {
      throw Comparison.Fault(description: "\"\(treatment)\" is no list of changes.")
    }
    self.treatment = treatment
    let sbml = try MechanismResources.readModel()
    model = try ExperimentModel(sbml, parameters: parameters)
    let exogenous = model.exogenous
    let places = treatment.map { change in exogenous.firstIndex(of: change.identifier) }
    guard !places.contains(nil) else { throw Comparison.Fault(description: "A treatment changes inputs only.") }
    treatmentPlaces = places.compactMap(\.self)
    let probe = Experiment.shippedClamps["PROBE"].flatMap(Change.parse) ?? []
    habit = try Self.problem(model, background, clamp: [])
    clamped = try Self.problem(model, background, clamp: probe)
    let held = model.held
    states = held.outputs.filter { id in
      sbml.species.contains { $0.id == id } && !ExperimentModel.plasma.contains(id)
    }
    course = try TimeCourseProgram(
      model: sbml, inputs: model.held.inputs, outputs: MechanismModel.slowIdentifiers.map { .value($0) },
      clamped: ["insulin"], initialValues: states)
  }

  static let readout = "insulin_response_m"

  private static func problem(
    _ model: ExperimentModel, _ background: String, clamp: [Change]
  ) throws(Comparison.Fault) -> ConditionProblem {
    try ConditionProblem(
      model,
      [
        Comparison(
          context: .held, background: background, against: background, clamp: clamp, both: [], habit: [], test: [],
          sweep: nil, readout: readout, measure: .log2Ratio)
      ])
  }

  /// The course under one parameter set, in variant A; nil where a state is not certified or the course ends early.
  /// - Parameters:
  ///   - set: values of the parameters, in the order given at the start.
  ///   - days: when the response is taken, rising from 0.
  public func run(_ set: [Double], days: [Double] = days) -> Course? {
    let references = model.references.map { _ in 1.0 }
    let exogenous = model.exogenous.count
    func inputs(_ start: [Double], isTreated: Bool) -> [Double] {
      var own = Array(start[..<exogenous])
      if isTreated {
        for (place, change) in zip(treatmentPlaces, treatment) { own[place] = change.applied(to: own[place]) }
      }
      return own + set + references + Array(start[exogenous...])
    }
    let start = habit.starts[0]
    let settled = model.held.solve(cases: [inputs(start, isTreated: false)])
    guard settled.certificates[0].status == .certified else { return nil }
    let values = Dictionary(uniqueKeysWithValues: zip(model.held.outputs, settled.values(0)))
    guard let slow = follow(inputs(start, isTreated: true) + states.map { values[$0] ?? .nan }, days) else {
      return nil
    }

    var clampStart = start
    for (place, change) in clamped.testChanges[0] { clampStart[place] = change.applied(to: clampStart[place]) }
    let cases = [false, true].flatMap { isTreated in
      slow.map { inputs(clampStart, isTreated: isTreated) + $0 }
    }
    let solved = model.acute.solve(cases: cases)
    guard let output = model.acute.outputs.firstIndex(of: Self.readout),
      solved.certificates.allSatisfy({ $0.status == .certified })
    else { return nil }
    let responses = cases.indices.map { solved.columns[output][$0] }
    func change(_ responses: ArraySlice<Double>, from base: Double) -> [Double] {
      responses.map { ExperimentMath.log2Ratio($0, base) }
    }
    let count = slow.count
    return Course(
      during: change(responses[count...], from: responses[0]), after: change(responses[..<count], from: responses[0]))
  }

  /// The slow states at each of the days.
  private func follow(_ inputs: [Double], _ days: [Double]) -> [[Double]]? {
    let times = days.map { $0 * 24 * 60 }
    var workspace = course.makeWorkspace()
    var results = [Double](repeating: .nan, count: course.outputs.count * times.count)
    var reports = [TimeCourseReport(status: .notFinite, time: 0, acceptedSteps: 0, rejectedSteps: 0)]
    times.withUnsafeBufferPointer { times in
      results.withUnsafeMutableBufferPointer { results in
        reports.withUnsafeMutableBufferPointer { reports in
          inputs.withUnsafeBufferPointer { inputs in
            course.solve(
              count: 1, times: times, inputs: inputs, results: results, reports: reports, workspace: &workspace)
          }
        }
      }
    }
    guard reports[0].status == .completed else { return nil }
    return times.indices.map { time in course.outputs.indices.map { results[$0 * times.count + time] } }
  }
}

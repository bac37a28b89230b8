import Engine

/// The two time scales at work (C53, and C54 beside F03 and F06): a treatment is taken for days, or another person's habit
/// is taken on, and at times in between a variable is read, as it is then and back under the inputs from before.
///
/// On the first day only fast signalling has moved, and more mTORC1 means more feedback; later IRS1 and capacity have
/// followed.
public struct TimeScales: Sendable {
  /// Days at which the response is taken; the first is the start.
  public static let days: [Double] = [0, 0.25, 0.5, 1, 2, 3, 5, 7, 10, 14]

  /// log2 of what is read over that before, by day.
  public struct Course: Sendable {
    /// With the treatment on, or under the new habit.
    public let during: [Double]
    /// Under the inputs from before.
    public let after: [Double]
  }

  private let model: ExperimentModel
  /// Inputs and plasma before, and with the treatment on or under the new habit; then the same as they are read.
  private let start, changed, startRead, changedRead: [Double]
  private let course: TimeCourseProgram
  private let states: [String]
  private let readout: String

  /// A treatment of the person of a background, read as the insulin response of muscle in a clamp.
  /// - Parameters:
  ///   - background: a name of `backgrounds.csv`.
  ///   - treatment: changes as in `experiments.csv`, of parameters that are 0 when it is off.
  /// - Throws: an ``EngineError`` or a ``Comparison/Fault`` that names what is missing.
  public init(background: String, treatment: String, parameters: [String]) throws {
    guard let treatment = Change.parse(treatment) else {
      throw Comparison.Fault(description: "\"\(treatment)\" is no list of changes.")
    }
    let sbml = try MechanismResources.readModel()
    let model = try ExperimentModel(sbml, parameters: parameters)
    let start = try Self.problem(model, background).starts[0]
    var changed = start
    for change in treatment {
      guard let place = model.exogenous.firstIndex(of: change.identifier) else {
        throw Comparison.Fault(description: "A treatment changes inputs only.")
      }
      changed[place] = change.applied(to: changed[place])
    }
    try self.init(sbml, model, start, changed, clamp: "PROBE", readout: Self.response)
  }

  /// The person of one background who takes on the habit of another.
  /// - Parameters:
  ///   - background: a name of `backgrounds.csv`.
  ///   - habit: another.
  ///   - clamp: a name of `clamps.csv`; nothing where the variable is read in the habit itself.
  ///   - readout: the variable.
  /// - Throws: an ``EngineError`` or a ``Comparison/Fault`` that names what is missing.
  public init(background: String, habit: String, clamp: String?, readout: String, parameters: [String]) throws {
    let sbml = try MechanismResources.readModel()
    let model = try ExperimentModel(sbml, parameters: parameters)
    try self.init(
      sbml, model, Self.problem(model, background).starts[0], Self.problem(model, habit).starts[0], clamp: clamp,
      readout: readout)
  }

  private init(
    _ sbml: Model, _ model: ExperimentModel, _ start: [Double], _ changed: [Double], clamp: String?, readout: String
  ) throws {
    (self.model, self.start, self.changed, self.readout) = (model, start, changed, readout)
    var changes: [Change] = []
    if let clamp {
      guard let words = Experiment.shippedClamps[clamp], let found = Change.parse(words) else {
        throw Comparison.Fault(description: "No clamp is called \"\(clamp)\".")
      }
      changes = found
    }
    let names = model.exogenous + ExperimentModel.heldPlasma
    func read(_ inputs: [Double]) throws -> [Double] {
      var read = inputs
      for change in changes {
        guard let place = names.firstIndex(of: change.identifier) else {
          throw Comparison.Fault(description: "\"\(change.identifier)\" is not an input that a clamp can change.")
        }
        read[place] = change.applied(to: read[place])
      }
      return read
    }
    (startRead, changedRead) = (try read(start), try read(changed))
    states = model.held.outputs.filter { id in
      sbml.species.contains { $0.id == id } && !ExperimentModel.plasma.contains(id)
    }
    course = try TimeCourseProgram(
      model: sbml, inputs: model.held.inputs, outputs: MechanismModel.slowIdentifiers.map { .value($0) },
      clamped: ["insulin"], initialValues: states)
  }

  static let response = "insulin_response_m"

  private static func problem(_ model: ExperimentModel, _ background: String) throws(Comparison.Fault)
    -> ConditionProblem
  {
    try ConditionProblem(
      model,
      [
        Comparison(
          context: .held, background: background, against: background, clamp: [], both: [], habit: [], test: [],
          sweep: nil, readout: response, measure: .log2Ratio)
      ])
  }

  /// The course under one parameter set, in variant A; nil where a state is not certified or the course ends early.
  /// - Parameters:
  ///   - set: values of the parameters, in the order given at the start.
  ///   - days: when the response is taken, rising from 0.
  public func run(_ set: [Double], days: [Double] = days) -> Course? {
    let references = model.references.map { _ in 1.0 }
    let exogenous = model.exogenous.count
    func inputs(_ own: [Double]) -> [Double] { Array(own[..<exogenous]) + set + references + Array(own[exogenous...]) }
    let settled = model.held.solve(cases: [inputs(start)])
    guard settled.certificates[0].status == .certified else { return nil }
    let values = Dictionary(uniqueKeysWithValues: zip(model.held.outputs, settled.values(0)))
    guard let slow = follow(inputs(changed) + states.map { values[$0] ?? .nan }, days) else { return nil }

    let cases = [startRead, changedRead].flatMap { read in slow.map { inputs(read) + $0 } }
    let solved = model.acute.solve(cases: cases)
    guard let output = model.acute.outputs.firstIndex(of: readout),
      solved.certificates.allSatisfy({ $0.status == .certified })
    else { return nil }
    let found = cases.indices.map { solved.columns[output][$0] }
    func change(_ found: ArraySlice<Double>, from base: Double) -> [Double] {
      found.map { ExperimentMath.log2Ratio($0, base) }
    }
    let count = slow.count
    return Course(during: change(found[count...], from: found[0]), after: change(found[..<count], from: found[0]))
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

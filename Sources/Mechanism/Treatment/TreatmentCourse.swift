import Domain
import Engine

/// Solves courses under treatment, draw by draw.
struct TreatmentCourse {
  /// One draw.
  struct Case {
    let person: Person
    let group: ComparisonGroup
    let set: Int
  }
  /// By quantity, tissue and time.
  struct Result {
    let values: [[[Double]]]
  }

  let scorer: Scorer
  let model: TreatmentModel
  let interventions: [Intervention]

  /// log2 of a thousandth, which stands for that and less: nothing left has no logarithm.
  static let gone = -10.0

  /// log2 of a state over the reference's, `gone` where nothing is left, which a course may undershoot by its tolerance; not
  /// a number stays so.
  private static func logarithm(_ state: Double, over reference: Double) -> Double {
    state > 0 ? max(gone, ExperimentMath.log2Ratio(state, reference)) : state.isNaN ? .nan : gone
  }

  private var changes: [Change] { interventions.flatMap(\.modelChanges) }
  /// What the clamp holds.
  private static let held = Set(MechanismModel.insulinInputs + ["glucose", "amino_acids"])

  /// The results in order; nil where a state is not certified or a course ends early.
  func run(_ cases: [Case], hours: [Double]) -> [Result?] {
    let before = cases.map { one in
      HabitualInputs.inputs(
        one.person, reference: scorer.reference[one.group.sex], variantB: one.group.variantB, scorer.constants)
    }
    let starts = habitualStates(cases, before)
    return cases.indices.map { item in
      guard let start = starts[item] else { return nil }
      return follow(cases[item], start, hours)
    }
  }

  private func habitualStates(_ cases: [Case], _ inputs: [PlasmaInputs]) -> [[Double]?] {
    var batch = SolutionBatch(model.habitual, scorer.ensemble)
    batch.begin(sets: cases.map(\.set))
    for item in cases.indices {
      for (input, value) in TreatedInputs(inputs[item], model).values.enumerated() { batch.set(input, item, value) }
    }
    batch.solve()
    return cases.indices.map { item in
      batch.isCertified(item) ? model.states.indices.map { batch.output($0, item) } : nil
    }
  }

  private func follow(_ one: Case, _ start: [Double], _ hours: [Double]) -> Result? {
    let treated = interventions.reduce(one.person) { $1.applied(to: $0, scorer.constants) }
    let plasma = HabitualInputs.inputs(
      treated, reference: scorer.reference[one.group.sex], variantB: one.group.variantB, scorer.constants)
    var inputs = TreatedInputs(plasma, model)
    inputs.apply(changes)
    guard let course = solve(inputs.values + scorer.ensemble.sets[one.set] + start, hours),
      let indices = resistance(one, treated, plasma, course)
    else { return nil }
    let reference = scorer.comparison.states[one.group.place(set: one.set)]
    let slow = MechanismModel.slowIdentifiers.count
    func tissues(_ readout: Int, _ value: (Int, [Double]) -> [Double]) -> [[Double]] {
      Tissue.allCases.map { tissue in value(tissue.rawValue, course[slow + readout * 3 + tissue.rawValue]) }
    }
    return Result(values: [
      tissues(0) { tissue, values in
        values.map { Self.logarithm($0, over: reference.mtorc1[tissue]) }
      },
      indices, tissues(1) { $1.map { [first = $1[0]] in $0 / first } },
      tissues(2) { $1.map { [first = $1[0]] in $0 / first } },
    ])
  }

  /// By output, then time; nil where the course ends early.
  private func solve(_ inputs: [Double], _ hours: [Double]) -> [[Double]]? {
    let times = hours.map { $0 * 60 }
    var workspace = model.course.makeWorkspace()
    var results = [Double](repeating: .nan, count: model.course.outputs.count * times.count)
    var reports = [TimeCourseReport(status: .notFinite, time: 0, acceptedSteps: 0, rejectedSteps: 0)]
    times.withUnsafeBufferPointer { times in
      results.withUnsafeMutableBufferPointer { results in
        reports.withUnsafeMutableBufferPointer { reports in
          inputs.withUnsafeBufferPointer { inputs in
            model.course.solve(
              count: 1, times: times, inputs: inputs, results: results, reports: reports, workspace: &workspace)
          }
        }
      }
    }
    guard reports[0].status == .completed else { return nil }
    return model.course.outputs.indices.map { Array(results[$0 * times.count..<($0 + 1) * times.count]) }
  }

  /// The IR index by tissue and time: a clamp with the treatment on, slow states as the course has them by then. The
  /// first is before the treatment, without it.
  private func resistance(
    _ one: Case, _ treated: Person, _ plasma: PlasmaInputs, _ course: [[Double]]
  ) -> [[Double]]? {
    let times = course[0].indices
    let untreated = HabitualInputs.inputs(
      one.person, reference: scorer.reference[one.group.sex], variantB: one.group.variantB, scorer.constants)
    let clamps = times.map { time in
      var inputs = TreatedInputs(
        time == 0
          ? Probe.inputs(one.person, habitual: untreated, scorer.constants)
          : Probe.inputs(treated, habitual: plasma, scorer.constants), model)
      if time > 0 { inputs.apply(changes, except: Self.held) }
      return inputs
    }
    var probe = SolutionBatch(model.probe, scorer.ensemble)
    probe.begin(sets: times.map { _ in one.set })
    for time in times {
      let slow = MechanismModel.slowIdentifiers.indices.map { course[$0][time] }
      for (input, value) in (clamps[time].values + slow).enumerated() { probe.set(input, time, value) }
    }
    probe.solve()
    guard !times.contains(where: { !probe.isCertified($0) }) else { return nil }
    var linked = SolutionBatch(model.linked, scorer.ensemble)
    linked.begin(sets: times.map { _ in one.set }, casesEach: 2)
    let constants = scorer.constants
    for time in times {
      let links = MechanismModel.linkIdentifiers.indices.map { probe.output($0, time) }
      let insulin = Probe.insulin(constants)
      for (copy, doses) in [insulin, insulin.map { _ in constants[.noInsulin] }].enumerated() {
        for (input, value) in (doses + clamps[time].treatments + links).enumerated() {
          linked.set(input, time * 2 + copy, value)
        }
      }
    }
    linked.solve()
    guard !(0..<times.count * 2).contains(where: { !linked.isCertified($0) }) else { return nil }
    let reference = scorer.comparison.states[one.group.place(set: one.set)].response
    return Tissue.allCases.map { tissue in
      times.map { time in
        let response = InsulinResponse.response(
          tissue, readout: linked.output(tissue.rawValue, time * 2),
          withoutInsulin: linked.output(tissue.rawValue, time * 2 + 1), constants)
        return InsulinResponse.index(response, reference: reference[tissue.rawValue])
      }
    }
  }
}

import Domain
import Engine

/// Solves draws: habitual state, probe, and the subsets of arms; many draws together.
///
/// A value of this type belongs to one thread. Nothing of one case reaches another, so results do not depend on how
/// draws are put together.
struct DrawEvaluator: ~Copyable {
  private let model: MechanismModel
  private let constants: MappingConstants
  private var habitual: SolutionBatch
  private var probe: SolutionBatch
  private var linked: SolutionBatch

  init(_ model: MechanismModel, _ constants: MappingConstants) {
    self.model = model
    self.constants = constants
    habitual = SolutionBatch(model.habitual)
    probe = SolutionBatch(model.probe)
    linked = SolutionBatch(model.linked)
  }

  private static let ln2 = 0.6931471805599453

  /// One draw to evaluate: a person, the inputs of the habitual state, and whom to compare with.
  struct Case {
    var person: Person
    var inputs: PlasmaInputs
    /// Place in `references`.
    var reference: Int
  }

  /// The states of reference persons.
  mutating func references(_ cases: [Case]) -> [ReferenceState]? {
    solveStates(cases)
    solveLinks(cases.indices.map { [patientLinks($0)] })
    var states: [ReferenceState] = []
    for item in cases.indices {
      guard habitual.isCertified(item), probe.isCertified(item), let response = responses(item * 2) else { return nil }
      states.append(
        ReferenceState(
          mtorc1: model.habitualMTORC1.map { habitual.output($0, item) }, links: patientLinks(item), response: response)
      )
    }
    return states
  }

  /// Outcomes in the order of the cases.
  mutating func outcomes(_ cases: [Case], references: [ReferenceState], withArms: Bool = true) -> [DrawOutcome] {
    solveStates(cases)
    let subsets = withArms ? Array(0..<ShapleyValue.subsets) : [ShapleyValue.subsets - 1]
    solveLinks(
      cases.indices.map { item in
        let patient = patientLinks(item)
        let off = references[cases[item].reference].links
        return subsets.map { subset in
          patient.indices.map { subset & 1 << ($0 % Arm.allCases.count) != 0 ? patient[$0] : off[$0] }
        }
      })
    return cases.indices.map { item in
      outcome(item, subsets: subsets.count, reference: references[cases[item].reference])
    }
  }

  private func outcome(_ item: Int, subsets: Int, reference: ReferenceState) -> DrawOutcome {
    let failed = DrawOutcome(index: [], mtorc1: [], arms: [], isCertified: false)
    guard habitual.isCertified(item), probe.isCertified(item) else { return failed }
    var worth = Tissue.allCases.map { _ in [Double]() }
    for subset in 0..<subsets {
      guard let response = responses((item * subsets + subset) * 2) else { return failed }
      for tissue in Tissue.allCases.map(\.rawValue) {
        worth[tissue].append(InsulinResponse.index(response[tissue], reference: reference.response[tissue]))
      }
    }
    return DrawOutcome(
      index: worth.map { $0[subsets - 1] },
      mtorc1: Tissue.allCases.map(\.rawValue).map {
        Elementary.logarithm(habitual.output(model.habitualMTORC1[$0], item) / reference.mtorc1[$0]) / Self.ln2
      },
      arms: subsets == ShapleyValue.subsets ? worth.map(ShapleyValue.shares) : [], isCertified: true)
  }

  private func patientLinks(_ item: Int) -> [Double] { model.probeLinks.map { probe.output($0, item) } }

  /// Insulin responses by tissue from two solutions, with insulin and without; nil where one is not certified.
  private func responses(_ place: Int) -> [Double]? {
    guard linked.isCertified(place), linked.isCertified(place + 1) else { return nil }
    return Tissue.allCases.map { tissue in
      let output = model.linkedReadouts[tissue.rawValue]
      return InsulinResponse.response(
        tissue, readout: linked.output(output, place), withoutInsulin: linked.output(output, place + 1), constants)
    }
  }

  private mutating func solveStates(_ cases: [Case]) {
    habitual.begin(count: cases.count)
    for item in cases.indices {
      let values = cases[item].inputs.values
      for input in values.indices { habitual.set(input, item, values[input]) }
    }
    habitual.solve()
    probe.begin(count: cases.count)
    for item in cases.indices {
      let values = Probe.inputs(cases[item].person, habitual: cases[item].inputs, constants).values
      for input in values.indices { probe.set(input, item, values[input]) }
      for (place, output) in model.habitualSlow.enumerated() {
        probe.set(values.count + place, item, habitual.output(output, item))
      }
    }
    probe.solve()
  }

  /// Solves each set of links with the probe's insulin and, next to it, without insulin.
  private mutating func solveLinks(_ sets: [[[Double]]]) {
    let insulin = Tissue.allCases.map { tissue in
      switch tissue {
      case .muscle: constants[.probeInsulinMuscle]
      case .liver: constants[.probeInsulinLiver]
      case .adipose: constants[.probeInsulinAdipose]
      }
    }
    linked.begin(count: 2 * sets.reduce(0) { $0 + $1.count })
    var place = 0
    for links in sets.joined() {
      for tissue in insulin.indices {
        linked.set(tissue, place, insulin[tissue])
        linked.set(tissue, place + 1, constants[.noInsulin])
      }
      for copy in 0..<2 {
        for link in links.indices { linked.set(insulin.count + link, place + copy, links[link]) }
      }
      place += 2
    }
    linked.solve()
  }
}

import Domain
import Engine

/// Solves draws: habitual state, probe, and the subsets of arms; many draws together.
///
/// A value of this type belongs to one thread. Nothing of one case reaches another, so results do not depend on how
/// draws are put together.
struct DrawEvaluator: ~Copyable {
  private let constants: MappingConstants
  private var habitual: SolutionBatch
  private var probe: SolutionBatch
  private var linked: SolutionBatch

  /// - Precondition: the model was compiled for the parameters of this ensemble.
  init(_ model: MechanismModel, _ ensemble: ParameterEnsemble, _ constants: MappingConstants) {
    precondition(model.parameters == ensemble.parameters, "the model was compiled for other parameters")
    self.constants = constants
    habitual = SolutionBatch(model.habitual, ensemble)
    probe = SolutionBatch(model.probe, ensemble)
    linked = SolutionBatch(model.linked, ensemble)
  }

  private static let ln2 = 0.6931471805599453

  /// One draw to evaluate: the inputs of a person's two states, and whom to compare with.
  struct Case {
    var habitual: PlasmaInputs
    var probe: PlasmaInputs
    /// The parameter set, by its place in the ensemble.
    var set: Int
    /// Place in `references`.
    var reference: Int

    init(
      _ person: Person, group: ComparisonGroup, reference persons: ReferencePerson, _ constants: MappingConstants,
      set: Int = 0, reference: Int = 0
    ) {
      habitual = HabitualInputs.inputs(
        person, reference: persons[group.sex], variantB: group.variantB, constants)
      probe = Probe.inputs(person, habitual: habitual, constants)
      self.set = set
      self.reference = reference
    }

    /// The same person under another parameter set.
    func under(set: Int) -> Case {
      var other = self
      other.set = set
      return other
    }
  }

  /// The states of reference persons; nil for one that is not certified.
  mutating func references(_ cases: [Case]) -> [ReferenceState?] {
    solveStates(cases)
    solveLinks(cases, cases.indices.map { [patientLinks($0)] })
    return cases.indices.map { item in
      guard habitual.isCertified(item), probe.isCertified(item), let response = responses(item * 2) else { return nil }
      return ReferenceState(
        mtorc1: habitualMTORC1(item), probeMTORC1: probeMTORC1(item), links: patientLinks(item), response: response)
    }
  }

  /// Outcomes in the order of the cases.
  mutating func outcomes(_ cases: [Case], references: [ReferenceState], withArms: Bool = true) -> [DrawOutcome] {
    solveStates(cases)
    let subsets = withArms ? Array(0..<ShapleyValue.subsets) : [ShapleyValue.subsets - 1]
    solveLinks(
      cases,
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
    func log2(_ values: [Double], over reference: [Double]) -> [Double] {
      zip(values, reference).map { Elementary.logarithm($0 / $1) / Self.ln2 }
    }
    return DrawOutcome(
      index: worth.map { $0[subsets - 1] },
      mtorc1: log2(habitualMTORC1(item), over: reference.mtorc1),
      probeMTORC1: log2(probeMTORC1(item), over: reference.probeMTORC1),
      arms: subsets == ShapleyValue.subsets ? worth.map(ShapleyValue.shares) : [], isCertified: true)
  }

  // The outputs of each program are those that MechanismModel asks for, in its order.
  private func habitualMTORC1(_ item: Int) -> [Double] {
    Tissue.allCases.indices.map { habitual.output(MechanismModel.slowIdentifiers.count + $0, item) }
  }

  private func probeMTORC1(_ item: Int) -> [Double] {
    Tissue.allCases.indices.map { probe.output(MechanismModel.linkIdentifiers.count + $0, item) }
  }

  private func patientLinks(_ item: Int) -> [Double] {
    MechanismModel.linkIdentifiers.indices.map { probe.output($0, item) }
  }

  /// Insulin responses by tissue from two solutions, with insulin and without; nil where one is not certified.
  private func responses(_ place: Int) -> [Double]? {
    guard linked.isCertified(place), linked.isCertified(place + 1) else { return nil }
    return Tissue.allCases.map { tissue in
      let output = tissue.rawValue
      return InsulinResponse.response(
        tissue, readout: linked.output(output, place), withoutInsulin: linked.output(output, place + 1), constants)
    }
  }

  private mutating func solveStates(_ cases: [Case]) {
    let sets = cases.map(\.set)
    habitual.begin(sets: sets)
    for item in cases.indices {
      let values = cases[item].habitual.values
      for input in values.indices { habitual.set(input, item, values[input]) }
    }
    habitual.solve()
    probe.begin(sets: sets)
    for item in cases.indices {
      let values = cases[item].probe.values
      for input in values.indices { probe.set(input, item, values[input]) }
      for slow in MechanismModel.slowIdentifiers.indices {
        probe.set(values.count + slow, item, habitual.output(slow, item))
      }
    }
    probe.solve()
  }

  /// Solves as many variants of each case's links, each with the probe's insulin and, next to it, without insulin.
  private mutating func solveLinks(_ cases: [Case], _ variants: [[[Double]]]) {
    let insulin = Probe.insulin(constants)
    linked.begin(sets: cases.map(\.set), casesEach: 2 * (variants.first?.count ?? 0))
    var place = 0
    for links in variants.joined() {
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

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
    solveLinks(cases, subsets: Self.all..<Self.all + 1)
    return cases.indices.map { item in
      guard habitual.isCertified(item), probe.isCertified(item), let response = responses(item * 2) else { return nil }
      return ReferenceState(
        mtorc1: habitualMTORC1(item), probeMTORC1: probeMTORC1(item),
        links: MechanismModel.linkIdentifiers.indices.map { probe.output($0, item) },
        response: Tissue.allCases.map { response[$0.rawValue] })
    }
  }

  /// Outcomes in the order of the cases.
  mutating func outcomes(_ cases: [Case], references: [ReferenceState], withArms: Bool = true) -> [DrawOutcome] {
    solveStates(cases)
    let subsets = withArms ? 0..<Self.all + 1 : Self.all..<Self.all + 1
    solveLinks(cases, subsets: subsets, without: references)
    return cases.indices.map { item in
      outcome(item, subsets: subsets.count, reference: references[cases[item].reference])
    }
  }

  /// The subset of all arms.
  private static let all = ShapleyValue.subsets - 1
  private static let tissues = Tissue.allCases.count

  private func outcome(_ item: Int, subsets: Int, reference: ReferenceState) -> DrawOutcome {
    let failed = DrawOutcome(index: [], mtorc1: [], arms: [], isCertified: false)
    guard habitual.isCertified(item), probe.isCertified(item) else { return failed }
    var worth = (0..<Self.tissues).map { _ in Array(repeating: 0.0, count: subsets) }
    var isFloored = Array(repeating: false, count: Self.tissues)
    for subset in 0..<subsets {
      guard let response = responses((item * subsets + subset) * 2) else { return failed }
      for tissue in 0..<Self.tissues {
        worth[tissue][subset] = InsulinResponse.index(response[tissue], reference: reference.response[tissue])
        // The last subset has all arms: the person's own response.
        isFloored[tissue] = response[tissue] <= constants[.responseFloor]
      }
    }
    func log2(_ values: [Double], over reference: [Double]) -> [Double] {
      zip(values, reference).map { Elementary.logarithm($0 / $1) / Self.ln2 }
    }
    return DrawOutcome(
      index: worth.map { $0[subsets - 1] },
      mtorc1: log2(habitualMTORC1(item), over: reference.mtorc1),
      probeMTORC1: log2(probeMTORC1(item), over: reference.probeMTORC1),
      arms: subsets == ShapleyValue.subsets ? worth.map(ShapleyValue.shares) : [], isFloored: isFloored,
      isCertified: true)
  }

  // The outputs of each program are those that MechanismModel asks for, in its order.
  private func habitualMTORC1(_ item: Int) -> [Double] {
    (0..<Self.tissues).map { habitual.output(MechanismModel.slowIdentifiers.count + $0, item) }
  }

  private func probeMTORC1(_ item: Int) -> [Double] {
    (0..<Self.tissues).map { probe.output(MechanismModel.linkIdentifiers.count + $0, item) }
  }

  /// Insulin responses by tissue from two solutions, with insulin and without; nil where one is not certified.
  private func responses(_ place: Int) -> InlineArray<3, Double>? {
    guard linked.isCertified(place), linked.isCertified(place + 1) else { return nil }
    var responses = InlineArray<3, Double>(repeating: .nan)
    for tissue in Tissue.allCases {
      let output = tissue.rawValue
      responses[output] = InsulinResponse.response(
        tissue, readout: linked.output(output, place), withoutInsulin: linked.output(output, place + 1), constants)
    }
    return responses
  }

  private mutating func solveStates(_ cases: [Case]) {
    let sets = cases.map(\.set)
    let inputs = PlasmaInputs.Input.allCases.indices
    habitual.begin(sets: sets)
    for input in inputs {
      habitual.withInput(input) { for item in cases.indices { $0[item] = cases[item].habitual.values[input] } }
    }
    habitual.solve()
    probe.begin(sets: sets)
    for input in inputs {
      probe.withInput(input) { for item in cases.indices { $0[item] = cases[item].probe.values[input] } }
    }
    for slow in MechanismModel.slowIdentifiers.indices {
      let settled = habitual.output(slow)
      probe.withInput(inputs.count + slow) { _ = $0.update(fromContentsOf: settled) }
    }
    probe.solve()
  }

  /// Solves each case's links with these subsets of the arms as they are in the person and the others as they are in the
  /// reference, each with the probe's insulin and, next to it, without insulin.
  private mutating func solveLinks(_ cases: [Case], subsets: Range<Int>, without references: [ReferenceState] = []) {
    let insulin = Probe.insulin(constants)
    let none = constants[.noInsulin]
    linked.begin(sets: cases.map(\.set), casesEach: 2 * subsets.count)
    for tissue in insulin.indices {
      linked.withInput(tissue) { input in
        for place in stride(from: 0, to: input.count, by: 2) {
          input[place] = insulin[tissue]
          input[place + 1] = none
        }
      }
    }
    for link in MechanismModel.linkIdentifiers.indices {
      let arm = 1 << (link % Arm.allCases.count)
      let own = probe.output(link)
      linked.withInput(insulin.count + link) { input in
        var place = 0
        for (item, on) in own.enumerated() {
          let off = references.isEmpty ? on : references[cases[item].reference].links[link]
          for subset in subsets {
            let value = subset & arm != 0 ? on : off
            input[place] = value
            input[place + 1] = value
            place += 2
          }
        }
      }
    }
    linked.solve()
  }
}

import Dispatch
import Domain
import Engine
import Synchronization
import Testing

@testable import Mechanism

/// A made-up ensemble: the shipped set, and two more in which every strength and threshold is moved.
@Suite struct EnsembleTests {
  static let ensemble: ParameterEnsemble = {
    let shipped = ParameterEnsemble.shipped
    let prefixes = ["K_", "w_s6k", "w_lipid", "w_stress", "w_tnf", "b_tsc", "a_tsc", "v_mtorc1", "grb10_rise"]
    let others = (1...2).map { set in
      var stream = RandomStream(key: 5, purpose: 0, draw: UInt32(set))
      return zip(shipped.parameters, shipped.sets[0]).map { id, value in
        let factor = Elementary.exponential(0.2 * stream.normal())
        return prefixes.contains { id.hasPrefix($0) } ? value * factor : value
      }
    }
    return ParameterEnsemble(parameters: shipped.parameters, sets: [shipped.sets[0]] + others)
  }()
  private static let computed = Result {
    let model = try MechanismModel.shipped()
    let computation = HealthyBandComputation(model: model, people: 200)
    return (model: model, computation: computation, comparison: try computation.reference(of: ensemble))
  }

  private func scorer(draws: Int) throws -> Scorer {
    let computed = try Self.computed.get()
    return try Scorer(
      model: computed.model, ensemble: Self.ensemble, comparison: computed.comparison, draws: draws)
  }

  private func draws(of patient: TestPatient, _ scorer: Scorer) -> [Scorer.ScoredDraw] {
    var evaluator = scorer.makeEvaluator()
    let patient = PatientDraws(row: PanelBlock([patient])[0], computedGFR: nil, scorer: scorer)
    return scorer.scoredDraws(of: patient, 0..<scorer.draws, &evaluator)
  }

  /// Draw d is what a scorer of set d mod 3 alone gives, to the bit; more draws than are solved together.
  @Test func drawsUseTheSetOfTheirNumber() throws {
    let computed = try Self.computed.get()
    let count = Scorer.batch + 7
    let all = try draws(of: .wasted, scorer(draws: count))
    #expect(all.count == count)
    var alone: [[Scorer.ScoredDraw]] = []
    for set in 0..<3 {
      let one = ParameterEnsemble(parameters: Self.ensemble.parameters, sets: [Self.ensemble.sets[set]])
      let comparison = try computed.computation.reference(of: one)
      let groups = ComparisonGroup.all.map { $0.place(set: set) }
      #expect(comparison.states == groups.map { computed.comparison.states[$0] })
      #expect(comparison.bands == groups.map { computed.comparison.bands[$0] })
      let scorer = try Scorer(model: computed.model, ensemble: one, comparison: comparison, draws: count)
      alone.append(draws(of: .wasted, scorer))
    }
    for (number, draw) in all.enumerated() {
      #expect(draw.set == number % 3)
      #expect(draw.outcome == alone[number % 3][number].outcome)
      #expect(draw.outcome.isCertified)
      // The sets differ enough for a wrong one to be noticed.
      #expect(draw.outcome != alone[(number + 1) % 3][number].outcome)
    }
  }

  /// A program compiled for the ensemble's parameters gives what one compiled from a file with these values gives.
  @Test func aSetStandsForTheSameValuesInTheFile() throws {
    var text = MechanismModelTests.shippedText
    let values = Dictionary(uniqueKeysWithValues: zip(Self.ensemble.parameters, Self.ensemble.sets[1]))
    var replaced = 0
    text.replace(/(<parameter [^>]*id="([^"]*)"[^>]* value=")[^"]*"/) { match in
      guard let value = values[String(match.output.2)] else { return String(match.output.0) }
      replaced += 1
      return "\(match.output.1)\(value)\""
    }
    #expect(replaced == Self.ensemble.parameters.count)
    let model = try MechanismModel(Model(sbml: Array(text.utf8), name: "set 1"))
    let fileOnly = ParameterEnsemble(parameters: [], sets: [[]])
    let computation = HealthyBandComputation(model: model, people: 1)
    let states = try #require(computation.states(of: fileOnly))
    for group in ComparisonGroup.all {
      let given = try Self.computed.get().comparison.states[group.place(set: 1)]
      let own = states[group.place]
      let pairs = zip(given.mtorc1 + given.links + given.response, own.mtorc1 + own.links + own.response)
      for (one, other) in pairs { #expect(abs(one - other) < 1e-9) }
    }
  }

  @Test func armsSumInEveryDraw() throws {
    for patient in [TestPatient.lean, .wasted, .overfed] {
      for outcome in try draws(of: patient, scorer(draws: 12)).map(\.outcome) {
        for (arms, index) in zip(outcome.arms, outcome.index) { #expect(abs(arms.reduce(0, +) - index) < 1e-12) }
      }
    }
  }

  @Test func blocksAndThreadsChangeNothing() throws {
    let scorer = try scorer(draws: 20)
    let patients = (0..<24).map { number in
      var patient = [TestPatient.lean, .wasted, .overfed][number % 3]
      patient.key = UInt64(500 + number)
      return patient
    }
    let whole = scorer.score(PanelBlock(patients))
    let parts = Mutex<[[PhenotypeResult]]>(Array(repeating: [], count: 8))
    DispatchQueue.concurrentPerform(iterations: 8) { part in
      let result = scorer.score(PanelBlock(Array(patients[(part * 3)..<(part * 3 + 3)])))
      parts.withLock { $0[part] = result }
    }
    #expect(parts.withLock { $0.flatMap(\.self) } == whole)
    let computed = try Self.computed.get()
    for threads in [2, 5] {
      #expect(try computed.computation.reference(of: Self.ensemble, threads: threads) == computed.comparison)
    }
  }

  /// Each set has bands of its own, and they decide the class of its draws and of no others.
  @Test func bandsOfEachSetAreUsed() throws {
    let computed = try Self.computed.get()
    for group in ComparisonGroup.all {
      let bands = (0..<3).map { computed.comparison.bands[group.place(set: $0)] }
      #expect(bands[0] != bands[1] && bands[1] != bands[2] && bands[0] != bands[2])
    }
    var comparison = computed.comparison
    for place in comparison.bands.indices {
      let limit = place / ComparisonGroup.all.count == 1 ? -1e9 : 1e9
      for tissue in Tissue.allCases.indices { comparison.bands[place].index[tissue].high = limit }
    }
    let scorer = try Scorer(model: computed.model, ensemble: Self.ensemble, comparison: comparison, draws: 12)
    let result = scorer.score(PanelBlock([.lean]))[0]
    #expect(result.probabilities[PhenotypeClass.sensitive.rawValue] == 8.0 / 12)
  }

  @Test func theTableIsReadAsItWasWritten() throws {
    let comparison = try Self.computed.get().comparison
    func read(_ text: String) -> EnsembleReference? { Array(text.utf8).withUnsafeBytes { EnsembleReference(csv: $0) } }
    let table = comparison.table
    #expect(read(table) == comparison)
    #expect(table.split(separator: "\n").count == 1 + 3 * 4)
    #expect(read(table.replacing("response_m", with: "response_x")) == nil)
    #expect(read(table.replacing("\n1,0,1,", with: "\n1,1,0,")) == nil)
    #expect(read(table.replacing("\n2,1,1,", with: "\n2,1,1,x")) == nil)
    #expect(read(table.split(separator: "\n").dropLast().joined(separator: "\n")) == nil)
  }

  @Test func aTableOfAnotherEnsembleIsRefused() throws {
    let computed = try Self.computed.get()
    let one = ParameterEnsemble(parameters: Self.ensemble.parameters, sets: [Self.ensemble.sets[0]])
    #expect(throws: Scorer.Failure.reference) {
      _ = try Scorer(model: computed.model, ensemble: one, comparison: computed.comparison)
    }
  }

  /// A set under which the model has no state is named.
  @Test func aSetWithoutAReferenceStateIsNamed() throws {
    let computed = try Self.computed.get()
    var sets = Self.ensemble.sets
    sets[2] = sets[2].map { _ in .nan }
    let broken = ParameterEnsemble(parameters: Self.ensemble.parameters, sets: sets)
    #expect(throws: HealthyBandComputation.Failure.reference(set: 2)) {
      _ = try computed.computation.reference(of: broken, threads: 2)
    }
  }
}

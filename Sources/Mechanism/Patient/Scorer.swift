public import Domain
public import Engine

/// The mechanism stage: blocks of visits in, phenotypes out.
///
/// Immutable, so one scorer serves all threads. Draw d of a visit depends on the visit's key and on d alone: blocks,
/// order and threads change nothing. It uses parameter set d mod the number of sets, and the reference states and bands
/// of that set.
public struct Scorer: Sendable {
  /// Why a scorer cannot be made.
  public enum Failure: Error, Sendable, Equatable {
    /// The model cannot be read or compiled, or lacks an id that the mapping reads.
    case model(EngineError)
    /// The table of reference states and bands cannot be read, or is not for as many parameter sets as the ensemble has.
    case reference
  }

  /// The reason code of a visit for which the model could not be solved, as opposed to one that its labs do not settle.
  public static let unsolvedReason = VerdictRule.Reason.unsolved.rawValue
  /// Most draws a visit when nothing else is asked for.
  public static let defaultDraws = 500
  /// Draws solved together: enough to fill the lanes of the engine; with their subsets of arms few enough for the
  /// second-level cache.
  static let batch = 64

  let model: MechanismModel
  /// The parameter sets.
  public let ensemble: ParameterEnsemble
  /// What each draw is compared with.
  public let comparison: EnsembleReference
  /// The constants of the mapping and the verdict.
  public let constants: MappingConstants
  /// The persons everyone is compared with.
  public let reference: ReferencePerson
  /// The distribution of missing labs.
  public let population: PopulationModel
  /// The error of measured labs.
  public let error: LaboratoryError
  /// Most draws a visit; even ones are of structural variant A, odd ones of B.
  public let draws: Int
  /// Whether a visit whose answer is settled gets no further draws.
  public let stopsEarly: Bool
  /// How the kits of the laboratory stand to the model's.
  public let kits: KitScales
  /// Whether answers say what each driver makes of them.
  public let followsDrivers: Bool

  /// - Parameters:
  ///   - model: the model, compiled for the parameters of the ensemble.
  ///   - ensemble: at least one parameter set.
  ///   - comparison: what `HealthyBandComputation` gives for this model and ensemble.
  ///   - draws: at least 1; half of them in each structural variant.
  ///   - stopsEarly: whether a visit whose answer is settled gets no further draws.
  ///   - kits: how the kits of the laboratory stand to the model's.
  ///   - followsDrivers: whether answers say what each driver makes of them, which costs some 2,800 solutions a visit.
  /// - Throws: ``Failure/reference`` where the comparison has not what each set of the ensemble needs.
  public init(
    model: MechanismModel, ensemble: ParameterEnsemble, comparison: EnsembleReference, draws: Int = defaultDraws,
    stopsEarly: Bool = true, kits: KitScales = .none, followsDrivers: Bool = false,
    constants: MappingConstants = .shipped, reference: ReferencePerson = .shipped,
    population: PopulationModel = .shipped, error: LaboratoryError = .shipped
  ) throws(Failure) {
    guard ensemble.count > 0, comparison.count == ensemble.count else { throw .reference }
    self.model = model
    self.ensemble = ensemble
    self.comparison = comparison
    self.draws = max(1, draws)
    self.stopsEarly = stopsEarly
    self.kits = kits
    self.followsDrivers = followsDrivers
    self.constants = constants
    self.reference = reference
    self.population = population
    self.error = error
  }

  /// A scorer of the model and the ensemble that ship with this version.
  /// - Throws: a ``Failure``, which would be a fault of the build.
  public static func shipped(
    draws: Int = defaultDraws, stopsEarly: Bool = true, kits: KitScales = .none, followsDrivers: Bool = false
  ) throws(Failure) -> Scorer {
    let model: MechanismModel
    do { model = try MechanismModel.shipped() } catch { throw .model(error) }
    guard let comparison = EnsembleReference.shipped else { throw .reference }
    return try Scorer(
      model: model, ensemble: .shipped, comparison: comparison, draws: draws, stopsEarly: stopsEarly,
      kits: kits, followsDrivers: followsDrivers)
  }

  /// The phenotypes of the visits of a block, in order.
  /// - Parameters:
  ///   - panel: labs and covariates.
  ///   - computedGFR: GFR in mL/min/1.73 m2 computed from creatinine, one entry a visit, not a number where there is
  ///     none; used where the panel has no reported eGFR. Nil when none was computed.
  public func score(_ panel: PanelBlock, computedGFR: [Double]? = nil) -> [PhenotypeResult] {
    var evaluator = makeEvaluator()
    let panel = kits.applied(to: panel)
    var results: [PhenotypeResult] = []
    results.reserveCapacity(panel.count)
    for visit in 0..<panel.count {
      let row = panel[visit]
      let gfr = computedGFR.map { $0[visit] }.flatMap { $0.isFinite ? $0 : nil }
      results.append(score(row, computedGFR: gfr, &evaluator))
    }
    return results
  }

  /// The phenotype of one visit, on the scale of the model's kits: draws are made until the answer is settled, or there are
  /// no more.
  func score(_ row: PanelRow, computedGFR: Double?, _ evaluator: inout DrawEvaluator) -> PhenotypeResult {
    let patient = PatientDraws(row: row, computedGFR: computedGFR, scorer: self)
    var scored: [ScoredDraw] = []
    var answer = ScoredAnswer(row, gfr: patient.gfr, draws: [], scorer: self)
    for look in stopsEarly ? StoppingRule.looks(upTo: draws) : [draws] {
      scored += scoredDraws(of: patient, scored.count..<look, &evaluator)
      answer = ScoredAnswer(row, gfr: patient.gfr, draws: scored, scorer: self)
      if answer.isSettled { break }
    }
    return answer.result(drivers: followsDrivers ? driverEffects(scored, &evaluator) : [])
  }

  /// Why the model has no answer for a person, and what to mind about one.
  public func cautions(for row: PanelRow, computedGFR: Double?) -> [String] {
    let row = kits.applied(to: row)
    return VisitGuard.hit(by: row, constants).map(\.sentence)
      + VisitGuard.caveats(for: row, gfr: row.value(.egfr) ?? computedGFR) + kits.caveats(for: row)
  }

  /// One draw of a visit: who was drawn, whom they are compared with, under which parameter set, and what came of it.
  struct ScoredDraw {
    let person: Person
    /// As in `PatientDraws.Draw`.
    let measured: [Double]
    let group: ComparisonGroup
    let set: Int
    let outcome: DrawOutcome
  }

  /// What solves draws for one thread.
  func makeEvaluator() -> DrawEvaluator { DrawEvaluator(model, ensemble, constants) }

  /// Some draws of a visit, in order.
  func scoredDraws(
    of patient: PatientDraws, _ numbers: Range<Int>, _ evaluator: inout DrawEvaluator
  ) -> [ScoredDraw] {
    var scored: [ScoredDraw] = []
    scored.reserveCapacity(numbers.count)
    for begin in stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.batch) {
      let numbers = begin..<min(begin + Self.batch, numbers.upperBound)
      let drawn = numbers.map { patient.draw(UInt32($0)) }
      let groups = zip(numbers, drawn).map { ComparisonGroup(sex: $1.person.sex, variantB: $0 % 2 == 1) }
      let cases = zip(numbers, zip(drawn, groups)).map { number, draw in
        let set = number % ensemble.count
        return DrawEvaluator.Case(
          draw.0.person, group: draw.1, reference: reference, constants, set: set,
          reference: draw.1.place(set: set))
      }
      let outcomes = evaluator.outcomes(cases, references: comparison.states)
      for (place, outcome) in outcomes.enumerated() {
        scored.append(
          ScoredDraw(
            person: drawn[place].person, measured: drawn[place].measured, group: groups[place],
            set: cases[place].set, outcome: outcome))
      }
    }
    return scored
  }
}

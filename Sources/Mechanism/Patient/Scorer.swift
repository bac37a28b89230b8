public import Domain
public import Engine

/// The mechanism stage: blocks of visits in, phenotypes out.
///
/// Immutable, so one scorer serves all threads. Draw d of a visit depends on the visit's key and on d alone: blocks,
/// order and threads change nothing.
public struct Scorer: Sendable {
  /// Why a scorer cannot be made.
  public enum Failure: Error, Sendable, Equatable {
    /// The model cannot be read or compiled, or lacks an id that the mapping reads.
    case model(EngineError)
    /// The model has no certified state for a reference person.
    case reference
  }

  /// The reason code of a visit for which the model could not be solved, as opposed to one that its labs do not settle.
  public static let unsolvedReason = VerdictRule.Reason.unsolved.rawValue
  /// Draws a visit when nothing else is asked for.
  public static let defaultDraws = 128
  /// Draws solved together: enough to fill the engine's lanes, few enough for the second-level cache.
  static let batch = 128

  let model: MechanismModel
  /// The constants of the mapping and the verdict.
  public let constants: MappingConstants
  /// The persons everyone is compared with.
  public let reference: ReferencePerson
  /// The distribution of missing labs.
  public let population: PopulationModel
  /// The error of measured labs.
  public let error: LaboratoryError
  /// The healthy bands.
  public let bands: HealthyBands
  /// Draws a visit; even ones are of structural variant A, odd ones of B.
  public let draws: Int
  let references: [ReferenceState]

  /// - Parameters:
  ///   - model: the compiled model.
  ///   - draws: at least 1; half of them in each structural variant.
  /// - Throws: ``Failure/reference`` where a reference person has no certified state.
  public init(
    model: MechanismModel, draws: Int = defaultDraws, constants: MappingConstants = .shipped,
    reference: ReferencePerson = .shipped, population: PopulationModel = .shipped, error: LaboratoryError = .shipped,
    bands: HealthyBands = .shipped
  ) throws(Failure) {
    self.model = model
    self.draws = max(1, draws)
    self.constants = constants
    self.reference = reference
    self.population = population
    self.error = error
    self.bands = bands
    var evaluator = DrawEvaluator(model, constants)
    let cases = HealthyBands.groups.enumerated().map { place, group in
      let person = reference[group.sex]
      return DrawEvaluator.Case(
        person: person,
        inputs: HabitualInputs.inputs(person, reference: person, variantB: group.variantB, constants), reference: place)
    }
    guard let states = evaluator.references(cases) else { throw .reference }
    references = states
  }

  /// A scorer of the model that ships with this version.
  /// - Throws: a ``Failure``, which would be a fault of the build.
  public static func shipped(draws: Int = defaultDraws) throws(Failure) -> Scorer {
    let model: MechanismModel
    do { model = try MechanismModel.shipped() } catch { throw .model(error) }
    return try Scorer(model: model, draws: draws)
  }

  /// The phenotypes of the visits of a block, in order.
  /// - Parameters:
  ///   - panel: labs and covariates.
  ///   - computedGFR: GFR in mL/min/1.73 m2 computed from creatinine, one entry a visit, not a number where there is
  ///     none; used where the panel has no reported eGFR. Nil when none was computed.
  public func score(_ panel: PanelBlock, computedGFR: [Double]? = nil) -> [PhenotypeResult] {
    var evaluator = DrawEvaluator(model, constants)
    var results: [PhenotypeResult] = []
    results.reserveCapacity(panel.count)
    for visit in 0..<panel.count {
      let row = panel[visit]
      let gfr = computedGFR.map { $0[visit] }.flatMap { $0.isFinite ? $0 : nil }
      let patient = PatientDraws(row: row, computedGFR: gfr, scorer: self)
      var outcomes: [DrawOutcome] = []
      var persons: [Person] = []
      var begin = 0
      while begin < draws {
        let end = min(begin + Self.batch, draws)
        let batch = (begin..<end).map { patient.person(draw: UInt32($0)) }
        let cases = batch.enumerated().map { self.drawCase($1, variantB: Self.isVariantB(begin + $0)) }
        outcomes += evaluator.outcomes(cases, references: references)
        persons += batch
        begin = end
      }
      results.append(result(row, gfr: patient.gfr, persons: persons, outcomes: outcomes))
    }
    return results
  }

  /// The outcomes of known persons, without arms.
  func outcomes(_ persons: [Person], variantB: Bool, withArms: Bool = false) -> [DrawOutcome] {
    var evaluator = DrawEvaluator(model, constants)
    var outcomes: [DrawOutcome] = []
    var begin = 0
    while begin < persons.count {
      let end = min(begin + Self.batch, persons.count)
      let cases = persons[begin..<end].map { drawCase($0, variantB: variantB) }
      outcomes += evaluator.outcomes(cases, references: references, withArms: withArms)
      begin = end
    }
    return outcomes
  }

  private static func isVariantB(_ draw: Int) -> Bool { draw % 2 == 1 }

  private func drawCase(_ person: Person, variantB: Bool) -> DrawEvaluator.Case {
    DrawEvaluator.Case(
      person: person,
      inputs: HabitualInputs.inputs(person, reference: reference[person.sex], variantB: variantB, constants),
      reference: HealthyBands.place(sex: person.sex, variantB: variantB))
  }

  private func result(
    _ row: PanelRow, gfr: Double?, persons: [Person], outcomes: [DrawOutcome]
  ) -> PhenotypeResult {
    let certified = outcomes.indices.filter { outcomes[$0].isCertified }.map { draw in
      let variantB = Self.isVariantB(draw)
      let phenotype = DrawClass.classify(outcomes[draw], bands[sex: persons[draw].sex, variantB: variantB])
      return (outcome: outcomes[draw], variantB: variantB, phenotype: phenotype)
    }
    let failed = outcomes.count - certified.count
    let summaries = DrawSummaries(certified)
    let labsMissing = Analyte.mechanismLabs.filter {
      $0 == .egfr ? gfr == nil && !row.dialysis.isTreated : row.value($0) == nil
    }
    let guards = VisitGuard.hit(by: row, constants)
    let (verdict, code, sentence) = VerdictRule(constants: constants).verdict(
      probabilities: summaries.probabilities, byVariant: summaries.byVariant,
      failedShare: Double(failed) / Double(outcomes.count), draws: certified.count, labsMissing: labsMissing,
      guards: guards)
    return PhenotypeResult(
      verdict: verdict, reasonCode: code, reason: sentence, probabilities: summaries.probabilities,
      probabilitiesByVariant: summaries.byVariant, monteCarloErrorMax: summaries.monteCarloErrorMax,
      draws: certified.count, failedDraws: failed, insulinResistance: summaries.insulinResistance,
      mtorc1: summaries.mtorc1, arms: summaries.arms, labsMissing: labsMissing, guards: guards.map(\.rawValue),
      caveats: VisitGuard.caveats(for: row, gfr: gfr))
  }
}

public import Domain
import Statistics

/// What stands behind the answer of one visit.
public struct PatientExplanation: Sendable {
  /// An input as the draws had it.
  public struct Input: Sendable {
    /// What it is.
    public let analyte: Analyte
    /// Whether it was measured; otherwise it was drawn from the population.
    public let isMeasured: Bool
    /// Over the draws: what is usual in the person, as far as the labs tell.
    public let drawn: DrawSummary
    /// Of the reference person; not a number where the sex is not known.
    public let reference: Double
  }
  /// The answer had one driver been at the reference, all else as it is: means over the draws.
  public struct Counterfactual: Sendable {
    public let effect: DriverEffect
    /// Probabilities by class.
    public let probabilities: [Double]
  }
  /// The answer without one of the labs that were measured.
  public struct Removal: Sendable {
    public let analyte: Analyte
    public let result: PhenotypeResult
  }

  /// The answer itself.
  public let result: PhenotypeResult
  public let inputs: [Input]
  /// 0 healthy to 1 undialysed end-stage, over the draws.
  public let uraemicLoad: DrawSummary
  /// Probabilities by class of the draws that counterfactuals begin with: fewer than those of the answer.
  public let base: [Double]
  /// The strongest on the IR index of muscle first.
  public let counterfactuals: [Counterfactual]
  /// In the order of `Analyte.mechanismInputs`, then `Analyte.mechanismExtras`.
  public let removals: [Removal]
}

extension Scorer {
  /// Explains the answer of one visit.
  /// - Parameters:
  ///   - row: labs and covariates.
  ///   - computedGFR: GFR from creatinine, nil where there is none.
  public func explain(_ row: PanelRow, computedGFR: Double?) -> PatientExplanation {
    var evaluator = makeEvaluator()
    let row = kits.applied(to: row)
    let patient = PatientDraws(row: row, computedGFR: computedGFR, scorer: self)
    let base = scoredDraws(of: patient, 0..<min(Self.explanationDraws, draws), &evaluator)
    let counterfactuals = Driver.allCases.compactMap { counterfactual($0, base, &evaluator) }
    let muscle = Tissue.muscle.rawValue
    return PatientExplanation(
      result: score(row, computedGFR: computedGFR, &evaluator), inputs: inputs(row, patient, base),
      uraemicLoad: DrawSummaries.summary(base.map { UraemicLoad.load($0.person, constants) }),
      base: probabilities(base.filter(\.outcome.isCertified).map { (draw: $0, outcome: $0.outcome) }),
      counterfactuals: counterfactuals.sorted {
        abs($0.effect.insulinResistance[muscle]) > abs($1.effect.insulinResistance[muscle])
      },
      removals: removals(row, computedGFR: computedGFR, &evaluator))
  }

  private func inputs(_ row: PanelRow, _ patient: PatientDraws, _ draws: [ScoredDraw]) -> [PatientExplanation.Input] {
    Analyte.mechanismInputs.filter { $0 != .egfr || !row.dialysis.isTreated }.map { analyte in
      let variable = PopulationVariable.allCases.first { $0.analyte == analyte }
      func value(_ person: Person) -> Double { variable.map { person[$0] } ?? person.gfr }
      return PatientExplanation.Input(
        analyte: analyte, isMeasured: variable == nil ? patient.gfr != nil : row.value(analyte) != nil,
        drawn: DrawSummaries.summary(draws.map { value($0.person) }),
        reference: row.sex == .unknown ? .nan : value(reference[row.sex]))
    }
  }

  private func counterfactual(
    _ driver: Driver, _ base: [ScoredDraw], _ evaluator: inout DrawEvaluator
  ) -> PatientExplanation.Counterfactual? {
    let pairs = pairs(base, without: driver, withArms: true, &evaluator)
    return Self.effect(of: driver, pairs).map {
      PatientExplanation.Counterfactual(
        effect: $0, probabilities: probabilities(pairs.map { (draw: $0.draw, outcome: $0.without) }))
    }
  }

  private func probabilities(_ draws: [(draw: ScoredDraw, outcome: DrawOutcome)]) -> [Double] {
    let classes = draws.map { DrawClass.classify($1, comparison.bands[$0.group.place(set: $0.set)]) }
    return PhenotypeClass.allCases.map { one in Double(classes.count { $0 == one }) / Double(classes.count) }
  }

  private func removals(
    _ row: PanelRow, computedGFR: Double?, _ evaluator: inout DrawEvaluator
  ) -> [PatientExplanation.Removal] {
    let measured = (Analyte.mechanismInputs + Analyte.mechanismExtras).filter { analyte in
      switch analyte {
      case .egfr: !row.dialysis.isTreated && (row.value(analyte) ?? computedGFR) != nil
      case .ktV, .residualClearance: row.dialysis.isTreated && row.value(analyte) != nil
      // It is only asked whether it tells of diabetes, and only where nobody said.
      case .hba1c: row.diabetes == .unknown && row.value(analyte) != nil
      default: row.value(analyte) != nil
      }
    }
    return measured.map { analyte in
      var panel = row.block.selecting([row.row])
      panel[analyte, 0].status = .missing
      let patient = PatientDraws(
        row: panel[0], computedGFR: analyte == .egfr ? nil : computedGFR, scorer: self)
      let draws = scoredDraws(of: patient, 0..<Self.explanationDraws, &evaluator)
      let answer = ScoredAnswer(panel[0], gfr: patient.gfr, draws: draws, scorer: self)
      return PatientExplanation.Removal(analyte: analyte, result: answer.result())
    }
  }
}

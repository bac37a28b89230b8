import CResources
import Domain
public import Engine
import Statistics

/// Runs the experiments on the review's claims over the ensemble, in both structural variants.
public struct ExperimentRun: Sendable {
  /// Why a run cannot be done.
  public enum Failure: Error, Sendable {
    case model(EngineError)
    case table(Comparison.Fault)
    case scorer(Scorer.Failure)
  }

  /// Claims that are shown.
  let claims: [Claim]
  /// The experiments that are solved, in the order of the table.
  public let experiments: [Experiment]
  let ensemble: ParameterEnsemble
  let problem: ConditionProblem
  private let basis: ExperimentBasis
  /// Classifies whole persons; nothing for an ensemble that has no healthy bands.
  private let scorer: Scorer?

  /// - Parameters:
  ///   - claims: ids of the claims to run; all where empty.
  ///   - ensemble: parameter sets; all that ship where nothing is given.
  ///   - classifies: whether P01 and P02 are run, which need the healthy bands of the shipped ensemble.
  /// - Throws: a ``Failure``, which for what ships would be a fault of the build.
  public init(
    claims: [String] = [], ensemble: ParameterEnsemble = .shipped, classifies: Bool = false
  ) throws(Failure) {
    self.ensemble = ensemble
    self.claims = Claim.all.filter { claims.isEmpty || claims.contains($0.identifier) }
    do {
      experiments = try Experiment.shipped().filter { claims.isEmpty || claims.contains($0.claim) }
      let model = try ExperimentModel.shipped(parameters: ensemble.parameters)
      problem = try ConditionProblem(model, experiments.map(\.comparison))
    } catch let error as EngineError {
      throw .model(error)
    } catch let fault as Comparison.Fault {
      throw .table(fault)
    } catch {
      preconditionFailure("unforeseen \(error)")
    }
    basis = .shipped
    do { scorer = classifies ? try Scorer.shipped() : nil } catch { throw .scorer(error) }
  }

  /// Outcomes by experiment, then set.
  public func outcomes(variantB: Bool) -> [[Comparison.Outcome]] {
    var solver = ConditionSolver(problem)
    var outcomes = experiments.map { _ in [Comparison.Outcome]() }
    for set in ensemble.sets {
      for (place, outcome) in solver.outcomes(set, variantB: variantB).enumerated() { outcomes[place].append(outcome) }
    }
    return outcomes
  }

  /// All results in the order of the claims, each by experiment, readout, then variant; a claim without an experiment
  /// has one row, which says why.
  public func results() -> [ExperimentResult] {
    let inVariants = [outcomes(variantB: false), outcomes(variantB: true)]
    var results: [ExperimentResult] = []
    for (place, experiment) in experiments.enumerated() {
      for (variant, outcomes) in zip(["A", "B"], inVariants) {
        results.append(result(experiment, variant, outcomes[place]))
      }
    }
    results += RegressionExperiments.results()
    if let scorer { results += PhenotypeExperiments(scorer: scorer).results(claims: claims.map(\.identifier)) }
    return claims.flatMap { claim in
      let own = results.filter { $0.claim == claim.identifier }
      return own.isEmpty ? [Self.withoutExperiment(claim)] : own
    }
  }

  private static func withoutExperiment(_ claim: Claim) -> ExperimentResult {
    ExperimentResult(
      claim: claim.identifier, experiment: "", title: claim.statement, tissue: claim.tissue, readout: "", variant: "",
      metric: "", expected: "", found: .nan, low: .nan, high: .nan, shareAgree: .nan, sharePrior: .nan,
      standing: claim.standing, basis: nil, status: .notClaimed,
      note: noteWithoutExperiment(claim.standing))
  }

  private static func noteWithoutExperiment(_ standing: Claim.Standing) -> String {
    switch standing {
    case .openQuestion: "an open question of the review: what the model says there is extrapolation"
    case .claimed: "no single readout: the claim is about the verdict on a person"
    default: "the model has no such part"
    }
  }

  private func result(_ experiment: Experiment, _ variant: String, _ outcomes: [Comparison.Outcome]) -> ExperimentResult
  {
    let claim = Claim.all.first { $0.identifier == experiment.claim }
    let standing = claim?.standing ?? .notModelled
    let agreeing = outcomes.count { experiment.agrees($0) }
    let share = Double(agreeing) / Double(max(1, outcomes.count))
    let values = outcomes.map(\.value).filter { !$0.isNaN }.sorted()
    func centile(_ p: Double) -> Double { values.isEmpty ? .nan : Quantile.type7(sorted: values, p: p) }
    let readout = experiment.comparison.readout
    let brokenByDesign = variant == "B" && ["C07", "C08"].contains(experiment.claim) && readout.hasSuffix("_a")
    let status: ExperimentResult.Status =
      standing != .claimed || brokenByDesign
      ? .notClaimed : share >= ExperimentResult.threshold ? .agrees : .disagrees
    return ExperimentResult(
      claim: experiment.claim, experiment: experiment.identifier, title: experiment.title,
      tissue: Self.tissue(of: readout), readout: readout, variant: variant,
      metric: experiment.comparison.measure.name, expected: experiment.expected.rawValue, found: centile(0.5),
      low: centile(0.05), high: centile(0.95), shareAgree: share, sharePrior: basis.sharePrior(experiment),
      standing: standing,
      basis: standing == .inputRegression ? .byConstruction : basis.basis(of: experiment), status: status,
      note: brokenByDesign ? "variant B turns the adipose feedback round by design" : "")
  }

  /// The tissue that a readout belongs to, from the end of its id.
  static func tissue(of readout: String) -> String {
    Tissue.allCases.first { readout.hasSuffix("_\($0.suffix)") }?.name ?? "whole body"
  }
}

extension Comparison.Measure {
  /// How tables call it.
  public var name: String {
    switch self {
    case .log2Ratio, .interaction, .monotone: "log2 ratio"
    case .difference: "difference"
    case .optimum: "interior optimum"
    case .halfEffect: "half effect"
    }
  }
}

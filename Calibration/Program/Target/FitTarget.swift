import Domain
import Engine
import Mechanism

/// Facts and claims together with the model: from a parameter set to outcomes and a log likelihood.
struct FitTarget {
  let model: ExperimentModel
  let facts: [Fact]
  let experiments: [Experiment]
  let split: Split
  /// Facts and claims in variant A, and facts in variant B.
  private let problemA, problemB: ConditionProblem

  /// Everything, or only what the calibration may see.
  init(model: ExperimentModel, facts: [Fact], experiments: [Experiment], split: Split, trainingOnly: Bool) throws {
    self.model = model
    self.split = split
    self.facts = try facts.filter { try !trainingOnly || split.part(of: $0.identifier) == .training }
    self.experiments = try experiments.filter { try !trainingOnly || split.part(of: $0.claim) == .training }
    problemA = try ConditionProblem(
      model, self.facts.filter { !$0.isVariantB }.map(\.comparison) + self.experiments.map(\.comparison))
    problemB = try ConditionProblem(model, self.facts.filter(\.isVariantB).map(\.comparison))
  }

  /// What one set gives: facts in their own variant, claims in variant A.
  struct Outcomes {
    var facts: [Comparison.Outcome]
    var claims: [Comparison.Outcome]
  }

  /// Solves sets one after another; one a thread.
  struct Evaluator: ~Copyable {
    private let target: FitTarget
    private var solverA, solverB: ConditionSolver

    init(_ target: FitTarget) {
      self.target = target
      solverA = ConditionSolver(target.problemA)
      solverB = ConditionSolver(target.problemB)
    }

    mutating func outcomes(_ set: [Double]) -> Outcomes {
      let inA = solverA.outcomes(set, variantB: false)
      let inB = solverB.outcomes(set, variantB: true)
      var (placeA, placeB) = (0, 0)
      let facts = target.facts.map { fact in
        if fact.isVariantB {
          placeB += 1
          return inB[placeB - 1]
        }
        placeA += 1
        return inA[placeA - 1]
      }
      return Outcomes(facts: facts, claims: Array(inA[placeA...]))
    }

    /// Not a number where a state could not be certified.
    /// - Parameter requiresClaims: whether it is -infinity where a readout of a claim disagrees.
    mutating func logLikelihood(_ set: [Double], requiresClaims: Bool = false) -> Double {
      let found = outcomes(set)
      if requiresClaims, !zip(target.experiments, found.claims).allSatisfy({ $0.agrees($1) }) { return -.infinity }
      var sum = 0.0
      for (fact, outcome) in zip(target.facts, found.facts) {
        sum += fact.weight * Likelihood.fact(fact.known, fact.comparison, outcome)
      }
      for (experiment, outcome) in zip(target.experiments, found.claims) {
        sum += Likelihood.direction(experiment.margin(outcome))
      }
      return sum
    }
  }
}

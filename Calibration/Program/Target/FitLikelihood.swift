import Engine
import Mechanism

/// The training facts and claims as the sampler's likelihood.
struct FitLikelihood: LogLikelihood {
  let target: FitTarget
  let priors: PriorTable
  /// Whether a set in which a readout of a claim disagrees has no likelihood at all.
  var requiresClaims = false

  /// Solvers of one thread.
  final class Workspace {
    var evaluator: FitTarget.Evaluator
    init(_ target: FitTarget) { evaluator = FitTarget.Evaluator(target) }
  }

  func makeWorkspace() -> Workspace { Workspace(target) }

  func logLikelihoods(of points: Points, in workspace: inout Workspace) -> [Double] {
    let values = priors.values(at: points)
    return (0..<points.count).map { point in
      workspace.evaluator.logLikelihood(
        (0..<priors.count).map { values[point, $0] }, requiresClaims: requiresClaims)
    }
  }
}

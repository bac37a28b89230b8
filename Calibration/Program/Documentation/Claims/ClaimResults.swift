import Mechanism

/// A readout of an experiment in both structural variants.
struct ReadoutResult {
  let a, b: ExperimentResult

  /// Pairs of the results that come from an experiment, in their order.
  static func pairs(_ results: [ExperimentResult]) -> [ReadoutResult] {
    let inB = results.filter { $0.variant == "B" }
    return results.filter { $0.variant == "A" }.compactMap { a in
      inB.first { $0.experiment == a.experiment && $0.readout == a.readout && $0.title == a.title }
        .map { ReadoutResult(a: a, b: $0) }
    }
  }

  /// Whether enough of the ensemble agrees.
  static func agrees(_ result: ExperimentResult) -> Bool { result.shareAgree >= ExperimentResult.threshold }
}

/// A claim and all that was found on it.
struct ClaimResults {
  let claim: Claim
  let results: [ExperimentResult]
  let readouts: [ReadoutResult]
  let sweeps: [SweepResponse]

  init(_ claim: Claim, _ results: [ExperimentResult], _ sweeps: [SweepResponse]) {
    self.claim = claim
    self.results = results.filter { $0.claim == claim.identifier }
    readouts = ReadoutResult.pairs(self.results)
    self.sweeps = sweeps.filter { $0.experiment.claim == claim.identifier }
  }

  /// The experiments, each once, in the order of the results.
  var experiments: [(identifier: String, title: String)] {
    var experiments: [(identifier: String, title: String)] = []
    for readout in readouts
    where !experiments.contains(where: { $0.identifier == readout.a.experiment && $0.title == readout.a.title }) {
      experiments.append((readout.a.experiment, readout.a.title))
    }
    return experiments
  }

  /// How the agreement came about, in words: most claims have one basis, some two.
  var basis: String {
    [ExperimentResult.Basis.builtIn, .heldOut, .byConstruction]
      .filter { basis in readouts.contains { $0.a.basis == basis } }.map(\.rawValue).joined(separator: ", ")
  }

  /// Readouts that agree of all, in one variant.
  func share(variantB: Bool) -> String {
    guard !readouts.isEmpty else { return Figures.none }
    return "\(readouts.count { ReadoutResult.agrees(variantB ? $0.b : $0.a) }) of \(readouts.count)"
  }

  /// Why there is no readout.
  var reason: String {
    claim.standing == .claimed
      ? "whole persons are classified with the ensemble that ships alone" : results.first?.note ?? ""
  }

  /// The status of the claim as a whole: it agrees where every readout that counts does, in both variants.
  var status: String {
    guard claim.standing == .claimed else { return claim.standing.rawValue }
    guard !readouts.isEmpty else { return "not tested here" }
    let missed = ["A", "B"].filter { variant in
      results.contains { $0.variant == variant && $0.status == .disagrees }
    }
    return missed.isEmpty ? "agrees" : "disagrees in \(missed.joined(separator: " and "))"
  }

  /// Readouts that variant B breaks by design.
  var brokenByDesign: [ExperimentResult] { results.filter(\.isBrokenByDesign) }

  /// Whether there is anything to draw.
  var hasPlot: Bool { !readouts.isEmpty }
}

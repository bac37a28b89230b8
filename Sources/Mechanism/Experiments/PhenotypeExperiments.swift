import Domain
import Statistics

/// P01 and P02: whole persons, classified as patients are, under every parameter set. No class was ever fitted; that
/// feedback outgrows the other links in overnutrition was (P02.2), so P02 counts as built in.
struct PhenotypeExperiments {
  /// A claim, the background that stands for it, and what it should be taken for.
  private struct Subject {
    let claim, background: String
    let expected: PhenotypeClass
    /// Which way habitual mTORC1 of muscle should go.
    let mtorc1: Experiment.Expectation
    let basis: ExperimentResult.Basis
    let note: String
  }

  private static let subjects = [
    Subject(
      claim: "P01", background: "ckd_wasting", expected: .suppressed, mtorc1: .down, basis: .heldOut,
      note: "a named profile: never fitted"),
    Subject(
      claim: "P02", background: "overnutrition", expected: .overactivated, mtorc1: .up, basis: .builtIn,
      note: "the class was never fitted, but its cause was (P02.2)"),
  ]

  let scorer: Scorer

  /// The results of the claims asked for, by readout, then variant.
  func results(claims: [String]) -> [ExperimentResult] {
    Self.subjects.filter { claims.contains($0.claim) }.flatMap { subject in
      let inVariants = [false, true].map { outcomes(subject, variantB: $0) }
      return Self.readouts(subject).flatMap { readout in
        inVariants.indices.map { variant in
          result(subject, readout, variant == 0 ? "A" : "B", inVariants[variant])
        }
      }
    }
  }

  /// What is read off one set.
  private struct Classified {
    let draw: DrawOutcome
    let bands: HealthyBands
  }

  private struct Readout {
    let name, metric, expected: String
    let value: (Classified) -> Double
    let agrees: (Classified) -> Bool
  }

  private func outcomes(_ subject: Subject, variantB: Bool) -> [Classified?] {
    guard let background = Background.shipped.first(where: { $0.name == subject.background }) else { return [] }
    let group = ComparisonGroup(sex: .male, variantB: variantB)
    let cases = (0..<scorer.ensemble.count).map { set in
      DrawEvaluator.Case(
        background.person, group: group, reference: scorer.reference, scorer.constants, set: set,
        reference: group.place(set: set))
    }
    var evaluator = scorer.makeEvaluator()
    let found = evaluator.outcomes(cases, references: scorer.comparison.states)
    return found.enumerated().map { set, draw in
      draw.isCertified ? Classified(draw: draw, bands: scorer.comparison.bands[group.place(set: set)]) : nil
    }
  }

  private static func readouts(_ subject: Subject) -> [Readout] {
    let muscle = Tissue.muscle.rawValue
    return [
      Readout(
        name: "ir_muscle", metric: "difference", expected: "up", value: { $0.draw.index[muscle] },
        agrees: { $0.draw.index[muscle] > $0.bands.index[muscle].high }),
      Readout(
        name: "mtorc1_muscle", metric: "log2 ratio", expected: subject.mtorc1.rawValue,
        value: { $0.draw.mtorc1[muscle] },
        agrees: { Experiment.margin(.init(value: $0.draw.mtorc1[muscle]), .log2Ratio, subject.mtorc1) >= 0 }),
      Readout(
        name: "phenotype", metric: "share of sets", expected: subject.expected.name,
        value: { DrawClass.classify($0.draw, $0.bands) == subject.expected ? 1 : 0 },
        agrees: { DrawClass.classify($0.draw, $0.bands) == subject.expected }),
    ]
  }

  private func result(
    _ subject: Subject, _ readout: Readout, _ variant: String, _ outcomes: [Classified?]
  ) -> ExperimentResult {
    let certified = outcomes.compactMap(\.self)
    let share = Double(certified.count { readout.agrees($0) }) / Double(max(1, outcomes.count))
    let values = certified.map(readout.value).sorted()
    func centile(_ p: Double) -> Double { values.isEmpty ? .nan : Quantile.type7(sorted: values, p: p) }
    let isShare = readout.name == "phenotype"
    return ExperimentResult(
      claim: subject.claim, experiment: "\(subject.claim).1",
      title: "the background \(subject.background) classified as a patient is", tissue: isShare ? "all" : "muscle",
      readout: readout.name, variant: variant, metric: readout.metric, expected: readout.expected,
      found: isShare ? share : centile(0.5), low: isShare ? share : centile(0.05),
      high: isShare ? share : centile(0.95), shareAgree: share, sharePrior: .nan, standing: .claimed,
      basis: subject.basis,
      status: share >= ExperimentResult.threshold ? .agrees : .disagrees,
      note: subject.note)
  }
}

import CResources
import Domain
import Testing

@testable import Mechanism

@Suite struct ExperimentRunTests {
  /// At most three of the shipped sets: what is tested here holds for any.
  static let ensemble = ParameterEnsemble(
    parameters: ParameterEnsemble.shipped.parameters, sets: Array(ParameterEnsemble.shipped.sets.prefix(3)))

  private struct Whole: Sendable {
    let run: ExperimentRun
    let outcomes: [[[Comparison.Outcome]]]
    let results: [ExperimentResult]
  }

  /// Everything once, for all tests.
  private static let whole = Result {
    let run = try ExperimentRun(ensemble: ensemble)
    return Whole(run: run, outcomes: [false, true].map { run.outcomes(variantB: $0) }, results: run.results())
  }

  /// Results of experiments in the order of the table, in a variant; the C33.2 of a regression is none.
  private func pairs() throws -> [(experiment: Experiment, variant: Int, result: ExperimentResult)] {
    let whole = try Self.whole.get()
    return try whole.run.experiments.flatMap { experiment in
      try [0, 1].map { variant in
        let result = whole.results.first {
          $0.experiment == experiment.identifier && $0.readout == experiment.comparison.readout
            && $0.variant == ["A", "B"][variant]
        }
        return (experiment, variant, try #require(result))
      }
    }
  }

  /// Counted anew, with the thresholds as the contract states them.
  @Test func sharesAreCounted() throws {
    let whole = try Self.whole.get()
    let pairs = try pairs()
    for (place, pair) in pairs.enumerated() {
      let outcomes = whole.outcomes[pair.variant][place / 2]
      #expect(outcomes.count == Self.ensemble.count)
      let least = pair.experiment.comparison.measure == .difference ? 0.01 : 0.1
      let agreeing = outcomes.filter { outcome in
        switch pair.experiment.expected {
        case .up: outcome.value >= least && !(outcome.shape < 0)
        case .down: outcome.value <= -least && !(outcome.shape < 0)
        case .none: abs(outcome.value) <= 0.05
        case .optimum: outcome.shape >= 0.1
        }
      }
      #expect(
        pair.result.shareAgree == Double(agreeing.count) / Double(outcomes.count), "\(pair.result.experiment)")
      let values = outcomes.map(\.value).filter { !$0.isNaN }
      if let least = values.min(), let most = values.max() {
        #expect(pair.result.low >= least && pair.result.low <= pair.result.found)
        #expect(pair.result.high <= most && pair.result.high >= pair.result.found)
      } else {
        #expect(pair.result.found.isNaN)
      }
    }
  }

  /// Claims of another standing than `claimed` never count, whatever is found.
  @Test func statusFollowsTheStanding() throws {
    let standings = Dictionary(Claim.all.map { ($0.identifier, $0.standing) }, uniquingKeysWith: { a, _ in a })
    for result in try Self.whole.get().results {
      #expect(result.standing == standings[result.claim])
      if result.standing != .claimed { #expect(result.status == .notClaimed, "\(result.experiment)") }
      if result.status == .agrees { #expect(result.shareAgree >= 0.95) }
      if result.status == .disagrees { #expect(!(result.shareAgree >= 0.95)) }
    }
    let seen = Set(try Self.whole.get().results.map(\.standing))
    #expect(seen == [.claimed, .disputed, .inputRegression, .notModelled, .openQuestion])
  }

  /// Variant B turns the adipose feedback round, so that it cannot meet C07 and C08 there; elsewhere it must.
  @Test func variantBIsExcusedOnlyInAdiposeTissue() throws {
    let rows = try Self.whole.get().results.filter { ["C07", "C08"].contains($0.claim) }
    let excused = rows.filter { $0.status == .notClaimed }
    #expect(
      excused.map { "\($0.claim) \($0.readout) \($0.variant)" } == [
        "C07 irs1_y_a B", "C07 akt_a B", "C08 irs1_y_a B", "C08 akt_a B",
      ])
    for row in rows { #expect(row.note.isEmpty == (row.status != .notClaimed)) }
    #expect(rows.count == 24)
  }

  /// From the files: shown to the calibration, or given by the priors alone, or predicted.
  @Test func basisIsTakenFromTheSplit() throws {
    let split = DataFile(rheostat_split_csv())
    let training = split.rows.indices.filter {
      split.value($0, "kind") == "claim" && split.value($0, "part") == "training"
    }.map { split.value($0, "id") }
    for pair in try pairs() {
      let expected: ExperimentResult.Basis =
        pair.result.standing == .inputRegression
        ? .byConstruction
        : training.contains(pair.result.claim) || pair.result.sharePrior >= 0.99 ? .builtIn : .heldOut
      #expect(pair.result.basis == expected, "\(pair.result.experiment)")
    }
  }

  @Test func whatThePriorsGiveAloneIsBuiltIn() throws {
    let experiments = try Experiment.shipped().filter { $0.identifier == "C31.1" || $0.identifier == "C01.1" }
    func basis(_ share: String) throws -> ExperimentResult.Basis {
      let basis = ExperimentBasis(
        split: ComparisonText.file("kind,id,part\nclaim,C01,training\nclaim,C31,test\nfact,C31,training\n"),
        priorAgreement: ComparisonText.file(
          "experiment,readout,share_agree\nC31.1,akt_m,1\nC31.1,insulin_response_m,\(share)\n"))
      let held = try #require(experiments.first { $0.identifier == "C31.1" })
      let shown = try #require(experiments.first { $0.identifier == "C01.1" })
      #expect(basis.basis(of: shown) == .builtIn)
      #expect(basis.sharePrior(shown).isNaN)
      return basis.basis(of: held)
    }
    #expect(try basis("0.989") == .heldOut)
    #expect(try basis("0.99") == .builtIn)
    #expect(try basis("") == .heldOut)
  }

  /// Claims in the order of the table; each at least once; two variants of each readout side by side.
  @Test func everyClaimHasItsRows() throws {
    let results = try Self.whole.get().results
    var order: [String] = []
    for result in results where order.last != result.claim { order.append(result.claim) }
    #expect(order == Claim.all.map(\.identifier))
    for result in results where result.experiment.isEmpty {
      #expect(result.status == .notClaimed && result.basis == nil && !result.note.isEmpty)
      #expect(results.count { $0.claim == result.claim } == 1)
    }
    let withExperiment = results.filter { !$0.experiment.isEmpty }
    for place in stride(from: 0, to: withExperiment.count, by: 2) {
      let (a, b) = (withExperiment[place], withExperiment[place + 1])
      #expect([a.variant, b.variant] == ["A", "B"])
      #expect([a.experiment, a.readout] == [b.experiment, b.readout])
    }
  }

  @Test func claimsCanBeChosen() throws {
    let some = try ExperimentRun(claims: ["C54", "C31", "C57"], ensemble: Self.ensemble)
    #expect(Set(some.experiments.map(\.claim)) == ["C31", "C54"])
    let results = some.results()
    #expect(Set(results.map(\.claim)) == ["C31", "C54", "C57"])
    // What else is solved beside it changes nothing, to the last bit.
    let whole = try Self.whole.get().results
    for result in results where !result.experiment.isEmpty {
      let same = try #require(
        whole.first {
          $0.experiment == result.experiment && $0.readout == result.readout && $0.variant == result.variant
        })
      #expect(same.found.bitPattern == result.found.bitPattern)
      #expect(same.shareAgree == result.shareAgree)
    }
  }

  /// The same bits twice, and whatever set came before.
  @Test func outcomesDependOnTheSetAlone() throws {
    let whole = try Self.whole.get()
    let last = try #require(Self.ensemble.sets.last)
    let alone = try ExperimentRun(
      ensemble: ParameterEnsemble(parameters: Self.ensemble.parameters, sets: [last, last]))
    for variant in [0, 1] {
      let found = alone.outcomes(variantB: variant == 1)
      for (place, outcomes) in found.enumerated() {
        let expected = try #require(whole.outcomes[variant][place].last)
        for outcome in outcomes {
          #expect(outcome.value.bitPattern == expected.value.bitPattern)
          #expect(outcome.shape.bitPattern == expected.shape.bitPattern)
        }
      }
    }
  }

  /// A parameter that is not a number has no certified state: no value, and no agreement, not even of `none`.
  @Test func aSetWithoutAStateAgreesWithNothing() throws {
    var set = Self.ensemble.sets[0]
    set[try #require(Self.ensemble.parameters.firstIndex(of: "K_ir_m"))] = .nan
    let broken = ParameterEnsemble(parameters: Self.ensemble.parameters, sets: [set])
    for result in try ExperimentRun(claims: ["C02", "C01", "C31"], ensemble: broken).results()
    where result.readout.hasSuffix("_m") {
      #expect(result.found.isNaN, "\(result.experiment)")
      #expect(result.shareAgree == 0)
      #expect(result.status == .disagrees)
    }
  }
}

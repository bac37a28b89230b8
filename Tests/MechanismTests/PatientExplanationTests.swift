import Domain
import Testing

@testable import Mechanism

@Suite struct PatientExplanationTests {
  private static let explained = Result {
    let scorer = try Scorer.shipped(followsDrivers: true)
    return (scorer, scorer.explain(PanelBlock([.wasted])[0], computedGFR: nil))
  }

  @Test func theAnswerIsTheScorers() throws {
    let (scorer, explanation) = try Self.explained.get()
    #expect(explanation.result == scorer.score(PanelBlock([.wasted]))[0])
  }

  /// The reference person has nothing that could be put at the reference.
  @Test func theReferencePersonHasNoDrivers() throws {
    let scorer = try Scorer.shipped()
    var evaluator = scorer.makeEvaluator()
    let reference = ReferencePerson.shipped.male
    for driver in Driver.allCases { #expect(driver.atReference(reference, reference) == reference) }
    let group = ComparisonGroup(sex: .male, variantB: false)
    let outcome = evaluator.outcomes(
      [.init(reference, group: group, reference: .shipped, .shipped, reference: group.place(set: 0))],
      references: scorer.comparison.states)[0]
    for value in outcome.index + outcome.mtorc1 + outcome.probeMTORC1 { #expect(abs(value) < 1e-9) }
  }

  /// A person all of whose drivers are at the reference is the reference.
  @Test func driversTogetherCoverEverything() {
    var person = ReferencePerson.shipped.male
    person.values = person.values.map { $0 * 1.7 }
    person.gfr = 20
    person.dialysis = .haemodialysis
    person.prealbumin = 120
    let whole = Driver.allCases.reduce(person) { $1.atReference($0, .init(ReferencePerson.shipped.male)) }
    var expected = ReferencePerson.shipped.male
    // CRP only weighs albumin, and stands with it.
    expected.values[PopulationVariable.crp.rawValue] = person[.crp]
    // And the levels were measured where less was cleared.
    expected.filtrationOfLabs = MappingConstants.shipped[.dialysisGFR]
    #expect(whole == expected)
  }

  @Test func kidneyDrivesResistanceInTheWasted() throws {
    let explanation = try Self.explained.get().1
    let kidney = try #require(explanation.counterfactuals.first { $0.effect.driver == .kidney })
    #expect(kidney.effect.insulinResistance[Tissue.muscle.rawValue] < -0.05)
    let sizes = explanation.counterfactuals.map { abs($0.effect.insulinResistance[0]) }
    #expect(sizes == sizes.sorted(by: >))
    for one in explanation.counterfactuals { #expect(abs(one.probabilities.reduce(0, +) - 1) < 1e-12) }
  }

  /// What is stored with the answer is what explain shows: the same draws, though explain solves for the arms besides.
  @Test func driversOfTheAnswerAreThoseOfTheExplanation() throws {
    let explanation = try Self.explained.get().1
    #expect(explanation.result.drivers.map(\.driver) == Driver.allCases)
    #expect(try Scorer.shipped(draws: 8).score(PanelBlock([.wasted]))[0].drivers.isEmpty, "where nobody asks")
    for one in explanation.counterfactuals {
      #expect(explanation.result.drivers.first { $0.driver == one.effect.driver } == one.effect)
    }
  }

  @Test func everyMeasuredLabIsTakenAwayOnce() throws {
    let explanation = try Self.explained.get().1
    // On haemodialysis GFR is not an input.
    #expect(
      explanation.removals.map(\.analyte) == Analyte.mechanismInputs.filter { $0 != .egfr } + [.prealbumin])
    for removal in explanation.removals {
      let isLab = Analyte.mechanismLabs.contains(removal.analyte)
      #expect(removal.result.labsMissing == (isLab ? [removal.analyte] : []))
    }
    #expect(!explanation.inputs.contains { $0.analyte == .egfr })
    #expect(explanation.inputs.allSatisfy { $0.isMeasured })
  }
}

extension Person {
  fileprivate init(_ person: Person) { self = person }
}

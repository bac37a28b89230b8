import CResources
import Domain
import Testing

@testable import Mechanism

/// The shipped tables of claims, experiments, clamps and backgrounds fit one another and the model.
@Suite struct ExperimentTableTests {
  /// Claims that count and are only whole persons classified, not comparisons of a readout (`PhenotypeExperiments`).
  static let classified = ["P01"]

  @Test func everyClaimThatCountsHasAnExperiment() throws {
    let tested = Set(try Experiment.shipped().map(\.claim))
    let without = Claim.all.filter { $0.standing == .claimed && !tested.contains($0.identifier) }.map(\.identifier)
    #expect(without == Self.classified)
  }

  @Test func everyExperimentHasItsClaim() throws {
    let claims = Set(Claim.all.map(\.identifier))
    for experiment in try Experiment.shipped() {
      #expect(claims.contains(experiment.claim))
      #expect(experiment.identifier.hasPrefix(experiment.claim + "."))
      #expect(!experiment.title.isEmpty)
    }
  }

  /// Together they name a row of the results.
  @Test func anExperimentReadsAVariableOnce() throws {
    let names = try Experiment.shipped().map { "\($0.identifier) \($0.comparison.readout)" }
    #expect(Set(names).count == names.count)
  }

  /// `ConditionProblem` refuses what the model lacks by name (see `ConditionPlanTests`).
  @Test func everyReadoutInputAndBackgroundExists() throws {
    let model = try ExperimentModel.shipped()
    #expect(throws: Never.self) { _ = try ConditionProblem(model, Experiment.shipped().map(\.comparison)) }
  }

  /// An expectation of its own for each kind of measure: an optimum is inside or not, all else goes up, down or stays.
  @Test func expectationsFitTheirMeasures() throws {
    for experiment in try Experiment.shipped() {
      let isOptimum = experiment.comparison.measure == .optimum
      #expect((experiment.expected == .optimum) == isOptimum, "\(experiment.identifier)")
      // The direction of a half effect is no claim.
      #expect(experiment.comparison.measure != .halfEffect, "\(experiment.identifier)")
    }
  }

  @Test func everyClampAndBackgroundHasItsSource() {
    for file in [DataFile(rheostat_clamps_csv()), DataFile(rheostat_backgrounds_csv())] {
      #expect(!file.rows.isEmpty)
      for row in file.rows.indices {
        #expect(file.rows[row].count == file.header.count, "\(file.rows[row])")
        #expect(!file.value(row, "source").isEmpty, "\(file.rows[row])")
      }
    }
  }

  /// A clamp that cannot be read would only show where a row uses it.
  @Test func everyClampCanBeRead() {
    let file = DataFile(rheostat_clamps_csv())
    #expect(Set(file.rows.indices.map { file.value($0, "clamp") }).count == file.rows.count)
    for row in file.rows.indices { #expect(Change.parse(file.value(row, "changes"))?.isEmpty == false) }
  }

  /// What stands in the table and nobody reads would silently be the reference man's.
  @Test func everyQuantityOfABackgroundIsRead() {
    let known =
      PopulationVariable.allCases.map(\.analyte.name)
      + ["age", "egfr", "diabetes", "dialysis", "fat_mass", "meal_glucose"]
    let file = DataFile(rheostat_backgrounds_csv())
    var seen: Set<[String]> = []
    for row in file.rows.indices {
      let (background, quantity) = (file.value(row, "background"), file.value(row, "quantity"))
      #expect(known.contains(quantity), "\(quantity)")
      #expect(Double(file.value(row, "value"))?.isFinite == true, "\(background) \(quantity)")
      #expect(seen.insert([background, quantity]).inserted, "\(background) \(quantity) stands twice")
    }
  }

  @Test func claimsAreReadWithTheirStanding() {
    let file = DataFile(rheostat_claims_csv())
    #expect(Claim.all.count == file.rows.count)
    for (row, claim) in Claim.all.enumerated() {
      // A word that is not known would have become `not modelled`.
      #expect(claim.standing.rawValue == file.value(row, "standing"), "\(claim.identifier)")
      #expect(!claim.statement.isEmpty)
    }
    #expect(Set(Claim.all.map(\.identifier)).count == Claim.all.count)
  }

  @Test func anUnknownExpectationIsRefusedWithItsRow() {
    let file = ComparisonText.file("experiment,claim,expected,metric\nC01.1,C01,rising,log2 ratio\n")
    let fault = #expect(throws: Comparison.Fault.self) { _ = try Experiment.all(file, clamps: [:]) }
    #expect(fault?.description == "Row 2: \"rising\" is no expectation.")
  }
}

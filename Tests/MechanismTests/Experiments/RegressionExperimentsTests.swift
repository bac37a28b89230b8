import CResources
import Domain
import Testing

@testable import Mechanism

/// Expected values are analytic: the tables' logarithmic means are linear, so that ratios follow from single coefficients.
@Suite struct RegressionExperimentsTests {
  /// A coefficient of `population.csv`.
  private func coefficient(_ analyte: String, _ column: String) throws -> Double {
    let file = DataFile(rheostat_population_csv())
    let row = try #require(file.rows.indices.first { file.value($0, "analyte") == analyte })
    return try #require(Double(file.value(row, column)))
  }

  private func found(_ experiment: String, _ readout: String) throws -> Double {
    let rows = RegressionExperiments.results().filter { $0.experiment == experiment && $0.readout == readout }
    #expect(rows.map(\.variant) == ["A", "B"])
    #expect(rows[0].found == rows[1].found)
    return rows[0].found
  }

  private let naturalLogarithmOf2 = 0.6931471805599453

  @Test func levelsAtALowerFiltrationRate() throws {
    // The deficit is 1 at GFR 15, a third at 45, and none from 60 on.
    for (experiment, analyte, deficit) in [
      ("C22.2", "leptin", 1.0), ("C26.1", "adiponectin", 1), ("C55.1", "tnf_alpha", 1.0 / 3), ("C55.1", "il6", 1.0 / 3),
    ] {
      let expected = try coefficient(analyte, "gfr_deficit") * deficit / naturalLogarithmOf2
      #expect(abs(try found(experiment, analyte) - expected) < 1e-12, "\(experiment) \(analyte)")
    }
  }

  @Test func leptinByDialysis() throws {
    let expected = try coefficient("leptin", "peritoneal") - coefficient("leptin", "haemodialysis")
    #expect(abs(try found("C22.1", "leptin") - expected / naturalLogarithmOf2) < 1e-12)
  }

  /// The load at GFR 10 is (1/10 - 1/90) / (1/5 - 1/90) = 8/17; the drive falls by its share.
  @Test func driveOfIGF1() throws {
    let mapping = DataFile(rheostat_mapping_csv())
    func constant(_ name: String) throws -> Double {
      let row = try #require(mapping.rows.indices.first { mapping.value($0, "name") == name })
      return try #require(Double(mapping.value(row, "value")))
    }
    #expect(try constant("load_gfr_from") == 90)
    #expect(try constant("load_clearance_full") == 5)
    let expected = ExperimentMath.log2Ratio(1 - (try constant("igf1_fall")) * 8 / 17, 1)
    #expect(abs(try found("C33.2", "igf1_drive") - expected) < 1e-12)
  }

  @Test func theyAreNoEvidence() throws {
    let regressions = Claim.all.filter { $0.standing == .inputRegression }.map(\.identifier)
    for result in RegressionExperiments.results() {
      #expect(regressions.contains(result.claim))
      #expect(result.status == .notClaimed)
      #expect(result.basis == .byConstruction)
      #expect(!result.note.isEmpty)
      // As the review expects: only the direction is its own.
      #expect((result.expected == "up") == (result.found >= 0.1))
      #expect((result.expected == "down") == (result.found <= -0.1))
      #expect(result.shareAgree == 1)
    }
    #expect(Set(RegressionExperiments.results().map(\.claim)) == Set(regressions))
  }
}

import Domain
import Testing

@testable import Store

@Suite struct PhenotypeCodingTests {
  private let result: PhenotypeResult = {
    func summary(_ start: Double) -> DrawSummary {
      DrawSummary(median: start, low: start - 1, high: start + 1, mean: start + 0.1)
    }
    return PhenotypeResult(
      verdict: .indeterminate, reasonCode: "", reason: "", probabilities: [0.1, 0.2, 0.3, 0.4],
      probabilitiesByVariant: [[0.2, 0.2, 0.2, 0.4], [0, 0.2, 0.4, 0.4]], monteCarloErrorMax: 0.02, draws: 0,
      failedDraws: 0, insulinResistance: [summary(1), summary(2), summary(3)],
      mtorc1: [summary(4), summary(5), summary(6)], probeMTORC1: [summary(7), summary(8), summary(9)],
      arms: [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]], labsMissing: [],
      gains: [InformationGain(analyte: .leptin, settles: 0.2, narrows: 0.1)],
      drivers: [
        DriverEffect(driver: .glucose, insulinResistance: [-0.1, 0, 0.2], mtorc1: [0.3, -0.4, 0]),
        DriverEffect(driver: .vitaminD, insulinResistance: [0, 0, 0], mtorc1: [0, 0, 0]),
      ], guards: [], caveats: [])
  }()

  @Test func comesBackAsItWas() { #expect(PhenotypeCoding.decode(PhenotypeCoding.encode(result)) == result) }

  /// What was stored before drivers were has none.
  @Test func withoutDriversThereAreNone() {
    let bytes = PhenotypeCoding.encode(result).dropLast(8 * 6 * Driver.allCases.count)
    var expected = result
    expected.drivers = []
    #expect(PhenotypeCoding.decode(Array(bytes)) == expected)
  }
}

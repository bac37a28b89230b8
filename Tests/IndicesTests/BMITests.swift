import Domain
import Testing

@testable import Indices

@Suite struct BMITests {
  /// The CDC's worked example: 68 kg and 165 cm give 24.98 (cdc.gov, "Calculating BMI using the metric system").
  @Test func isWeightOverHeightSquared() {
    let visit = TestVisit().with(.weight, 68, "kg").with(.height, 165, "cm")
    #expect(abs(BMI.compute(visit.row).value - 24.98) < 0.005)
  }

  @Test func aReportedValueStandsFirst() {
    let visit = TestVisit().with(.weight, 68, "kg").with(.height, 165, "cm").with(.bmi, 31)
    #expect(BMI.compute(visit.row) == .computed(31))
  }
}

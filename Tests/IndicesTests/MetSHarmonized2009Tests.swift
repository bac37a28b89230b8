import Domain
import Testing

@testable import Indices

@Suite struct MetSHarmonized2009Tests {
  private let person = TestVisit().with(.sex, "male").with(.ethnicity, "europid").with(.waist, 95)
    .with(.triglyceride, 1.7).with(.hdl, 1.02).with(.sbp, 120).with(.dbp, 70).with(.glucose, 5.6)

  /// Alberti 2009: three of five, waist by population and none obligatory.
  @Test func needsAnyThree() {
    #expect(MetSHarmonized2009.evaluate(person.row).measured == .present)
    #expect(MetSHarmonized2009.evaluate(person.with(.ethnicity, "us_white").row).measured == .absent)
    #expect(MetSHarmonized2009.evaluate(person.with(.waist, 80).with(.sbp, 130).row).measured == .present)
  }

  /// HDL 1.02 mmol/L in a man is not below 1.0, though it is below the 1.03 of 2005.
  @Test func hasItsOwnHDLLimit() {
    #expect(MetSHarmonized2009.evaluate(person.row).criteriaMeasured[2] == .notMet)
    #expect(MetSNCEP2005.evaluate(person.row).criteriaMeasured[2] == .met)
  }
}

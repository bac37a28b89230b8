import Domain
import Testing

@testable import Indices

@Suite struct BodyMassIndexTests {
  /// 70 kg at 175 cm: 22.86 kg/m2 (definition, WHO Technical Report 894).
  @Test func comesFromHeightAndWeight() throws {
    let visit = TestVisit().with(.weight, 70).with(.height, 1.75, "m")
    #expect(abs(try #require(BodyMassIndex.derive(visit.panel)) - 22.857142857) < 1e-8)
    #expect(BodyMassIndex.derive(visit.with(.bmi, 23.1).panel) == 23.1)
  }

  @Test func isNilOtherwise() {
    #expect(BodyMassIndex.derive(TestVisit().with(.weight, 70).panel) == nil)
    #expect(BodyMassIndex.derive(TestVisit().with(.weight, 70).with(.height, 0).panel) == nil)
    #expect(BodyMassIndex.missing(TestVisit().with(.weight, 70).row) == [InputSet(.bmi), InputSet(.height)])
    #expect(BodyMassIndex.missing(TestVisit().with(.bmi, 22).row) == [])
  }
}

import Domain
import Testing

@testable import Mechanism

@Suite struct UraemicLoadTests {
  private func load(gfr: Double, _ dialysis: Dialysis = .none) -> Double {
    var person = ReferencePerson.shipped.male
    person.gfr = gfr
    person.dialysis = dialysis
    return UraemicLoad.load(person)
  }

  @Test func followsFiltrationWithoutDialysis() {
    #expect(load(gfr: 120) == 0)
    #expect(load(gfr: 90) == 0)
    #expect(load(gfr: 0) == 1)
    #expect(load(gfr: 20) > load(gfr: 50))
  }

  /// Creatinine means nothing on dialysis: the reported eGFR must not move the load.
  @Test(arguments: [Dialysis.haemodialysis, .peritoneal]) func comesFromModalityOnDialysis(modality: Dialysis) {
    #expect(load(gfr: 5, modality) == load(gfr: 60, modality))
    // Dialysis takes part of the load away (DeFronzo 1978).
    #expect(load(gfr: 5, modality) < load(gfr: 5))
  }
}

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
    // By hand: (1/25 - 1/90) / (1/5 - 1/90) = 13/85.
    #expect(abs(load(gfr: 25) - 13.0 / 85) < 1e-12)
    #expect(load(gfr: 20) > load(gfr: 50))
  }

  /// Creatinine means nothing on dialysis: the reported eGFR must not move the load.
  @Test(arguments: [Dialysis.haemodialysis, .peritoneal]) func comesFromModalityOnDialysis(modality: Dialysis) {
    #expect(load(gfr: 5, modality) == load(gfr: 60, modality))
    // Dialysis takes part of the load away (DeFronzo 1978).
    #expect(load(gfr: 5, modality) < load(gfr: 5))
  }

  /// Casino and Lopez 1996: thrice weekly, Kt/V 1.3 a session clears as much as 14 mL/min of continuous clearance.
  @Test func equivalentClearanceOfHaemodialysis() {
    var person = ReferencePerson.shipped.male
    person.dialysis = .haemodialysis
    person.ktV = 1.3
    person.residualClearance = 0
    #expect(abs(UraemicLoad.clearance(person) - 14) < 1e-12)
    person.residualClearance = 3
    #expect(abs(UraemicLoad.clearance(person) - 17) < 1e-12)
  }

  /// By arithmetic: a weekly Kt/V of 1.7 of 35 L is 59.5 L in 10,080 minutes, 5.9 mL/min.
  @Test func clearanceOfPeritonealDialysis() {
    var person = ReferencePerson.shipped.male
    person.dialysis = .peritoneal
    person.ktV = 1.7
    person.residualClearance = 0
    #expect(abs(UraemicLoad.clearance(person) - 5.9) < 0.06)
  }

  @Test(arguments: [Dialysis.haemodialysis, .peritoneal]) func moreDialysisAndMoreResidualFunctionIsLessLoad(
    modality: Dialysis
  ) {
    var person = ReferencePerson.shipped.male
    person.dialysis = modality
    var last = 1.0
    for dose in [0.4, 0.9, 1.4, 2.0] {
      person.ktV = dose
      #expect(UraemicLoad.load(person) < last)
      last = UraemicLoad.load(person)
    }
    person.residualClearance = 8
    #expect(UraemicLoad.load(person) < last)
  }
}

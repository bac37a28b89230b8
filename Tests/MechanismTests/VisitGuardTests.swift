import Domain
import Testing

@testable import Mechanism

@Suite struct VisitGuardTests {
  private func hit(_ change: (inout TestPatient) -> Void) -> [VisitGuard] {
    var patient = TestPatient.lean
    change(&patient)
    return VisitGuard.hit(by: PanelBlock([patient])[0])
  }

  @Test func nothingIsGuardedInAnOrdinaryVisit() { #expect(hit { _ in }.isEmpty) }

  @Test func eachGuard() {
    let yes = TestPatient.yes
    #expect(hit { $0.codes[.drugInsulin] = yes } == [.exogenousInsulin])
    #expect(hit { $0.codes[.diabetes] = Diabetes.type1.rawValue } == [.exogenousInsulin])
    #expect(hit { $0.codes[.drugMTOR] = yes } == [.mtorInhibitor])
    #expect(hit { $0.codes[.drugSteroid] = yes } == [.glucocorticoid])
    #expect(hit { $0.codes[.drugCalcineurin] = yes } == [.calcineurinInhibitor])
    #expect(hit { $0.labs[.crp] = 51 } == [.acuteInflammation])
    #expect(hit { $0.labs[.crp] = 50 }.isEmpty)
    #expect(hit { $0.codes[.infection] = yes } == [.acuteInflammation])
    #expect(hit { $0.codes[.dialysisSample] = yes } == [.dialysisSample])
    #expect(hit { $0.codes[.fasting] = TestPatient.no } == [.notFasting])
    #expect(hit { $0.codes[.fasting] = 0 }.isEmpty)
    #expect(hit { $0.codes[.pregnant] = yes } == [.pregnancy])
    #expect(hit { $0.age = 17 } == [.underAge])
    #expect(hit { $0.labs[.adiponectin] = 80 } == [.offScale])
    #expect(hit { $0.labs[.tnfAlpha] = 300 } == [.offScale])
  }

  @Test func unknownFastingAndPeritonealDwellAreCaveats() {
    var patient = TestPatient.lean
    patient.codes[.fasting] = 0
    patient.codes[.dialysis] = Dialysis.peritoneal.rawValue
    let row = PanelBlock([patient])[0]
    #expect(VisitGuard.hit(by: row).isEmpty)
    #expect(VisitGuard.caveats(for: row, gfr: nil).count == 2)
  }
}

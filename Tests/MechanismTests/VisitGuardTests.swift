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

  /// A value reported as above a limit stands at it: "CRP > 50" is guarded, "CRP > 49" is not known to be.
  /// Bounds: `guard_...` in `Model/mapping.csv`.
  @Test(arguments: [
    (Analyte.crp, 50.0, VisitGuard.acuteInflammation), (.tnfAlpha, 40, .offScale), (.il6, 100, .offScale),
    (.adiponectin, 60, .offScale),
  ]) func upperBounds(analyte: Analyte, bound: Double, guardCase: VisitGuard) {
    #expect(hit(analyte, bound * 1.01, .measured) == [guardCase])
    #expect(hit(analyte, bound, .measured).isEmpty)
    #expect(hit(analyte, bound * 1.01, .aboveLimit) == [guardCase])
    #expect(hit(analyte, bound, .aboveLimit) == [guardCase])
    #expect(hit(analyte, bound * 0.99, .aboveLimit).isEmpty)
    // "< 1.5 bounds" stands at 0.75 bounds.
    #expect(hit(analyte, bound * 0.75, .belowLimit).isEmpty)
  }

  /// A value reported as below L stands at L/2: it is guarded where L is no higher than the bound.
  @Test(arguments: [(Analyte.tnfAlpha, 0.2), (.il6, 0.05), (.adiponectin, 0.5)])
  func lowerBounds(analyte: Analyte, bound: Double) {
    #expect(hit(analyte, bound * 0.99, .measured) == [.offScale])
    #expect(hit(analyte, bound, .measured).isEmpty)
    #expect(hit(analyte, bound / 2, .belowLimit) == [.offScale])
    #expect(hit(analyte, bound * 0.4, .belowLimit) == [.offScale])
    #expect(hit(analyte, bound * 0.6, .belowLimit).isEmpty)
    #expect(hit(analyte, bound * 0.99, .aboveLimit).isEmpty)
  }

  private func hit(_ analyte: Analyte, _ value: Double, _ status: ValueStatus) -> [VisitGuard] {
    var block = PanelBlock([.lean])
    block[analyte, 0].value = value
    block[analyte, 0].status = status
    return VisitGuard.hit(by: block[0])
  }

  private func caveats(gfr: Double? = 100, _ change: (inout TestPatient) -> Void) -> [String] {
    var patient = TestPatient.lean
    let recorded: [Covariate] = [.drugInsulin, .drugMTOR, .drugSteroid, .drugCalcineurin, .infection]
    for one in recorded { patient.codes[one] = TestPatient.no }
    change(&patient)
    return VisitGuard.caveats(for: PanelBlock([patient])[0], gfr: gfr)
  }

  @Test func unknownFastingAndPeritonealDwellAreCaveats() {
    let caveats = caveats {
      $0.codes[.fasting] = 0
      $0.codes[.dialysis] = Dialysis.peritoneal.rawValue
      $0.codes[.dialysisSample] = TestPatient.no
    }
    #expect(caveats.count == 3)
  }

  /// Bajaj 2004 and 2007: pioglitazone raises plasma adiponectin two- to threefold, so that nobody's without it may be drawn.
  @Test func aGlitazoneIsGuardedWhereAdiponectinIsMissing() {
    #expect(
      hit {
        $0.codes[.drugGlitazone] = TestPatient.yes
        $0.labs[.adiponectin] = nil
      } == [.glitazone])
    #expect(hit { $0.codes[.drugGlitazone] = TestPatient.yes }.isEmpty)
    let caveats = caveats { $0.codes[.drugGlitazone] = TestPatient.yes }
    #expect(caveats.count == 1 && caveats[0].contains("measured adiponectin"))
  }

  @Test func metforminAndOtherDrugsHaveTheirOwnCaveat() {
    let metformin = caveats { $0.codes[.drugMetformin] = TestPatient.yes }
    #expect(metformin.count == 1 && metformin[0].contains("AMPK"))
    let other = caveats { $0.codes[.drugGlucose] = TestPatient.yes }
    #expect(other.count == 1 && other[0].contains("glucose-lowering"))
    // Nobody says whether the drug of the one column is that of the other.
    let both = caveats {
      $0.codes[.drugGlucose] = TestPatient.yes
      $0.codes[.drugMetformin] = TestPatient.yes
    }
    #expect(both == metformin + other)
    #expect(caveats { $0.codes[.drugMetformin] = TestPatient.no }.isEmpty)
  }

  /// Clamps: 5 mg of prednisone a day does nothing that can be seen (Midtvedt 2004), 7.5 mg does (van Raalte 2011).
  @Test func aSmallDoseOfSteroidIsACaveat() {
    #expect(hit(.steroidDose, 5, .measured).isEmpty)
    #expect(hit(.steroidDose, 7.5, .measured) == [.glucocorticoid])
    let caveats = caveats {
      $0.codes[.drugSteroid] = TestPatient.yes
      $0.labs[.steroidDose] = 5
    }
    #expect(caveats.count == 1 && caveats[0].contains("glucocorticoid"))
  }

  /// Boots 2002: secretion is less at 9.5 than at 6.4 ug/L of tacrolimus.
  @Test func tacrolimusIsGuardedByItsTrough() {
    #expect(hit(.tacrolimus, 6.4, .measured).isEmpty)
    #expect(hit(.tacrolimus, 9.5, .measured) == [.calcineurinInhibitor])
  }

  @Test func whatIsNotGuardedAgainstIsNamed() {
    func named(_ names: String) -> [String] { ["Not recorded, so not guarded against: \(names)."] }
    #expect(caveats { _ in }.isEmpty)
    #expect(caveats { $0.codes[.drugInsulin] = 0 } == named("insulin treatment"))
    #expect(caveats { $0.codes[.drugMTOR] = 0 } == named("mTOR inhibitor"))
    #expect(caveats { $0.codes[.drugSteroid] = 0 } == named("glucocorticoid"))
    #expect(caveats { $0.codes[.drugCalcineurin] = 0 } == named("calcineurin inhibitor"))
    #expect(caveats { $0.codes[.infection] = 0 } == named("infection"))
    #expect(caveats { $0.labs[.adiponectin] = nil } == named("glitazone"))
    #expect(
      caveats {
        $0.labs[.adiponectin] = nil
        $0.codes[.drugGlucose] = TestPatient.no
      }.isEmpty)
    #expect(
      caveats {
        $0.codes[.dialysis] = 2
        $0.labs[.ktV] = 1.4
      } == named("sample during dialysis"))
    #expect(caveats { $0.codes[.dialysis] = 0 } == named("dialysis (taken as none), sample during dialysis"))
    #expect(
      caveats {
        $0.codes[.drugMTOR] = 0
        $0.codes[.infection] = 0
      } == named("mTOR inhibitor, infection"))
  }

  /// Pregnancy is asked of women from 18 to 50, the ends included.
  @Test(arguments: [(17.0, false), (18, true), (50, true), (51, false)])
  func pregnancyIsNamedInWomenOfThatAge(age: Double, isNamed: Bool) {
    func caveats(_ sex: UInt8, _ pregnant: UInt8) -> [String] {
      self.caveats {
        $0.age = age
        $0.codes[.sex] = sex
        $0.codes[.pregnant] = pregnant
      }
    }
    #expect(caveats(TestPatient.female, 0).contains { $0.contains("pregnancy") } == isNamed)
    #expect(caveats(TestPatient.female, TestPatient.no).isEmpty)
    #expect(caveats(TestPatient.male, 0).isEmpty)
  }

  @Test func creatinineInWastingIsACaveat() {
    func warns(gfr: Double? = 50, _ change: (inout TestPatient) -> Void) -> Bool {
      caveats(gfr: gfr, change).contains { $0.hasPrefix("In wasting") }
    }
    #expect(warns { $0.labs[.albumin] = 34.9 })
    #expect(warns { $0.labs[.bmi] = 18.4 })
    #expect(
      !warns {
        $0.labs[.albumin] = 35; $0.labs[.bmi] = 18.5
      })
    #expect(
      !warns {
        $0.labs[.albumin] = nil; $0.labs[.bmi] = nil
      })
    #expect(!warns(gfr: nil) { $0.labs[.albumin] = 30 })
    #expect(
      !warns {
        $0.labs[.albumin] = 30; $0.codes[.dialysis] = 2
      })
    var block = PanelBlock([.wasted])
    block[Covariate.dialysis, 0] = Dialysis.none.rawValue
    func warns() -> Bool { VisitGuard.caveats(for: block[0], gfr: 50).contains { $0.hasPrefix("In wasting") } }
    #expect(warns())
    block.egfrEquation[0] = "CKD-EPI 2012 cystatin C"
    #expect(!warns())
  }
}

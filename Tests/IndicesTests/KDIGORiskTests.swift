import Domain
import Testing

@testable import Indices

@Suite struct KDIGORiskTests {
  /// A value as reported, or the limit below or above which it is.
  private typealias Reported = (value: Double, status: ValueStatus)

  private func visit(_ egfr: Reported?, _ ratio: Reported?, age: Double = 50) -> TestVisit {
    func entered(_ one: Reported) -> Double {
      one.status == .belowLimit ? one.value * Censoring.belowLimitFraction : one.value
    }
    var visit = TestVisit(age: age)
    if let egfr { visit = visit.with(.egfr, entered(egfr), nil, egfr.status) }
    if let ratio { visit = visit.with(.uacr, entered(ratio), "mg/mmol", ratio.status) }
    return visit
  }

  private func risk(_ visit: TestVisit) -> IndexValue { KDIGORisk.compute(visit.row) }

  /// The map as KDIGO prints it (2024, doi 10.1016/j.kint.2023.10.018): a limit counts where all cells that it leaves have one
  /// colour, and those where they have not.
  @Test func aLimitCountsWhereAllItsCellsAgree() {
    let a3: Reported = (40, .measured)
    #expect(risk(visit((60, .aboveLimit), a3)) == .computed(3))
    #expect(risk(visit((60, .aboveLimit), (1, .measured))) == .computed(1, caveat: .needsDamageMarker))
    #expect(risk(visit((30, .belowLimit), nil)) == .computed(4))
    #expect(risk(visit((45, .belowLimit), a3)) == .computed(4))
    #expect(risk(visit((40, .measured), (5, .aboveLimit))) == .computed(4))
    #expect(risk(visit((60, .belowLimit), a3)) == .computed(4))
    for open in [
      visit((50, .aboveLimit), a3), visit((45, .belowLimit), (1, .measured)), visit((50, .measured), (15, .aboveLimit)),
      visit((60, .aboveLimit), (5, .belowLimit)),
    ] {
      #expect(risk(open) =~ .none(.notComputable, .censoredInput))
    }
  }

  /// What is missing is said before a limit, which a new sample would not settle by itself.
  @Test func saysWhatIsMissing() {
    #expect(risk(visit((60, .aboveLimit), nil)) =~ .missing(InputSet(.uacr)))
    #expect(risk(visit(nil, (15, .aboveLimit))).missing == [InputSet(.egfr), InputSet(.creatinine), InputSet(.sex)])
    #expect(risk(visit(nil, nil)).missing.contains(InputSet(.uacr)))
    #expect(risk(visit((70, .measured), (-1, .measured))).reason == .outsideDomain)
  }

  /// The map was made of cohorts of adults.
  @Test func isForAdults() {
    #expect(risk(visit((50, .measured), (1, .measured), age: 17)) =~ .none(.notApplicable, .minor))
    #expect(risk(visit((50, .measured), (1, .measured), age: 18)) == .computed(2))
  }
}

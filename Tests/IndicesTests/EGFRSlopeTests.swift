import Domain
import Testing

@testable import Indices

@Suite struct EGFRSlopeTests {
  /// One person's visits with a reported eGFR.
  private func panel(_ visits: [(day: Int, egfr: Double)], equations: [String] = []) -> PanelBlock {
    var block = PanelBlock(
      visits: visits.enumerated().map {
        VisitIdentity(row: Int64($0 + 1), patient: 1, ordinal: $0 + 1, day: $1.day, randomKey: 0)
      })
    for (row, visit) in visits.enumerated() {
      block.age[row] = 60
      block[Covariate.dialysis, row] = Dialysis.none.rawValue
      block[Analyte.egfr, row] = LabValue(value: visit.egfr, reported: visit.egfr)
      if row < equations.count { block.egfrEquation[row] = equations[row] }
    }
    return block
  }

  /// numpy 2, polyfit of the first degree on days / 365.25.
  @Test func agreesWithNumpy() {
    let block = panel([(0, 58), (100, 55.5), (260, 51), (400, 49.2), (777, 40)])
    #expect(abs(EGFRSlope.compute(block[4]).value - -8.335_108_316_217_31) < 1e-12)
    #expect(abs(EGFRSlope.compute(block[2]).value - -9.874_491_279_069_776) < 1e-12)
    #expect(EGFRSlope.compute(block[1]).reason == .tooFewVisits)
  }

  /// Ninety days are enough whenever they begin, and eighty-nine are not.
  @Test func ninetyDaysAreEnough() {
    for start in 0..<1500 {
      #expect(EGFRSlope.compute(panel([(start, 60), (start + 40, 58), (start + 90, 55)])[2]).status == .computed)
      #expect(EGFRSlope.compute(panel([(start, 60), (start + 40, 58), (start + 89, 55)])[2]).reason == .tooFewVisits)
    }
  }

  /// Visits whose eGFR came about in another way are left out.
  @Test func oneWayToTheRate() {
    let block = panel([(0, 60), (50, 90), (100, 58), (200, 55)], equations: ["EKFC", "MDRD", "EKFC", "EKFC"])
    let pure = panel([(0, 60), (100, 58), (200, 55)], equations: ["EKFC", "EKFC", "EKFC"])
    #expect(EGFRSlope.compute(block[3]).value == EGFRSlope.compute(pure[2]).value)
  }
}

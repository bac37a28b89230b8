import Domain
import Testing

@testable import Indices

@Suite struct KDIGOAlbuminuriaCategoryTests {
  private func level(_ value: Double, _ unit: String, _ status: ValueStatus = .measured) -> String? {
    let visit = TestVisit().with(.uacr, value, unit, status)
    return KDIGOAlbuminuriaCategory.definition.level(of: KDIGOAlbuminuriaCategory.compute(visit.row))
  }

  /// Oracle: the R package kidney.epi 1.4.0, except at exactly 300 mg/g and 30 mg/mmol, which it puts into A3 and KDIGO's
  /// table (A2 30-300, A3 > 300) into A2.
  @Test func agreesWithOracleOffTheUpperLimit() {
    let rows = vectors(Vectors.kdigoA)
    #expect(rows.count == 6)
    for row in rows {
      let onLimit = [300, 30].contains(row.number("acr")) && row["category"] == "A3"
      #expect(level(row.number("acr"), row["unit"] ?? "") == (onLimit ? "A2" : row["category"]), "\(row)")
    }
  }

  /// KDIGO 2012, recommendation 1.2.4 (doi 10.1038/kisup.2012.77).
  @Test(arguments: [
    (29.9, "mg/g", "A1"), (30, "mg/g", "A2"), (300, "mg/g", "A2"), (300.1, "mg/g", "A3"), (2.9, "mg/mmol", "A1"),
    (3, "mg/mmol", "A2"), (30, "mg/mmol", "A2"), (30.1, "mg/mmol", "A3"), (3, "g/mol", "A2"), (29.9, "g/kg", "A1"),
    (30, "ug/mg", "A2"), (0.03, "mg/mg", "A2"), (0.3, "mg/mg", "A2"), (0.301, "mg/mg", "A3"), (0.029, "mg/mg", "A1"),
  ])
  func cutsInTheReportedUnit(value: Double, unit: String, category: String) {
    #expect(level(value, unit) == category)
  }

  /// 3.2 mg/mmol is 28.3 mg/g: A2 as reported in mg/mmol, and A1 had it been converted first.
  @Test func doesNotConvertFirst() {
    #expect(level(3.2, "mg/mmol") == "A2")
    #expect(level(28.3, "mg/g") == "A1")
  }

  @Test func classesALimitOnlyWhereItSaysEnough() {
    #expect(level(2.5, "mg/g", .belowLimit) == "A1")
    #expect(level(300, "mg/g", .aboveLimit) == "A3")
    #expect(level(20, "mg/g", .belowLimit) == nil)
    #expect(level(30, "mg/g", .aboveLimit) == nil)
    let open = KDIGOAlbuminuriaCategory.compute(TestVisit().with(.uacr, 20, "mg/g", .belowLimit).row)
    #expect(open.reason == .censoredInput)
    #expect(KDIGOAlbuminuriaCategory.compute(TestVisit().row).missing == InputSet(.uacr))
  }
}

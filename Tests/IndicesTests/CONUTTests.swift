import Domain
import Testing

@testable import Indices

@Suite struct CONUTTests {
  private static let visit = TestVisit()
    .with(.albumin, 32).with(.lymphocytes, 1.0).with(.cholesterol, 3.1)

  /// de Ulibarri 2005: albumin 3.2 g/dL 2 points, 1000 lymphocytes 2, cholesterol 120 mg/dL (3.1 mmol/L) 2.
  @Test func pointsAreThoseOfTheTable() {
    let value = CONUT.compute(Self.visit.row)
    #expect(value.value == 6 && value.status == .computed && value.reason == .none)
  }

  /// Statins lower cholesterol, and so raise the score: flagged, with the points as they are.
  @Test func aStatinFlagsTheScore() {
    let value = CONUT.compute(Self.visit.with(.drugStatin, "yes").row)
    #expect(value.value == 6 && value.status == .outOfRange && value.reason == .onStatin)
    #expect(CONUT.compute(Self.visit.with(.drugStatin, "no").row).status == .computed)
  }
}

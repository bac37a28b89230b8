import Testing

@testable import Mechanism

@Suite struct ChangeTests {
  @Test func setsAndMultiplies() throws {
    let changes = try #require(Change.parse("raptor_m=0.1 amino_acids*1.5"))
    #expect(
      changes == [
        Change(identifier: "raptor_m", operation: .set, value: 0.1),
        Change(identifier: "amino_acids", operation: .multiply, value: 1.5),
      ])
    #expect(changes.map { $0.applied(to: 4) } == [0.1, 6])
  }

  @Test func nothingIsNoChange() { #expect(Change.parse("") == []) }

  @Test func insulinIsThatOfAllTissues() {
    #expect(Set(Change.expand("insulin")) == ["insulin_a", "insulin_m", "insulin_l"])
    #expect(Change.expand("insulin").count == 3)
    #expect(Change.parse("insulin=430")?.count == 3)
  }

  @Test func anEndingInXIsAllTissues() {
    #expect(Set(Change.expand("s6k_amount_x")) == ["s6k_amount_a", "s6k_amount_m", "s6k_amount_l"])
    #expect(Change.expand("s6k_amount_m") == ["s6k_amount_m"])
    // Only the ending counts.
    #expect(Change.expand("x_max") == ["x_max"])
  }

  @Test(arguments: [
    "raptor_m", "raptor_m=", "raptor_m=low", "=3", "*2", "akt_m*2*3", "akt_m=nan", "akt_m=inf", "akt_m = 2",
    "raptor_m=0.1 PROBE",
  ])
  func whatIsNoChangeIsRefused(text: String) { #expect(Change.parse(text) == nil) }
}

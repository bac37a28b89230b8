import Testing

@testable import Domain

@Suite struct KitScalesTests {
  private static func panel() -> PanelBlock {
    var panel = PanelBlock(visits: [VisitIdentity(row: 1, patient: 1, ordinal: 1, day: nil, randomKey: 1)])
    for (analyte, value) in [(Analyte.adiponectin, 25.0), (.il6, 3), (.glucose, 5)] {
      panel[analyte, 0].value = value
      panel[analyte, 0].reported = value
      panel[analyte, 0].status = .measured
    }
    return panel
  }

  @Test func valuesAreDividedAndNothingElseIsTouched() throws {
    let kits = try KitScales(["il6=10", "adiponectin=2.5"])
    let scaled = kits.applied(to: Self.panel())
    #expect(scaled[.adiponectin, 0].value == 10 && scaled[.il6, 0].value == 0.3)
    #expect(scaled[.adiponectin, 0].reported == 25 && scaled[.glucose, 0].value == 5)
    #expect(kits.applied(to: Self.panel()[0]).value(.adiponectin) == 10)
    #expect(KitScales.none.applied(to: Self.panel())[.adiponectin, 0].value == 25)
  }

  @Test func theOrderInWhichTheyAreGivenDoesNotMatter() throws {
    #expect(try KitScales(["il6=10", "adiponectin=2.5"]) == KitScales(["adiponectin=2.5", "il6=10.0"]))
    #expect(try KitScales(["il6=10", "adiponectin=2.5"]).words == ["adiponectin=2.5", "il6=10.0"])
  }

  @Test(arguments: [
    ("adiponectin", KitScales.Failure.form("adiponectin")), ("glucose=2", .analyte("glucose")),
    ("il6=0", .factor("il6=0")), ("il6=nan", .factor("il6=nan")), ("il6=1e9", .factor("il6=1e9")),
    ("il6=-2", .factor("il6=-2")), ("il6=0x10", .factor("il6=0x10")), ("il6=2=3", .form("il6=2=3")), ("", .form("")),
  ]) func whatIsNoScaleIsRefused(word: String, failure: KitScales.Failure) {
    #expect(throws: failure) { try KitScales([word]) }
  }

  @Test func twiceIsRefused() {
    #expect(throws: KitScales.Failure.repeated("il6")) { try KitScales(["il6=2", "il6=3"]) }
  }

  @Test func caveatsSpeakOfWhatWasMeasured() throws {
    let kits = try KitScales(["leptin=2", "il6=10"])
    let caveats = kits.caveats(for: Self.panel()[0])
    #expect(caveats.count == 1 && caveats[0].contains(Analyte.il6.info.label))
  }
}

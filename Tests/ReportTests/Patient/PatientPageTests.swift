import Domain
import Report
import Testing

@Suite struct PatientPageTests {
  private func page(_ visits: [SampleRecords.Visit]) -> String {
    String(decoding: bytes(visits), as: UTF8.self)
  }

  private func bytes(_ visits: [SampleRecords.Visit]) -> [UInt8] {
    PatientPage.render(
      SampleRecords.block(visits), rows: 0..<visits.count, catalogue: SampleCatalogue.catalogue(),
      settings: SampleRecords.settings)
  }

  @Test func pagesAreAsRecorded() throws {
    try expectSnapshot(bytes(SampleRecords.wasted), "patient-wasted.html")
    try expectSnapshot(bytes([SampleRecords.obese]), "patient-obese.html")
    try expectSnapshot(bytes([SampleRecords.bare]), "patient-bare.html")
    try expectSnapshot(bytes([SampleRecords.old]), "patient-old.html")
  }

  /// The order in which the design of the report asks for its parts.
  @Test func partsStandInTheOrderOfReading() throws {
    let text = page([SampleRecords.obese])
    let parts = [
      "Research use; not a medical device", "<h1>Patient P00002</h1>", "Why: ", "Probability of each class",
      "Insulin resistance and mTORC1 by tissue", "What makes each tissue resistant", "Laboratory values and vitals",
      "<h3>Indices</h3>", "Metabolic syndrome, criterion by criterion", "What was missing",
      "What speaks against this reading</h2>", "How this was made",
    ]
    var place = text.startIndex
    for part in parts {
      let found = try #require(text[place...].firstRange(of: part), "missing or out of order: \(part)")
      place = found.upperBound
    }
  }

  @Test func rowsOfOtherPatientsStayOut() {
    let block = SampleRecords.block(SampleRecords.cohort)
    let text = String(
      decoding: PatientPage.render(
        block, rows: 2..<3, catalogue: SampleCatalogue.catalogue(), settings: SampleRecords.settings), as: UTF8.self)
    #expect(text.contains("P00002"))
    #expect(!text.contains("P00001"))
    #expect(!text.contains("Visit 2"))
  }

  @Test func saysWhenTheMechanismWasNotRun() {
    let text = page([SampleRecords.bare])
    #expect(text.contains("The mechanism was not run for this visit."))
    #expect(!text.contains("Probability of each class"))
  }

  @Test func saysWhyItIsIndeterminate() {
    let text = page(SampleRecords.wasted)
    #expect(text.contains("Indeterminate: these labs do not settle"))
    #expect(text.contains("CRP is above 50 mg/L: an acute inflammation hides the habitual state."))
    #expect(text.contains("A guard forced this"))
  }

  @Test func hidesAgesAboveEightyNine() {
    let text = page([SampleRecords.old])
    #expect(text.contains("90 years or older"))
    #expect(!text.contains("93 ") && !text.contains(">93"))
  }

  @Test func aResultWithoutNumbersIsSaidNotDrawn() {
    let text = page([SampleRecords.old])
    #expect(text.contains("No state of the model could be solved"))
    #expect(!text.lowercased().contains("nan\""))
    #expect(!text.contains(">nan<"))
  }

  @Test(arguments: ["script", "http://", "https://", "javascript:", " style=\""])
  func isSelfContained(_ forbidden: String) {
    #expect(!page(SampleRecords.wasted).contains(forbidden))
  }

  /// The works that the mission of the project asks every report to name.
  @Test(arguments: [
    "\u{D6}st 2010", "Br\u{E4}nnmark 2013", "Nyman 2014", "Kim 1999", "Stuart 2014", "van Vliet 2018", "Tremblay 2005",
    "Krebs 2002", "Krebs 2007", "DeFronzo 1981",
  ])
  func namesTheEvidence(_ work: String) {
    #expect(page([SampleRecords.bare]).contains(work))
  }
}

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
    // Which class leads is said by the probabilities: the headline presumes none.
    #expect(text.contains("<p class=\"sentence\">Withheld: the model does not apply to this visit.</p>"))
    #expect(text.contains("<span class=\"small\">code: <code><bdi>guard_crp</bdi></code></span>"))
    #expect(text.contains("CRP is above 50 mg/L: an acute inflammation hides the habitual state."))
    #expect(text.contains("A guard forced this"))
  }

  /// What stands behind a term in the section on what was missing.
  private func missing(_ term: String, _ text: String) -> String? {
    guard let start = text.firstRange(of: "<dt>\(term)</dt><dd>")?.upperBound else { return nil }
    return text[start...].firstRange(of: "</dd>").map { String(text[start..<$0.lowerBound]) }
  }

  /// The sentence under the verdict and the section name the same labs, in the same words.
  @Test(arguments: [
    ([Analyte.ffa], "1 of the 8 labs of the mechanism is not known (Free fatty acids)."),
    (
      [.egfr, .adiponectin],
      "2 of the 8 labs of the mechanism are not known (eGFR (reported or from creatinine); Adiponectin, total)."
    ),
    (Analyte.mechanismLabs, "None of the 8 labs of the mechanism is known (Glucose, fasting; Insulin, fasting; "),
  ])
  func theMissingLabsAreTheSameEverywhere(labs: [Analyte], sentence: String) throws {
    var visit = SampleRecords.obese
    for lab in labs { visit.labs[lab] = nil }
    if labs.contains(.egfr) { visit.indices["egfr"] = nil }
    visit.phenotype?.labsMissing = labs
    let text = page([visit])
    #expect(text.contains(sentence))
    let listed = try #require(missing("Labs of the mechanism", text))
    #expect(text.contains("known (" + listed + ")"))
    // Without the mechanism the section finds them itself.
    visit.phenotype = nil
    #expect(missing("Labs of the mechanism", page([visit])) == listed)
  }

  /// KDIGO: creatinine says nothing of filtration on dialysis, so an eGFR is not missing there.
  @Test func noFiltrationIsMissingOnDialysisOrWhereItIsDerived() {
    var visit = SampleRecords.Visit(patient: 8)
    #expect(missing("Labs of the mechanism", page([visit]))?.contains("eGFR (reported or from creatinine)") == true)
    #expect(missing("Other labs and vitals", page([visit]))?.contains("Body mass index") == true)
    for dialysis: UInt8 in [2, 3] {
      visit.codes = [.dialysis: dialysis]
      #expect(missing("Labs of the mechanism", page([visit]))?.contains("eGFR") == false)
    }
    visit.codes = [.dialysis: 1]
    visit.indices = ["egfr": .computed(71)]
    #expect(missing("Labs of the mechanism", page([visit]))?.contains("eGFR") == false)
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

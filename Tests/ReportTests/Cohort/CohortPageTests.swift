import Domain
import Report
import Testing

@Suite struct CohortPageTests {
  private static let flow = [
    FlowRow(level: "row", outcome: "read", reason: "", n: 6),
    FlowRow(level: "result", outcome: "read", reason: "", n: 52),
    FlowRow(level: "result", outcome: "accepted", reason: "", n: 50),
    FlowRow(level: "result", outcome: "set_aside", reason: "duplicate", n: 1),
    FlowRow(level: "result", outcome: "rejected", reason: "unit_missing", n: 1),
  ]

  private func page(_ blocks: [ScoredBlock]) -> [UInt8] {
    var cohort = CohortPage(catalogue: SampleCatalogue.catalogue(), settings: SampleRecords.settings)
    var rows: [UInt8] = []
    for block in blocks {
      cohort.add(block)
      rows += cohort.patientRows(block)
    }
    return cohort.render(flow: Self.flow, patientRows: rows)
  }

  @Test func pageIsAsRecorded() throws {
    try expectSnapshot(page([SampleRecords.block(SampleRecords.cohort)]), "cohort.html")
  }

  /// Counted by hand from the sample: four patients, five visits; one suppressed, one overactivated, one indeterminate,
  /// one without the mechanism; the syndrome present in two by NCEP and in one by IDF.
  @Test func countsEachPatientOnce() {
    let text = String(decoding: page([SampleRecords.block(SampleRecords.cohort)]), as: UTF8.self)
    #expect(text.contains("4 patients, 5 visits"))
    #expect(
      text.contains(
        "Number of patients: sensitive 0, suppressed 1, overactivated 1, mixed 0, indeterminate 1, not run 1."))
    #expect(text.contains("100.0 % (2/2)"))
    #expect(text.contains("50.0 % (2/4)"))
    #expect(text.contains("50.0 % (1/2)"))
    #expect(text.contains("25.0 % (1/4)"))
    #expect(text.contains("<a href=\"patients/P00001.html\">P00001</a>"))
    #expect(text.ranges(of: "href=\"patients/").count == 4)
  }

  /// By hand: reported, computed from creatinine, on dialysis, and neither.
  @Test func filtrationIsKnownHoweverItIsKnown() {
    var reported = SampleRecords.Visit(patient: 1)
    reported.labs = [.egfr: 50]
    var derived = SampleRecords.Visit(patient: 2)
    derived.indices = ["egfr": .computed(70)]
    var dialysed = SampleRecords.Visit(patient: 3)
    dialysed.codes = [.dialysis: 2]
    dialysed.indices = ["egfr": .none(.notApplicable, .onDialysis)]
    let text = MarkupScanner(page([SampleRecords.block([reported, derived, dialysed, .init(patient: 4)])])).text
    let row = text.firstRange(of: "eGFR (reported or from creatinine)").map { text[$0.upperBound...].prefix(90) }
    #expect(row?.contains("3 of 4") == true, "\(row ?? "")")
  }

  @Test func blocksMayBeCutAnywhere() {
    let one = page([SampleRecords.block(SampleRecords.cohort)])
    let many = page(SampleRecords.cohort.map { SampleRecords.block([$0]) })
    #expect(one == many)
  }

  @Test func isWellFormed() {
    let scanned = MarkupScanner(page([SampleRecords.block(SampleRecords.cohort)]))
    #expect(scanned.complaints == [])
    #expect(scanned.text.contains("Research use; not a medical device"))
    #expect(scanned.text.contains("What speaks against this reading"))
  }

  @Test func theListEndsAtItsLimitAndSaysSo() {
    var cohort = CohortPage(catalogue: SampleCatalogue.catalogue(), settings: SampleRecords.settings)
    let visits = (1...CohortPage.listLimit + 3).map { SampleRecords.Visit(patient: Int64($0)) }
    let block = SampleRecords.block(visits)
    cohort.add(block)
    let rows = cohort.patientRows(block)
    let text = String(decoding: cohort.render(flow: [], patientRows: rows), as: UTF8.self)
    #expect(rows.filter { $0 == 10 }.count == CohortPage.listLimit)
    #expect(text.contains("The first 5000 of 5003 are listed"))
    #expect(cohort.patientRows(block) == [])
  }
}

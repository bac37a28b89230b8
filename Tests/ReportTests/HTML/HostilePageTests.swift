import Domain
import Report
import Testing

/// Whatever the data hold, the pages keep the elements, the attributes and the shape of a harmless one.
@Suite struct HostilePageTests {
  private func patientPage(_ text: String, kept: [String]) -> [UInt8] {
    let catalogue = SampleCatalogue.catalogue(kept: kept)
    return PatientPage.render(
      SampleRecords.block([HostileText.visit(text)], catalogue: catalogue), rows: 0..<1, catalogue: catalogue,
      settings: SampleRecords.settings)
  }

  @Test func everyTextStaysText() {
    let harmless = MarkupScanner(patientPage("harmless", kept: ["site", "arm"]))
    #expect(harmless.complaints == [])
    for text in HostileText.all where !text.isEmpty {
      let scanned = MarkupScanner(patientPage(text, kept: [text, "arm"]))
      #expect(scanned.complaints == [], "for \(text.debugDescription.prefix(80))")
      #expect(scanned.tags == harmless.tags, "for \(text.debugDescription.prefix(80))")
      #expect(scanned.attributes == harmless.attributes)
      #expect(scanned.tags["script"] == nil)
    }
  }

  @Test func controlsAndTurnedWritingAreShown() {
    let text = MarkupScanner(patientPage("a\u{0}b\u{202E}c\u{1B}\u{7F}", kept: ["site", "arm"])).text
    #expect(text.contains("a\u{2400}b[U+202E]c\u{241B}\u{2421}"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test func longTextIsCutAndSaysSo() {
    let long = String(repeating: "x", count: 20_000)
    let page = patientPage(long, kept: ["site", "arm"])
    #expect(page.count < 400_000)
    #expect(MarkupScanner(page).text.contains("\u{2026} (20000 characters)"))
  }

  @Test func theCohortPageToo() {
    for text in HostileText.all where !text.isEmpty {
      let catalogue = SampleCatalogue.catalogue()
      var cohort = CohortPage(catalogue: catalogue, settings: SampleRecords.settings)
      let block = SampleRecords.block([HostileText.visit(text)])
      cohort.add(block)
      let rows = cohort.patientRows(block)
      let page = MarkupScanner(
        cohort.render(flow: [FlowRow(level: text, outcome: text, reason: text, n: 1)], patientRows: rows))
      #expect(page.complaints == [], "for \(text.debugDescription.prefix(80))")
      #expect(page.tags["script"] == nil)
      #expect(page.tags["img"] == nil)
    }
  }

  @Test func tableOneToo() {
    for text in HostileText.all where !text.isEmpty {
      var table = TableOne(by: TableVariable(id: "arm", label: text), groups: [text, "b"], groupSizes: [1, 1])
      table.add(
        categorical: TableVariable(id: "site", label: text, unit: text), levels: [text], counts: [[1, 1]],
        missing: [0, 0])
      let page = MarkupScanner(table.html(version: "0.1.0"))
      #expect(page.complaints == [], "for \(text.debugDescription.prefix(80))")
      #expect(page.tags["script"] == nil)
      let markdown = String(decoding: table.markdown(), as: UTF8.self)
      #expect(!markdown.contains("<"))
      // Five lines of five columns, six bars each, whatever the text.
      let lines = markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
      #expect(lines.count == 5)
      for line in lines {
        let bars = zip(" " + line, line).filter { $0.1 == "|" && $0.0 != "\\" }.count
        #expect(bars == 6, "in \(line.prefix(120))")
      }
    }
  }
}

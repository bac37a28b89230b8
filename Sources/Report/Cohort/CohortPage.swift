import Domain

/// The page of the cohort. Blocks go in one after another; only counts are kept.
///
/// Write the page in three steps: `add` for every block, `patientRows` for every block (its bytes may be spooled to a
/// file by the caller), then `render`, or `opening`, the rows, and `closing` where the rows are too many for memory.
public struct CohortPage: Sendable {
  /// Patients who are listed by name of their page; a longer list would be slow to open. All stand in `patients.csv`.
  public static let listLimit = 5000

  let catalogue: Catalogue
  let settings: ReportSettings
  var counts: CohortCounts
  private var listed = 0

  /// A page about nobody yet.
  public init(catalogue: Catalogue, settings: ReportSettings) {
    self.catalogue = catalogue
    self.settings = settings
    counts = CohortCounts(catalogue: catalogue)
  }

  /// Counts the baseline visits of a block.
  public mutating func add(_ block: ScoredBlock) { counts.add(block) }

  /// The rows of the patient list for a block, one a baseline visit, about 200 bytes each;
  /// nothing once `listLimit` patients have been listed.
  public mutating func patientRows(_ block: ScoredBlock) -> [UInt8] {
    var page = HTMLWriter()
    for row in 0..<block.panel.count where block.panel.visits[row].ordinal == 1 {
      guard listed < Self.listLimit else { break }
      listed += 1
      CohortList.row(&page, VisitRecord(block: block, row: row, catalogue: catalogue))
    }
    return page.bytes
  }

  /// The whole page.
  /// - Parameters:
  ///   - flow: the accounting, as in `flow.csv`.
  ///   - patientRows: what `patientRows` gave for the blocks, in their order.
  public func render(flow: [FlowRow], patientRows: [UInt8]) -> [UInt8] {
    opening(flow: flow) + patientRows + closing()
  }

  /// The page up to the first row of the patient list.
  public func opening(flow: [FlowRow]) -> [UInt8] {
    var page = HTMLWriter(capacity: 1 << 16)
    PageShell.open(&page, title: "Cohort report") { page in
      page.element(
        "p", .class("facts"),
        text: Wording.count(counts.patients, "patient", "patients") + ", "
          + Wording.count(counts.visits, "visit", "visits")
          + ". Everything on this page counts each patient once, at the baseline visit.")
      Self.navigation(&page)
    }
    CohortVerdicts.write(&page, self)
    CohortSyndromes.write(&page, self)
    CohortFlow.write(&page, self, flow: flow)
    Evidence.write(&page)
    CohortFlow.tables(&page)
    page.element("section", .literal("aria-labelledby", "made")) { page in
      page.element("h2", .literal("id", "made"), text: "How this was made")
      page.element("dl") { MethodSection.lines(&$0, settings) }
    }
    CohortList.open(&page, patients: counts.patients, listed: listed)
    return page.bytes
  }

  /// The page after the last row of the patient list.
  public func closing() -> [UInt8] {
    var page = HTMLWriter()
    CohortList.close(&page)
    PageShell.close(&page, version: settings.version)
    return page.bytes
  }

  private static func navigation(_ page: inout HTMLWriter) {
    page.markup(
      """
      <nav aria-label="On this page"><ul><li><a href="#verdicts">Verdicts</a></li>\
      <li><a href="#syndromes">Metabolic syndrome</a></li><li><a href="#flow">What was read</a></li>\
      <li><a href="#against">What speaks against this reading</a></li><li><a href="#tables">Tables</a></li>\
      <li><a href="#patients">Patients</a></li></ul></nav>

      """)
  }
}

import Domain

/// How the page was made: enough to make it again.
enum MethodSection {
  static func write(_ page: inout HTMLWriter, settings: ReportSettings, visits: [VisitRecord]) {
    page.element("section", .literal("aria-labelledby", "made")) { page in
      page.element("h2", .literal("id", "made"), text: "How this was made")
      page.element("dl") { page in
        lines(&page, settings)
        let draws = visits.compactMap { visit in
          visit.phenotype.map { "visit \(visit.number): \($0.draws) used, \($0.failedDraws) left out" }
        }
        if !draws.isEmpty { line(&page, "Draws", draws.joined(separator: "; ")) }
      }
      page.element(
        "p", .class("small"),
        text: "Medians and centiles are R's type 7 (Hyndman and Fan 1996, doi 10.1080/00031305.1996.10473566). "
          + "A value reported as below a limit is computed with as half the limit, one above a limit as the limit. "
          + "The same input, seed and version give the same page.")
    }
    page.newline()
  }

  /// The lines that every page shares.
  static func lines(_ page: inout HTMLWriter, _ settings: ReportSettings) {
    line(&page, "Version", "Rheostat " + settings.version)
    line(
      &page, "Model",
      settings.modelHash + " (SHA-256, shortened); parameters calibrated on experiments, not on patients")
    line(
      &page, "Seed and draws",
      "\(settings.seed); \(settings.draws) draws a visit at most: fewer where they settle the answer")
    line(&page, "Insulin factor", settings.insulinFactor)
    line(&page, "Data", settings.dataDescription)
  }

  static func line(_ page: inout HTMLWriter, _ term: String, _ text: String) {
    page.element("dt", text: term)
    page.element("dd") { $0.data(text, limit: 1000) }
  }
}

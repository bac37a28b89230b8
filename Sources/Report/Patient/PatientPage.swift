import Domain

/// The report of one patient: every visit, in the order in which a tired reader needs it.
public enum PatientPage {
  /// The page as UTF-8 HTML: self-contained, without script.
  ///
  /// It holds the study number, never an identifier or a date; ages above 89 are shown as 90.
  /// - Parameters:
  ///   - block: a block that holds all visits of the patient.
  ///   - rows: the rows of that patient, in the order of their visits; not empty.
  ///   - catalogue: the definitions behind the columns of the block.
  ///   - settings: how the results were made.
  public static func render(
    _ block: ScoredBlock, rows: Range<Int>, catalogue: Catalogue, settings: ReportSettings
  ) -> [UInt8] {
    let visits = rows.clamped(to: block.panel.visits.indices).map {
      VisitRecord(block: block, row: $0, catalogue: catalogue)
    }
    let key = visits.first?.panel.visit.patientKey ?? ""
    return PageShell.page(title: "Patient " + key, version: settings.version) { page in
      if let first = visits.first { page.element("p", .class("facts"), text: first.person) }
      navigation(&page, visits)
    } main: { page in
      for visit in visits { section(&page, visit, several: visits.count > 1) }
      Evidence.write(&page)
      MethodSection.write(&page, settings: settings, visits: visits)
    }
  }

  private static func navigation(_ page: inout HTMLWriter, _ visits: [VisitRecord]) {
    page.element("nav", .literal("aria-label", "Pages and visits")) { page in
      page.element("ul") { page in
        page.element("li") { page in
          page.element("a", .literal("href", "../index.html"), text: "All patients")
        }
        if visits.count > 1 {
          for visit in visits {
            page.element("li") { page in
              page.element("a", .name("href", "#visit-", visit.number), text: visit.name)
              if let result = visit.phenotype { page.text(" (" + result.verdict.name + ")") }
            }
          }
        }
        page.element("li") { page in
          page.element("a", .literal("href", "#against"), text: "What speaks against this reading")
        }
      }
    }
    page.newline()
  }

  private static func section(_ page: inout HTMLWriter, _ visit: VisitRecord, several: Bool) {
    page.element("section", .class("visit"), .name("aria-labelledby", "visit-", visit.number)) { page in
      page.element("h2", .name("id", "visit-", visit.number), text: visit.name)
      let circumstances = visit.circumstances
      if !circumstances.isEmpty {
        page.element("p", .class("facts"), text: Wording.capital(circumstances) + ".")
      }
      VerdictSection.write(&page, visit)
      if let result = visit.phenotype {
        MechanismSection.write(&page, result, number: visit.number)
        DriverSection.write(&page, result, isMeasured: visit.knows)
      }
      LabsSection.write(&page, visit)
      IndicesSection.write(&page, visit)
      SyndromesSection.write(&page, visit)
      MissingSection.write(&page, visit)
      keptColumns(&page, visit)
    }
    page.newline()
  }

  private static func keptColumns(_ page: inout HTMLWriter, _ visit: VisitRecord) {
    let kept = visit.kept
    guard !kept.isEmpty else { return }
    page.element("h3", text: "Columns kept from the input")
    page.element("dl") { page in
      for (name, value) in kept {
        page.element("dt") { $0.data(name) }
        page.element("dd") { $0.data(value) }
      }
    }
  }
}

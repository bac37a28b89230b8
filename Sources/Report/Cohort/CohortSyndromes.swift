import Domain

/// How common the metabolic syndrome is by each definition, with both denominators.
enum CohortSyndromes {
  static func write(_ page: inout HTMLWriter, _ cohort: CohortPage) {
    page.element("section", .literal("aria-labelledby", "syndromes")) { page in
      page.element("h2", .literal("id", "syndromes"), text: "Metabolic syndrome")
      guard !cohort.catalogue.syndromes.isEmpty else {
        page.element("p", text: "No definition was applied.")
        return
      }
      page.element(
        "p",
        text: "With drugs, a drug whose use is not known leaves its criterion unknown; measured only leaves the drug "
          + "clauses out. The share is given of those in whom the answer is known, and of all patients.")
      page.stackedTable(
        caption: "Patients with the metabolic syndrome",
        columns: ["Definition", "Reading", "Present", "Absent", "Undetermined", "Of those known", "Of all"]
      ) { page in
        for (place, definition) in cohort.catalogue.syndromes.enumerated() {
          row(&page, definition.name, "with drugs", cohort.counts.strict[place], of: cohort.counts.patients)
          row(&page, definition.name, "measured only", cohort.counts.measured[place], of: cohort.counts.patients)
        }
      }
    }
    page.newline()
  }

  private static func row(
    _ page: inout HTMLWriter, _ name: String, _ reading: String, _ counts: [Int], of patients: Int
  ) {
    let present = counts[Int(SyndromeState.present.rawValue)]
    let absent = counts[Int(SyndromeState.absent.rawValue)]
    page.stackedRow { page in
      page.rowHeading { $0.text(name) }
      page.cell("Reading") { $0.text(reading) }
      page.cell("Present") { $0.text(String(present)) }
      page.cell("Absent") { $0.text(String(absent)) }
      page.cell("Undetermined") { $0.text(String(counts[Int(SyndromeState.undetermined.rawValue)])) }
      page.cell("Of those known") {
        $0.text(NumberText.percent(present, of: present + absent) + " (\(present)/\(present + absent))")
      }
      page.cell("Of all") { $0.text(NumberText.percent(present, of: patients) + " (\(present)/\(patients))") }
    }
  }
}

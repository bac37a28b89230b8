import Domain

/// How the verdicts fall, overall and by CKD stage, and how often each lab of the mechanism is known.
enum CohortVerdicts {
  static func write(_ page: inout HTMLWriter, _ cohort: CohortPage) {
    page.element("section", .literal("aria-labelledby", "verdicts")) { page in
      page.element("h2", .literal("id", "verdicts"), text: "Verdicts")
      let run = cohort.counts.patients - (cohort.counts.verdicts.last ?? 0)
      if run == 0 {
        page.element("p", text: "The mechanism was not run: there are no verdicts.")
      } else {
        page.element("figure") { page in
          page.element("figcaption", text: "Patients by verdict (of \(cohort.counts.patients))")
          bars(&page, cohort.counts)
        }
        stages(&page, cohort)
      }
      labs(&page, cohort.counts)
    }
    page.newline()
  }

  /// The order in which verdicts are shown; the last is no verdict at all.
  private static let columns: [(name: String, place: Int, style: StaticString)] = [
    ("sensitive", Int(Verdict.sensitive.rawValue), "c-sensitive"),
    ("suppressed", Int(Verdict.suppressed.rawValue), "c-suppressed"),
    ("overactivated", Int(Verdict.overactivated.rawValue), "c-overactivated"),
    ("mixed", Int(Verdict.mixed.rawValue), "c-mixed"),
    ("indeterminate", Int(Verdict.indeterminate.rawValue), "c-indeterminate"),
    ("not run", Verdict.allCases.count, "c-indeterminate"),
  ]

  /// Leaves out `not run` where the mechanism was run for all.
  private static func shown(_ counts: CohortCounts) -> ArraySlice<(name: String, place: Int, style: StaticString)> {
    counts.verdicts.last == 0 ? columns.dropLast() : columns[...]
  }

  private static func bars(_ page: inout HTMLWriter, _ counts: CohortCounts) {
    let shown = shown(counts)
    let largest = Double(max(1, counts.verdicts.max() ?? 1))
    let words = shown.map { "\($0.name) \(counts.verdicts[$0.place])" }.joined(separator: ", ")
    page.drawing(
      width: 400, height: Double(shown.count) * 27 + 8, id: 1, title: "Patients by verdict",
      description: "Number of patients: " + words + "."
    ) { page in
      for (index, column) in shown.enumerated() {
        let y = 4 + Double(index) * 27
        let count = counts.verdicts[column.place]
        let width = 170 * Double(count) / largest
        page.label(104, y + 14, "end", Wording.capital(column.name))
        page.bar(112, y, width, 19, column.style)
        page.label(120 + width, y + 14, "strong", "\(count) (" + NumberText.percent(count, of: counts.patients) + ")")
        page.newline()
      }
    }
  }

  private static func stages(_ page: inout HTMLWriter, _ cohort: CohortPage) {
    let levels = cohort.catalogue.indices.first { $0.id == "ckd_g" }?.levels ?? []
    let shown = shown(cohort.counts)
    page.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"CKD stage by verdict\">\n")
    page.element("table") { page in
      page.element("caption", text: "CKD stage by verdict: patients, and per cent of the stage")
      page.element("thead") { page in
        page.element("tr") { page in
          page.element("th", .literal("scope", "col"), text: "Stage")
          for column in shown {
            page.element("th", .literal("scope", "col"), .class("n"), text: Wording.capital(column.name))
          }
          page.element("th", .literal("scope", "col"), .class("n"), text: "All")
        }
      }
      page.element("tbody") { page in
        for (place, stage) in cohort.counts.stages.enumerated() {
          let all = stage.reduce(0, +)
          if all == 0 { continue }
          page.element("tr") { page in
            page.element("th", .literal("scope", "row"), text: levels.at(place) ?? "not known")
            for column in shown {
              page.element("td", .class("n")) { page in
                page.text(String(stage[column.place]))
                page.element("span", .class("small"), text: NumberText.percent(stage[column.place], of: all))
              }
            }
            page.element("td", .class("n"), text: String(all))
          }
          page.newline()
        }
      }
    }
    page.markup("</div>\n")
  }

  private static func labs(_ page: inout HTMLWriter, _ counts: CohortCounts) {
    page.element("table") { page in
      page.element("caption", text: "Labs of the mechanism: patients in whom they are known")
      page.markup(
        "<thead><tr><th scope=\"col\">Lab</th><th scope=\"col\" class=\"n\">Known</th><th scope=\"col\" class=\"n\">Share</th></tr></thead>"
      )
      page.element("tbody") { page in
        for (place, analyte) in Analyte.mechanismLabs.enumerated() {
          page.element("tr") { page in
            page.element("th", .literal("scope", "row")) { page in
              page.text(Wording.known(analyte))
              if analyte == .egfr {
                page.element("span", .class("small"), text: "on dialysis there is none, and none is missing")
              }
            }
            page.element("td", .class("n"), text: "\(counts.labs[place]) of \(counts.patients)")
            page.element("td", .class("n"), text: NumberText.percent(counts.labs[place], of: counts.patients))
          }
        }
      }
    }
  }
}

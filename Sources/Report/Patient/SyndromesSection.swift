import Domain

/// The metabolic syndrome by each definition, item by item, with and without the drug clauses.
enum SyndromesSection {
  static func write(_ page: inout HTMLWriter, _ visit: VisitRecord) {
    page.element("h3", text: "Metabolic syndrome, criterion by criterion")
    let entries = visit.syndromes
    guard !entries.isEmpty else {
      page.element("p", text: "No definition of the metabolic syndrome was applied to this visit.")
      return
    }
    page.element(
      "p", .class("small"),
      text: "With drugs: a drug for a criterion counts as meeting it, and where its use is not known the criterion is "
        + "unknown. Measured only: drug clauses are left out.")
    for (definition, value) in entries { section(&page, definition, value) }
  }

  private static func section(_ page: inout HTMLWriter, _ definition: SyndromeDefinition, _ value: SyndromeValue) {
    page.element("h4") { page in
      page.text(definition.name + ": ")
      page.element("span", .class("tag"), text: value.strict.name)
      page.text(" with drugs, ")
      page.element("span", .class("tag"), text: value.measured.name)
      page.text(" measured only")
    }
    page.stackedTable(caption: definition.rule, columns: ["Criterion", "Rule", "With drugs", "Measured only"]) { page in
      for (place, criterion) in definition.criteria.enumerated() {
        page.stackedRow { page in
          page.rowHeading { $0.text(criterion.label) }
          page.cell("Rule") { $0.text(criterion.rule) }
          page.cell("With drugs") { $0.text(state(value.criteria.at(place))) }
          page.cell("Measured only") { $0.text(state(value.criteriaMeasured.at(place))) }
        }
      }
    }
    page.element("p", .class("small")) { page in
      if value.strict == .undetermined, !value.missing.isEmpty {
        page.text("To settle it: " + Wording.inputs(value.missing) + ". ")
      }
      page.text("Source: " + definition.source)
    }
  }

  /// The answer with a sign, so that a column can be read at a glance.
  private static func state(_ state: CriterionState?) -> String {
    switch state {
    case .met: "\u{25CF} met"
    case .notMet: "\u{25CB} not met"
    case .unknown, nil: "? unknown"
    }
  }
}

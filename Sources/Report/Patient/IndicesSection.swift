import Domain

/// Indices: value, cut-off, caveat, formula and source; for those without a value, why.
enum IndicesSection {
  static func write(_ page: inout HTMLWriter, _ visit: VisitRecord) {
    page.element("h3", text: "Indices")
    let entries = visit.indices
    guard !entries.isEmpty else {
      page.element("p", text: "No index was computed for this visit.")
      return
    }
    let computed = entries.filter { !$0.value.value.isNaN }
    let missing = entries.filter { $0.value.value.isNaN }
    if !computed.isEmpty {
      page.stackedTable(
        caption: "Computed", columns: ["Index", "Value", "Cut-off and what to mind", "Formula and source"]
      ) { page in
        for entry in computed { row(&page, entry.definition, entry.value) }
      }
    }
    if !missing.isEmpty {
      page.stackedTable(caption: "Not computed", columns: ["Index", "Why", "Formula and source"]) { page in
        for (definition, value) in missing {
          page.stackedRow { page in
            page.rowHeading { $0.text(definition.name) }
            page.cell("Why") { $0.text(why(value)) }
            page.cell("Formula and source") { formula(&$0, definition) }
          }
        }
      }
    }
  }

  private static func row(_ page: inout HTMLWriter, _ definition: IndexDefinition, _ value: IndexValue) {
    page.stackedRow { page in
      page.rowHeading { $0.text(definition.name) }
      page.cell("Value") { page in
        let text =
          definition.level(of: value)
          ?? NumberText.reading(value.value) + (definition.unit == "1" ? "" : " " + definition.unit)
        page.element("span", .class("value"), text: text)
        if value.status == .outOfRange {
          page.element("span", .class("small"), text: "Outside the range in which it was validated")
        }
      }
      page.cell("Cut-off") { page in
        page.text(definition.cutoff)
        if value.reason != .none, value.reason != .outsideValidatedRange || value.status != .outOfRange {
          page.element("span", .class("small")) { page in
            page.element("strong", text: "Here: ")
            page.text(value.reason.text)
          }
        }
        if !definition.caveat.isEmpty {
          page.element("span", .class("small"), text: definition.caveat)
        }
      }
      page.cell("Formula and source") { formula(&$0, definition) }
    }
  }

  private static func formula(_ page: inout HTMLWriter, _ definition: IndexDefinition) {
    page.text(definition.formula)
    page.element("span", .class("small"), text: definition.source)
  }

  /// Why there is no value, with the inputs that are missing.
  static func why(_ value: IndexValue) -> String {
    guard value.reason == .missingInput, !value.missing.isEmpty else {
      return value.reason.text.isEmpty ? Wording.words(value.status.name) : value.reason.text
    }
    return "Missing: " + Wording.inputs(value.missing)
  }
}

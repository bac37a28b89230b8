import Domain

/// Laboratory values and vitals: value, reference, flag, and the way back to the cell in the file.
enum LabsSection {
  static func write(_ page: inout HTMLWriter, _ visit: VisitRecord) {
    page.element("h3", text: "Laboratory values and vitals")
    let present = order.filter { visit.panel.status($0) != .missing }
    guard !present.isEmpty else {
      page.element("p", text: "No laboratory value or vital was recorded at this visit.")
      return
    }
    page.stackedTable(
      caption: "In the unit of the tables, and as reported",
      columns: ["Quantity", "Value", "Flag", "Reference", "As reported"]
    ) { page in
      for analyte in present { row(&page, visit, analyte) }
    }
    sources(&page, present)
  }

  /// The labs that the mechanism reads come first.
  private static let order =
    Analyte.mechanismLabs + Analyte.allCases.filter { !Analyte.mechanismLabs.contains($0) }

  private static func row(_ page: inout HTMLWriter, _ visit: VisitRecord, _ analyte: Analyte) {
    let info = analyte.info
    let value = visit.panel.value(analyte) ?? .nan
    let status = visit.panel.status(analyte)
    page.stackedRow { page in
      page.rowHeading { $0.text(info.label) }
      page.cell("Value") { page in
        page.element("span", .class("value"), text: NumberText.reading(value) + " " + Wording.unit(info.unit))
        if status == .belowLimit {
          page.element("span", .class("small"), text: "Below the limit; computed with as half the limit")
        } else if status == .aboveLimit {
          page.element("span", .class("small"), text: "Above the limit; computed with as the limit")
        }
      }
      page.cell("Flag") { flag(&$0, value, status, info) }
      page.cell("Reference") { $0.text(reference(info)) }
      page.cell("As reported") { reported(&$0, visit, analyte) }
    }
  }

  private static func flag(_ page: inout HTMLWriter, _ value: Double, _ status: ValueStatus, _ info: AnalyteInfo) {
    if let low = info.referenceLow, value < low {
      page.element("span", .class("flag low"), text: "\u{25BC} low")
    } else if let high = info.referenceHigh, value > high {
      // A value below a limit of detection that stands at half of it says nothing about an upper limit it passes.
      page.element("span", .class("flag high"), text: status == .belowLimit ? "not clear" : "\u{25B2} high")
    } else if info.referenceLow == nil, info.referenceHigh == nil {
      page.element("span", .class("plain"), text: "\u{2013}")
    } else {
      page.element("span", .class("plain"), text: "within")
    }
  }

  private static func reference(_ info: AnalyteInfo) -> String {
    switch (info.referenceLow, info.referenceHigh) {
    case (let low?, let high?): NumberText.reading(low) + " to " + NumberText.reading(high)
    case (let low?, nil): "at least " + NumberText.reading(low)
    case (nil, let high?): "at most " + NumberText.reading(high)
    case (nil, nil): "none"
    }
  }

  private static func reported(_ page: inout HTMLWriter, _ visit: VisitRecord, _ analyte: Analyte) {
    guard let cell = visit.provenance(analyte) else {
      if let (value, unit) = visit.panel.reported(analyte) {
        page.text(NumberText.reading(value) + " " + Wording.unit(unit.unit))
      }
      return
    }
    page.data(cell.rawText)
    page.text(" ")
    page.data(cell.rawUnit)
    page.element("span", .class("small")) { page in
      page.data(cell.file, limit: 40)
      page.text(" row \(cell.row), column \(cell.column) ")
      page.data(cell.columnName)
      let offset = visit.panel.reported(analyte)?.unit.offset ?? 0
      if offset != 0 {
        page.text(
          ", (value " + (offset < 0 ? "minus " : "plus ") + NumberText.significant(abs(offset), 6) + ") x "
            + NumberText.significant(cell.factor, 6))
      } else if cell.factor != 1 {
        page.text(", factor " + NumberText.significant(cell.factor, 6))
      }
    }
  }

  private static func sources(_ page: inout HTMLWriter, _ present: [Analyte]) {
    var grouped: [(source: String, labels: [String])] = []
    for analyte in present {
      let info = analyte.info
      guard info.referenceLow != nil || info.referenceHigh != nil else { continue }
      if let place = grouped.firstIndex(where: { $0.source == info.referenceSource }) {
        grouped[place].labels.append(info.label)
      } else {
        grouped.append((info.referenceSource, [info.label]))
      }
    }
    guard !grouped.isEmpty else { return }
    page.element(
      "p", .class("small"),
      text:
        "Reference limits of healthy adults, not targets of treatment. Their sources (\u{201C}from memory\u{201D} means "
        + "not yet checked against one): "
        + grouped.map { $0.labels.joined(separator: "; ") + " \u{2013} " + $0.source }.joined(separator: " \u{2022} ")
        + ".")
  }
}

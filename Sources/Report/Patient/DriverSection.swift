import Domain

/// What drives the answer: how the tissues would stand had one input been that of the reference person.
enum DriverSection {
  /// Less than this in every tissue is not shown: it rounds to nothing beside the bands.
  private static let least = 0.05

  /// - Parameter isMeasured: whether the visit has a lab: of one that was drawn the effect is that of the population.
  static func write(_ page: inout HTMLWriter, _ result: PhenotypeResult, isMeasured: (Analyte) -> Bool) {
    guard !result.drivers.isEmpty else { return }
    let shown = result.drivers.filter { $0.size >= least }.sorted { resistance($0) > resistance($1) }
    page.element("h3", text: "What drives it, in the model")
    if shown.isEmpty {
      page.element(
        "p",
        text:
          "Put at the reference one at a time, no input moves a tissue by as much as \(least): this answer has no driver."
      )
      return
    }
    table(&page, shown, isMeasured)
    let rest = result.drivers.filter { $0.size < least }.map(\.driver.label)
    page.element(
      "p", .class("small"),
      text:
        "One input put at that of the reference person of the same sex, all else as it is, measured or drawn: mean change of "
        + "the IR index and of mTORC1 (log2) over the first \(DriverEffect.draws) draws, or all where there were fewer. Below 0 the tissue would be less resistant, "
        + "or its mTORC1 lower. With the kidney at the reference as much of the hormones and cytokines that it retains is made as before. The "
        + "changes do not add up to the index: inputs act together."
        + (rest.isEmpty ? "" : " Less than \(least) in every tissue: " + rest.joined(separator: "; ") + "."))
  }

  /// The largest change of an IR index, by size.
  private static func resistance(_ effect: DriverEffect) -> Double { effect.insulinResistance.map(abs).max() ?? 0 }

  private static func table(_ page: inout HTMLWriter, _ effects: [DriverEffect], _ isMeasured: (Analyte) -> Bool) {
    page.stackedTable(
      caption: "Had this been at the reference",
      columns: [
        "Input", "IR index, muscle", "IR index, liver", "IR index, adipose", "mTORC1, muscle", "mTORC1, liver",
        "mTORC1, adipose",
      ]
    ) { page in
      for effect in effects {
        page.stackedRow { page in
          page.rowHeading { page in
            page.text(effect.driver.label)
            if let analyte = effect.driver.analyte, !isMeasured(analyte) { page.text(" (not measured)") }
          }
          let (index, mtorc1) = (effect.insulinResistance, effect.mtorc1)
          page.cell("IR index, muscle") { $0.text(change(index.at(0))) }
          page.cell("IR index, liver") { $0.text(change(index.at(1))) }
          page.cell("IR index, adipose") { $0.text(change(index.at(2))) }
          page.cell("mTORC1, muscle") { $0.text(change(mtorc1.at(0))) }
          page.cell("mTORC1, liver") { $0.text(change(mtorc1.at(1))) }
          page.cell("mTORC1, adipose") { $0.text(change(mtorc1.at(2))) }
        }
      }
    }
  }

  /// With its sign: a change is read by it.
  private static func change(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "\u{2013}" }
    let text = NumberText.fixed(value, 2)
    return text.hasPrefix("-") ? text : text == "0.00" ? text : "+" + text
  }
}

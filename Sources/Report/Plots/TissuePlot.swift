import Domain

/// IR and mTORC1 of the three tissues: a dot for the median and a bar from the 5th to the 95th centile,
/// against the reference person at 0. Two panels that stand side by side or, on a telephone, one below the other.
enum TissuePlot {
  /// What one panel shows.
  struct Panel {
    let title: String
    let less: String
    let more: String
    let style: StaticString
    /// The range always shown, so that panels of different people can be compared at a glance.
    let range: ClosedRange<Double>
    let values: [DrawSummary]
    /// Ticks as multiples of the reference (powers of two).
    let folds: Bool
  }

  static func write(_ page: inout HTMLWriter, _ result: PhenotypeResult, id: Int) {
    page.element("div", .class("panels")) { page in
      draw(
        &page,
        Panel(
          title: "Insulin resistance (IR) index", less: "sensitive", more: "resistant", style: "span ir",
          range: -0.5...1.5, values: result.insulinResistance, folds: false), id: id)
      draw(
        &page,
        Panel(
          title: "mTORC1 activity, log2 of patient / reference", less: "less than reference",
          more: "more than reference", style: "span mt", range: -1.5...1.5, values: result.mtorc1, folds: true),
        id: id + 1)
    }
  }

  private static func draw(_ page: inout HTMLWriter, _ panel: Panel, id: Int) {
    let axis = Axis(
      holding: panel.values.flatMap { [$0.low, $0.high, $0.median] }, atLeast: panel.range, start: 64, end: 346)
    let spoken = Tissue.allCases.map { tissue in
      Wording.label(tissue) + " " + interval(panel.values.at(tissue.rawValue) ?? DrawSummary.none)
    }
    page.drawing(
      width: 360, height: 182, id: id, title: panel.title,
      description: "Median and 5th to 95th centile. " + spoken.joined(separator: "; ")
        + ". 0 is the reference person; negative is \(panel.less), positive is \(panel.more)."
    ) { page in
      page.label(0, 13, "strong", panel.title)
      let zero = axis.pixel(0)
      page.label(zero - 8, 36, "end soft", "\u{2190} " + panel.less)
      page.label(zero + 8, 36, "soft", panel.more + " \u{2192}")
      for tick in axis.ticks {
        let x = axis.pixel(tick)
        page.line(x, 44, x, 146, tick == 0 ? "zero" : "grid")
        page.label(x, 161, "middle soft", NumberText.reading(tick))
        if panel.folds, tick.rounded() == tick { page.label(x, 177, "middle soft", fold(tick)) }
      }
      if !panel.folds { page.label(zero, 177, "middle soft", "reference") }
      for tissue in Tissue.allCases {
        let y = 62 + Double(tissue.rawValue) * 34
        page.label(56, y + 4, "end", Wording.label(tissue))
        let value = panel.values.at(tissue.rawValue) ?? DrawSummary.none
        guard value.low.isFinite, value.high.isFinite, value.median.isFinite else {
          page.label(zero + 8, y + 4, "soft", "not solved")
          continue
        }
        page.line(axis.pixel(value.low), y, axis.pixel(value.high), y, panel.style)
        page.dot(axis.pixel(value.median), y, 7, panel.style)
        page.newline()
      }
    }
  }

  /// As `0.52 (0.10 to 0.95)`.
  static func interval(_ value: DrawSummary) -> String {
    guard value.median.isFinite else { return "not solved" }
    return NumberText.fixed(value.median, 2) + " (" + NumberText.fixed(value.low, 2) + " to "
      + NumberText.fixed(value.high, 2) + ")"
  }

  /// Whether the interval lies on one side of the reference, in words.
  static func side(_ value: DrawSummary, less: String, more: String) -> String {
    guard value.low.isFinite, value.high.isFinite else { return "not solved" }
    if value.low > 0 { return more }
    if value.high < 0 { return less }
    return "interval includes the reference"
  }

  private static func fold(_ tick: Double) -> String {
    switch tick {
    case -3: "\u{215B}\u{D7}"
    case -2: "\u{BC}\u{D7}"
    case -1: "\u{BD}\u{D7}"
    case 0: "1\u{D7}"
    case 1: "2\u{D7}"
    case 2: "4\u{D7}"
    case 3: "8\u{D7}"
    default: ""
    }
  }
}

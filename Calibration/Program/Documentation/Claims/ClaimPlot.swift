import Mechanism
import Report

/// What was found on a claim: a row a readout, a dot and a bar for the median and the 5th to the 95th centile of either
/// variant, on a tint where it agrees with the review. Below, a curve for each sweep.
struct ClaimPlot {
  let results: ClaimResults

  /// The drawing.
  func svg() -> [UInt8] {
    let panels = Self.panels(results.readouts)
    let curves = Dictionary(
      grouping: results.sweeps, by: { $0.experiment.identifier + $0.experiment.comparison.readout }
    )
    .sorted { $0.key < $1.key }.map { SweepPlot(responses: $0.value) }
    let height = 34 + panels.reduce(0) { $0 + $1.height } + curves.reduce(0) { $0 + $1.height }
    return DrawingFile.bytes(
      width: PlotStyle.width, height: height, style: PlotStyle.css,
      title: "\(results.claim.identifier): what was found over the ensemble", description: spoken
    ) { page in
      key(&page)
      var top = 34.0
      for panel in panels {
        panel.draw(&page, top)
        top += panel.height
      }
      for curve in curves {
        curve.draw(&page, top)
        top += curve.height
      }
    }
  }

  private func key(_ page: inout HTMLWriter) {
    page.dot(14, 14, 5, "a")
    page.label(24, 18, "soft", "variant A")
    page.bar(91, 9, 10, 10, "b")
    page.label(106, 18, "soft", "variant B")
    page.bar(173, 8, 16, 12, "zone")
    page.line(173, 8, 173, 20, "limit")
    page.label(194, 18, "soft", "agrees with the review")
    page.newline()
  }

  /// For those who do not see it.
  private var spoken: String {
    results.readouts.flatMap { readout in
      [readout.a, readout.b].map { result in
        "\(result.readout), \(result.metric), variant \(result.variant): "
          + Interval(low: result.low, median: result.found, high: result.high).text(Figures.fixed)
      }
    }.joined(separator: "; ")
  }

  /// One panel a measure, since measures share no axis; sweeps for an optimum are curves.
  private static func panels(_ readouts: [ReadoutResult]) -> [ReadoutPanel] {
    ReadoutPanel.Measure.allCases.compactMap { measure in
      let rows = readouts.filter { ReadoutPanel.Measure($0.a) == measure }
      return rows.isEmpty ? nil : ReadoutPanel(rows: rows, measure: measure)
    }
  }
}

/// The readouts of one measure below one another, on one axis.
struct ReadoutPanel {
  /// What shares an axis.
  enum Measure: CaseIterable {
    case ratio, difference, resistance, share

    init?(_ result: ExperimentResult) {
      switch result.metric {
      case "log2 ratio": self = .ratio
      case "difference": self = result.readout.hasPrefix("ir_") ? .resistance : .difference
      case "share of sets": self = .share
      default: return nil
      }
    }

    var label: String {
      switch self {
      case .ratio: "log2 of the readout with the change over that without: 1 is twice"
      case .difference: "difference of the readout with the change and without"
      case .resistance: "IR index: 0 is the reference, above 0 resistant"
      case .share: "share of the parameter sets"
      }
    }

    /// What is always shown.
    var least: ClosedRange<Double> {
      switch self {
      case .ratio: -0.25...0.25
      case .difference: -0.02...0.02
      case .resistance: -0.5...0.5
      case .share: 0...1
      }
    }
  }

  let rows: [ReadoutResult]
  let measure: Measure
  private static let (rowHeight, lineHeight, left, right) = (26.0, 15.0, 152.0, 388.0)
  private static let letters = 52

  private var blocks: [(title: [String], rows: [ReadoutResult])] {
    var blocks: [(title: [String], rows: [ReadoutResult])] = []
    var last = ""
    for row in rows {
      let name = "\(row.a.experiment)  \(row.a.title)"
      if name != last { blocks.append((PlotStyle.lines(name, limit: Self.letters), [])) }
      last = name
      blocks[blocks.count - 1].rows.append(row)
    }
    return blocks
  }

  var height: Double {
    blocks.reduce(48) { $0 + 12 + Double($1.title.count) * Self.lineHeight + Double($1.rows.count) * Self.rowHeight }
  }

  func draw(_ page: inout HTMLWriter, _ top: Double) {
    let values = rows.flatMap { [$0.a, $0.b] }.flatMap { [$0.low, $0.found, $0.high] }
    let axis = Axis(holding: values, atLeast: measure.least, start: Self.left, end: Self.right)
    var y = top
    for block in blocks {
      y += 12
      for line in block.title {
        page.label(4, y + 10, "strong", line)
        y += Self.lineHeight
      }
      for row in block.rows {
        draw(&page, row, y, axis)
        y += Self.rowHeight
      }
    }
    page.line(Self.left, y + 3, Self.right, y + 3, "axis")
    for tick in axis.ticks {
      page.line(axis.pixel(tick), y + 3, axis.pixel(tick), y + 7, "axis")
      page.label(axis.pixel(tick), y + 20, "middle small soft", NumberText.reading(tick))
    }
    page.label(Self.right, y + 36, "end small soft", measure.label)
    page.newline()
  }

  private func draw(_ page: inout HTMLWriter, _ row: ReadoutResult, _ y: Double, _ axis: Axis) {
    let bottom = y + Self.rowHeight
    zone(&page, row.a.expected, y, axis)
    for tick in axis.ticks where tick != 0 { page.line(axis.pixel(tick), y, axis.pixel(tick), bottom, "grid") }
    page.line(axis.pixel(0), y, axis.pixel(0), bottom, "zero")
    page.label(Self.left - 8, y + 17, "end", row.a.readout)
    mark(&page, row.a, y + 8, axis, "a")
    mark(&page, row.b, y + 18, axis, "b")
    page.newline()
  }

  /// Where a result agrees, up to the threshold.
  private func zone(_ page: inout HTMLWriter, _ expected: String, _ y: Double, _ axis: Axis) {
    guard let ends = agreeing(expected, axis) else { return }
    let (from, to) = (axis.pixel(ends.low), axis.pixel(ends.high))
    page.bar(from, y + 1, to - from, Self.rowHeight - 2, "zone")
    for end in [ends.low, ends.high] where end != axis.low && end != axis.high {
      page.line(axis.pixel(end), y + 1, axis.pixel(end), y + Self.rowHeight - 1, "limit")
    }
  }

  /// The range of results that agree; nil where each set has its own.
  private func agreeing(_ expected: String, _ axis: Axis) -> (low: Double, high: Double)? {
    if measure == .share { return (ExperimentResult.threshold, axis.high) }
    if measure == .resistance { return nil }
    let threshold = measure == .difference ? Experiment.differenceThreshold : Experiment.threshold
    return switch Experiment.Expectation(rawValue: expected) {
    case .up: (threshold, axis.high)
    case .down: (axis.low, -threshold)
    case .some(.none): (-Experiment.noneThreshold, Experiment.noneThreshold)
    default: nil
    }
  }

  private func mark(
    _ page: inout HTMLWriter, _ result: ExperimentResult, _ y: Double, _ axis: Axis, _ style: StaticString
  ) {
    guard result.found.isFinite else {
      page.label(axis.pixel(0) + 6, y + 4, "small soft", "variant \(result.variant): not solved")
      return
    }
    page.line(axis.pixel(result.low), y, axis.pixel(result.high), y, style)
    let x = axis.pixel(result.found)
    if result.variant == "A" { page.dot(x, y, 4.5, style) } else { page.bar(x - 4, y - 4, 8, 8, style) }
  }
}

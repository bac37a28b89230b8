import Pipeline
import Report

/// The drawing of an index over the range of each of its inputs, a panel each; dashed outside the range in which it was
/// validated, with a mark at the example.
struct IndexPlot {
  let index: CalculatedIndex
  let behaviour: IndexBehaviour
  private static let (left, right, plotHeight, panelHeight, head) = (86.0, 380.0, 116.0, 172.0, 36.0)

  func svg() -> [UInt8] {
    let height = Self.head + Double(behaviour.panels.count) * Self.panelHeight
    return DrawingFile.bytes(
      width: PlotStyle.width, height: height, style: PlotStyle.css,
      title: "\(index.name) over the range of each input", description: spoken
    ) { page in
      page.line(8, 14, 26, 14, "a")
      page.label(32, 18, "small soft", behaviour.isSyndrome ? "settled" : "inside the range in which it holds")
      page.path([(x: 232, y: 14), (x: 250, y: 14)], "b")
      page.label(256, 18, "small soft", behaviour.isSyndrome ? "undetermined" : "outside, flagged")
      page.newline()
      for (place, panel) in behaviour.panels.enumerated() {
        draw(&page, panel, Self.head + Double(place) * Self.panelHeight)
      }
    }
  }

  /// For those who do not see it: each input with where the index goes.
  private var spoken: String {
    behaviour.panels.map { panel in
      let known = panel.points.filter { $0.y != nil }
      func text(_ point: IndexBehaviour.Point?) -> String {
        guard let point, let y = point.y else { return "no value" }
        return
          "\(behaviour.levels.isEmpty ? Figures.reading(y) : behaviour.levels[Int(y)]) at \(Figures.reading(point.x))"
      }
      return "\(panel.label): \(text(known.first)), \(text(known.last)) \(panel.unit)"
    }.joined(separator: ". ")
  }

  private func draw(_ page: inout HTMLWriter, _ panel: IndexBehaviour.Panel, _ top: Double) {
    let (plotTop, bottom) = (top + 18, top + 18 + Self.plotHeight)
    let across = PlotScale(
      panel.points.map(\.x), isLogarithmic: panel.isLogarithmic, start: Self.left, end: Self.right)
    let values = panel.points.compactMap(\.y)
    let up =
      behaviour.levels.isEmpty
      ? PlotScale(values, isLogarithmic: Self.isWide(values), start: bottom, end: plotTop)
      : PlotScale(
        [0, Double(max(1, behaviour.levels.count - 1))], isLogarithmic: false, start: bottom - 8, end: plotTop + 8)
    page.label(4, top + 10, "strong", panel.unit.isEmpty ? panel.label : "\(panel.label), \(panel.unit)")
    let marks: [(Double, String)] =
      behaviour.levels.isEmpty
      ? up.ticks.map { ($0, Figures.reading($0)) }
      : behaviour.levels.enumerated().map { (Double($0.offset), $0.element) }
    for (value, text) in marks {
      page.line(Self.left, up.pixel(value), Self.right, up.pixel(value), "grid")
      page.label(Self.left - 6, up.pixel(value) + 4, "end small soft", text)
    }
    for tick in across.ticks {
      page.line(across.pixel(tick), bottom, across.pixel(tick), bottom + 4, "axis")
      page.label(across.pixel(tick), bottom + 16, "middle small soft", Figures.reading(tick))
    }
    let example = across.pixel(panel.example)
    page.line(example, plotTop, example, bottom, "limit")
    for (points, isValidated) in runs(panel.points) {
      // A single point is drawn as a dash.
      let places = points.map { (x: across.pixel($0.x), y: up.pixel($0.y ?? 0)) }
      let drawn = places.count > 1 ? places : places.flatMap { [(x: $0.x - 3, y: $0.y), (x: $0.x + 3, y: $0.y)] }
      page.path(drawn, isValidated ? "a" : "b")
    }
    page.newline()
  }

  /// The points with a value, broken where there is none, where validity changes, and where a level does.
  private func runs(_ points: [IndexBehaviour.Point]) -> [([IndexBehaviour.Point], Bool)] {
    var runs: [([IndexBehaviour.Point], Bool)] = []
    var isOpen = false
    for point in points {
      guard let y = point.y else {
        isOpen = false
        continue
      }
      let isSame = isOpen && runs[runs.count - 1].1 == point.isValidated
      if isSame, behaviour.levels.isEmpty || runs[runs.count - 1].0.last?.y == y {
        runs[runs.count - 1].0.append(point)
      } else {
        runs.append(([point], point.isValidated))
      }
      isOpen = true
    }
    return runs
  }

  /// Whether positive values span more than two powers of ten.
  private static func isWide(_ values: [Double]) -> Bool {
    guard let low = values.min(), let high = values.max() else { return false }
    return low > 0 && high / low > 100
  }
}

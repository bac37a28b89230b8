public import Domain

/// Quantities over hours and days of treatment, a panel each with two scales of time: the first day, and all of it.
public struct TreatmentPlot {
  /// One tissue: median with its band at each time.
  public struct Curve {
    let name: String
    let values: [DrawSummary]
    /// All parts at once.
    public init(name: String, values: [DrawSummary]) { (self.name, self.values) = (name, values) }
  }
  /// One quantity.
  public struct Panel {
    let label: String
    let curves: [Curve]
    /// All parts at once; at most three curves.
    public init(label: String, curves: [Curve]) { (self.label, self.curves) = (label, curves) }
  }

  private let title: String
  private let hours: [Double]
  private let panels: [Panel]
  private static let (left, middle, right, plotHeight, panelHeight) = (56.0, 290.0, 640.0, 170.0, 236.0)

  /// - Parameters:
  ///   - hours: rising from 0.
  public init(title: String, hours: [Double], panels: [Panel]) {
    (self.title, self.hours, self.panels) = (title, hours, panels)
  }

  private static let style: StaticString = """
    .ground{fill:#fff}text{font:13px sans-serif;fill:#222}.small{font-size:11px}.middle{text-anchor:middle}\
    .end{text-anchor:end}.soft{fill:#555}.strong{font-weight:600}.grid{stroke:#ddd}.zero{stroke:#777}\
    .axis{stroke:#777}.a,.b,.c{fill:none;stroke-width:2}.a{stroke:#b3372f}.b{stroke:#1f6fb2;stroke-dasharray:7 3}\
    .c{stroke:#3c7d3c;stroke-dasharray:2 3}.band-a,.band-b,.band-c{stroke:none;opacity:.14}.band-a{fill:#b3372f}\
    .band-b{fill:#1f6fb2}.band-c{fill:#3c7d3c}
    """

  /// The bytes of an SVG file.
  public func svg() -> [UInt8] {
    let height = 60 + Double(panels.count) * Self.panelHeight
    let spoken = panels.map { panel in
      panel.label + ": "
        + panel.curves.map { curve in
          "\(curve.name) from \(NumberText.reading(curve.values.first?.median ?? .nan)) to "
            + NumberText.reading(curve.values.last?.median ?? .nan)
        }.joined(separator: ", ")
    }
    return DrawingFile.bytes(
      width: 660, height: height, style: Self.style, title: title,
      description: spoken.joined(separator: ". ") + ". In the model; no advice."
    ) { page in
      page.label(8, 20, "strong", title)
      for (place, curve) in (panels.first?.curves ?? []).enumerated() {
        let x = 56 + Double(place) * 110
        page.line(x, 38, x + 24, 38, Self.stroke(place))
        page.label(x + 30, 42, "soft", curve.name)
      }
      page.newline()
      for (place, panel) in panels.enumerated() { draw(&page, panel, 60 + Double(place) * Self.panelHeight) }
    }
  }

  private static func stroke(_ place: Int) -> StaticString { place == 0 ? "a" : place == 1 ? "b" : "c" }
  private static func band(_ place: Int) -> StaticString {
    place == 0 ? "band-a" : place == 1 ? "band-b" : "band-c"
  }

  private func draw(_ page: inout HTMLWriter, _ panel: Panel, _ top: Double) {
    let bottom = top + 24 + Self.plotHeight
    let values = panel.curves.flatMap { $0.values.flatMap { [$0.low, $0.high, $0.median] } }
    let axis = Axis(holding: values, atLeast: -0.2...0.2, start: bottom, end: top + 24)
    page.label(8, top + 12, "strong", panel.label)
    for tick in axis.ticks {
      page.line(Self.left, axis.pixel(tick), Self.right, axis.pixel(tick), tick == 0 ? "zero" : "grid")
      page.label(Self.left - 6, axis.pixel(tick) + 4, "end small soft", NumberText.reading(tick))
    }
    let last = hours.last ?? 24
    window(&page, panel, axis, bottom, until: min(24, last), Self.left, Self.middle - 20, unit: "h", per: 1)
    if last > 24 {
      window(&page, panel, axis, bottom, until: last, Self.middle + 20, Self.right, unit: "d", per: 24)
    }
    page.newline()
  }

  private func window(
    _ page: inout HTMLWriter, _ panel: Panel, _ axis: Axis, _ bottom: Double, until end: Double, _ start: Double,
    _ stop: Double, unit: String, per: Double
  ) {
    let time = Axis(holding: [0, end / per], atLeast: 0...(end / per), start: start, end: stop)
    for tick in time.ticks {
      page.line(time.pixel(tick), bottom, time.pixel(tick), bottom + 4, "axis")
      page.label(time.pixel(tick), bottom + 17, "middle small soft", "\(NumberText.reading(tick)) \(unit)")
    }
    let shown = hours.indices.filter { hours[$0] <= end }
    for (place, curve) in panel.curves.enumerated() {
      let points = shown.filter { curve.values[$0].median.isFinite }
      guard !points.isEmpty else { continue }
      func line(_ value: (DrawSummary) -> Double) -> [(x: Double, y: Double)] {
        points.map { (x: time.pixel(hours[$0] / per), y: axis.pixel(value(curve.values[$0]))) }
      }
      page.path(line(\.high) + line(\.low).reversed(), closed: true, Self.band(place))
      page.path(line(\.median), Self.stroke(place))
    }
  }
}

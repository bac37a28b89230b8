import Mechanism
import Report

/// Measured facts below one another: what the sample says, in standard deviations from what was measured. A dot and a
/// bar for the median and the 5th to the 95th centile, on a tint for two deviations either way.
struct FactPlot {
  let title: String
  let facts: [FactResult]
  private static let (rowHeight, left, right, top) = (18.0, 190.0, 388.0, 44.0)
  /// What is further off is drawn at the edge.
  private static let edge = 8.0

  func svg() -> [UInt8] {
    let rows = facts.compactMap { fact in
      fact.distance(Interval(fact.values)).map { (fact: fact.fact, distance: $0) }
    }
    let shown = rows.flatMap { [$0.distance.low, $0.distance.high] }.map { max(-Self.edge, min(Self.edge, $0)) }
    let axis = Axis(holding: shown, atLeast: -4...4, start: Self.left, end: Self.right)
    let bottom = Self.top + Double(rows.count) * Self.rowHeight
    let spoken = rows.map { "\($0.fact.identifier): \($0.distance.text(Figures.fixed))" }.joined(separator: "; ")
    return DrawingFile.bytes(
      width: PlotStyle.width, height: bottom + 42, style: PlotStyle.css, title: title,
      description: "Deviations from what was measured, median and 5 to 95 %. " + spoken
    ) { page in
      page.label(4, 16, "strong", title)
      page.bar(axis.pixel(-2), Self.top, axis.pixel(2) - axis.pixel(-2), bottom - Self.top, "zone")
      page.label(axis.pixel(0), Self.top - 8, "middle small soft", "within two deviations")
      for tick in axis.ticks {
        page.line(axis.pixel(tick), Self.top, axis.pixel(tick), bottom, tick == 0 ? "zero" : "grid")
        page.label(axis.pixel(tick), bottom + 16, "middle small soft", NumberText.reading(tick))
      }
      page.label(Self.right, bottom + 34, "end small soft", "found less measured (ln), in deviations")
      page.newline()
      for (place, row) in rows.enumerated() {
        let y = Self.top + (Double(place) + 0.5) * Self.rowHeight
        page.label(Self.left - 6, y + 4, "end small", "\(row.fact.identifier) \(row.fact.comparison.readout)")
        guard row.distance.isFinite else {
          page.label(axis.pixel(0) + 6, y + 4, "small soft", "not solved")
          continue
        }
        func x(_ value: Double) -> Double { axis.pixel(max(axis.low, min(axis.high, value))) }
        page.line(x(row.distance.low), y, x(row.distance.high), y, "a")
        page.dot(x(row.distance.median), y, 4.5, "a")
        page.newline()
      }
    }
  }
}

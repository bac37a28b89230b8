import Domain
import Report

/// Posterior against prior of the parameters of one group, each on the scale on which its prior is standard normal: grey
/// bars from the 5th to the 95th centile of the prior, blue ones of the posterior with a dot at the median.
struct ParameterPlot {
  let group: String
  let parameters: [ParameterResult]
  private static let (rowHeight, left, right, top) = (15.0, 200.0, 388.0, 40.0)

  func svg() -> [UInt8] {
    let values = parameters.flatMap { [$0.standardised.low, $0.standardised.high] }
    let axis = Axis(holding: values, atLeast: -2...2, start: Self.left, end: Self.right)
    let bottom = Self.top + Double(parameters.count) * Self.rowHeight
    let end = NormalDistribution.quantile(0.95)
    let title = "Posterior against prior: \(group)"
    let spoken = parameters.map { "\($0.name): \($0.standardised.text(Figures.fixed))" }.joined(separator: "; ")
    return DrawingFile.bytes(
      width: PlotStyle.width, height: bottom + 42, style: PlotStyle.css, title: title,
      description: "Median and 5 to 95 % in standard deviations of the prior from its median. " + spoken
    ) { page in
      page.label(4, 16, "strong", title)
      page.line(Self.left, 28, Self.left + 20, 28, "prior")
      page.label(Self.left + 26, 32, "small soft", "prior")
      page.line(Self.left + 72, 28, Self.left + 92, 28, "posterior")
      page.dot(Self.left + 82, 28, 4, "a")
      page.label(Self.left + 98, 32, "small soft", "posterior")
      for tick in axis.ticks {
        page.line(axis.pixel(tick), Self.top, axis.pixel(tick), bottom, tick == 0 ? "zero" : "grid")
        page.label(axis.pixel(tick), bottom + 16, "middle small soft", NumberText.reading(tick))
      }
      page.label(Self.right, bottom + 34, "end small soft", "standard deviations of the prior")
      page.newline()
      for (place, parameter) in parameters.enumerated() {
        let y = Self.top + (Double(place) + 0.5) * Self.rowHeight
        page.label(Self.left - 6, y + 4, "end small", parameter.name)
        page.line(axis.pixel(-end), y, axis.pixel(end), y, "prior")
        page.line(axis.pixel(parameter.standardised.low), y, axis.pixel(parameter.standardised.high), y, "posterior")
        page.dot(axis.pixel(parameter.standardised.median), y, 4, "a")
        page.newline()
      }
    }
  }
}

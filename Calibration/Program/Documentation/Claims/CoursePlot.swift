import Report

/// Courses over days as curves, a panel each with its own scale: while the treatment or habit lasts, and under the inputs
/// from before; median and the 5th to the 95th centile over the ensemble.
struct CoursePlot {
  let courses: [TreatmentCourse]
  let title: String
  /// What the two curves are: while it lasts, and under the inputs from before.
  let names: (during: String, after: String)
  let axis: String
  private static let (left, right, plotHeight, panelHeight) = (44.0, 388.0, 130.0, 184.0)

  func svg() -> [UInt8] {
    let height = 34 + Double(courses.count) * Self.panelHeight + 20
    return DrawingFile.bytes(
      width: PlotStyle.width, height: height, style: PlotStyle.css,
      title: title, description: spoken
    ) { page in
      page.line(8, 14, 26, 14, "a")
      page.label(32, 18, "soft", names.during)
      page.path([(x: 196, y: 14), (x: 214, y: 14)], "b")
      page.label(220, 18, "soft", names.after)
      page.newline()
      for (place, course) in courses.enumerated() { draw(&page, course, 34 + Double(place) * Self.panelHeight) }
      page.label(
        (Self.left + Self.right) / 2, height - 4, "middle small soft", axis)
    }
  }

  /// For those who do not see it: where each course begins and ends.
  private var spoken: String {
    courses.map { course in
      "\(course.title): \(names.during), at the start \(text(course.during.first)), at the end \(text(course.during.last)); "
        + "\(names.after), at the end \(text(course.after.last))"
    }.joined(separator: ". ")
  }

  private func text(_ interval: Interval?) -> String { interval?.text(Figures.fixed) ?? "not solved" }

  /// In quarters, with nought inside.
  private static func scale(_ course: TreatmentCourse) -> (low: Int, high: Int) {
    let intervals = (course.during + course.after).filter(\.isFinite)
    let low = intervals.map(\.low).min() ?? 0
    let high = intervals.map(\.high).max() ?? 0
    return (min(-1, Int((low * 4).rounded(.down))), max(1, Int((high * 4).rounded(.up))))
  }

  private func draw(_ page: inout HTMLWriter, _ course: TreatmentCourse, _ top: Double) {
    let (low, high) = Self.scale(course)
    let (plotTop, last) = (top + 22, course.days.last ?? 1)
    func x(_ day: Double) -> Double { Self.left + day / last * (Self.right - Self.left) }
    func y(_ value: Double) -> Double {
      plotTop + (Double(high) / 4 - value) / (Double(high - low) / 4) * Self.plotHeight
    }
    page.label(4, top + 12, "strong", course.title)
    let bottom = plotTop + Self.plotHeight
    // Not more than some eight lines.
    let step = max(1, (high - low + 7) / 8)
    for line in stride(from: low / step * step, through: high, by: step) where line >= low {
      page.line(Self.left, y(Double(line) / 4), Self.right, y(Double(line) / 4), line == 0 ? "zero" : "grid")
      page.label(Self.left - 6, y(Double(line) / 4) + 4, "end small soft", Figures.fixed(Double(line) / 4))
    }
    for day in stride(from: 0.0, through: last, by: 2) {
      page.line(x(day), bottom, x(day), bottom + 4, "axis")
      page.label(x(day), bottom + 17, "middle small soft", "\(Int(day))")
    }
    curve(&page, course.during, course.days, x, y, "a")
    curve(&page, course.after, course.days, x, y, "b")
    page.newline()
  }

  private func curve(
    _ page: inout HTMLWriter, _ intervals: [Interval], _ days: [Double], _ x: (Double) -> Double,
    _ y: (Double) -> Double, _ style: StaticString
  ) {
    guard intervals.allSatisfy(\.isFinite) else { return }
    let places = days.map(x)
    let upper = zip(places, intervals).map { (x: $0, y: y($1.high)) }
    let lower = zip(places, intervals).map { (x: $0, y: y($1.low)) }
    let isFirst = style.description == "a"
    page.path(upper + lower.reversed(), closed: true, isFirst ? "band-a" : "band-b")
    page.path(zip(places, intervals).map { (x: $0, y: y($1.median)) }, style)
  }
}

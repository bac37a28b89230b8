import Engine
import Mechanism
import Report
import Statistics

/// A sweep as a curve: the readout in per cent of its largest value in the same parameter set, median and the 5th to the
/// 95th centile over the ensemble, in both variants. Above the curve, where the largest value lies.
struct SweepPlot {
  /// The same experiment in both variants.
  let responses: [SweepResponse]
  private static let (left, right, plotHeight) = (44.0, 388.0, 190.0)

  private var experiment: Experiment? { responses.first?.experiment }
  private var isOptimum: Bool { experiment?.comparison.measure == .optimum }

  private var title: [String] {
    guard let experiment else { return [] }
    let text = "\(experiment.identifier)  \(experiment.title): \(experiment.comparison.readout)"
    return PlotStyle.lines(text, limit: 52)
  }

  var height: Double { 12 + Double(title.count) * 15 + 34 + Self.plotHeight + 58 }

  /// The curves of one response: at each factor the interval over the sets that were solved throughout, in 0...1.
  static func shares(_ response: SweepResponse) -> [Interval] {
    let solved = response.readouts.filter { readouts in readouts.allSatisfy { $0.isFinite && $0 > 0 } }
    let shares = solved.map { readouts in
      let largest = readouts.max() ?? .nan
      return readouts.map { $0 / largest }
    }
    return response.factors.indices.map { place in Interval(shares.map { $0[place] }) }
  }

  /// log2 of the factor of the largest readout, over the sets that were solved throughout.
  static func optimum(_ response: SweepResponse) -> Interval {
    let solved = response.readouts.filter { readouts in readouts.allSatisfy { $0.isFinite && $0 > 0 } }
    return Interval(
      solved.map { readouts in
        let place = readouts.indices.max { readouts[$0] < readouts[$1] } ?? 0
        return logarithm(response.factors[place])
      })
  }

  private static func logarithm(_ factor: Double) -> Double { Elementary.logarithm(factor) / 0.6931471805599453 }

  func draw(_ page: inout HTMLWriter, _ top: Double) {
    guard let first = responses.first, let low = first.factors.first, let high = first.factors.last else { return }
    var y = top + 12
    for line in title {
      page.label(4, y + 10, "strong", line)
      y += 15
    }
    let (from, to) = (Self.logarithm(low), Self.logarithm(high))
    func x(_ value: Double) -> Double { Self.left + (value - from) / (to - from) * (Self.right - Self.left) }
    let plotTop = y + 34
    func height(_ share: Double) -> Double { plotTop + (1 - share) * Self.plotHeight }
    frame(&page, plotTop, x, height, (from, to))
    for response in responses {
      let isA = response.variant == "A"
      let shares = Self.shares(response)
      guard shares.allSatisfy(\.isFinite) else { continue }
      let places = response.factors.map { x(Self.logarithm($0)) }
      let upper = zip(places, shares).map { (x: $0, y: height($1.high)) }
      let lower = zip(places, shares).map { (x: $0, y: height($1.low)) }
      page.path(upper + lower.reversed(), closed: true, isA ? "band-a" : "band-b")
      page.path(zip(places, shares).map { (x: $0, y: height($1.median)) }, isA ? "a" : "b")
      if isOptimum { optimum(&page, response, y + (isA ? 8 : 22), x) }
      page.newline()
    }
  }

  private func frame(
    _ page: inout HTMLWriter, _ top: Double, _ x: (Double) -> Double, _ height: (Double) -> Double,
    _ ends: (low: Double, high: Double)
  ) {
    let bottom = top + Self.plotHeight
    for share in [0, 0.25, 0.5, 0.75, 1.0] {
      page.line(Self.left, height(share), Self.right, height(share), share == 0 ? "axis" : "grid")
      page.label(Self.left - 6, height(share) + 4, "end small soft", "\(Int(share * 100)) %")
    }
    for power in Int(ends.low.rounded(.up))...Int(ends.high.rounded(.down)) {
      let place = x(Double(power))
      page.line(place, top, place, bottom + 4, power == 0 ? "zero" : "grid")
      page.label(place, bottom + 18, "middle small soft", power < 0 ? "1/\(1 << -power)" : "\(1 << power)")
    }
    if isOptimum {
      // Both ends must lie below the top by the threshold.
      let limit = height(Elementary.power(2, -Experiment.threshold))
      page.line(Self.left, limit, Self.right, limit, "limit")
    }
    let ids = (experiment?.comparison.sweep?.identifiers ?? []).joined(separator: ", ")
    for (line, words) in PlotStyle.lines("factor on \(ids)", limit: 60).prefix(2).enumerated() {
      page.label((Self.left + Self.right) / 2, bottom + 34 + Double(line) * 13, "middle small soft", words)
    }
  }

  private func optimum(_ page: inout HTMLWriter, _ response: SweepResponse, _ y: Double, _ x: (Double) -> Double) {
    let optimum = Self.optimum(response)
    guard optimum.isFinite else { return }
    let isA = response.variant == "A"
    page.label(Self.left - 6, y + 4, "end small soft", "top")
    page.line(x(optimum.low), y, x(optimum.high), y, isA ? "a" : "b")
    let middle = x(optimum.median)
    if isA { page.dot(middle, y, 4.5, "a") } else { page.bar(middle - 4, y - 4, 8, 8, "b") }
  }
}

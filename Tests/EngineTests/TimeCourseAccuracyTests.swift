import Engine
import Foundation
import Testing

/// The integrator's order and accuracy, on problems with analytic solutions and on stiff ones with published references.
struct TimeCourseAccuracyTests {
  /// x' = x cos t, u' = -2 t u^2, y' = y (1 - y) with x = exp(sin t), u = 1 / (1 + t^2), y = 1 / (1 + 4 exp(-t)).
  private static func analytic() throws -> (model: Model, solution: [(String, (Double) -> Double)]) {
    var text = ModelText()
    text.parameters = [("x", 1), ("u", 1), ("y", 0.2)]
    text.rateRules = [("x", "x * sin(time + 1.5707963267948966)"), ("u", "-2 * time * u * u"), ("y", "y * (1 - y)")]
    let solution: [(String, (Double) -> Double)] = [
      ("x", { exp(sin($0)) }), ("u", { 1 / (1 + $0 * $0) }), ("y", { 1 / (1 + 4 * exp(-$0)) }),
    ]
    return (try Model(text), solution)
  }

  private static func error(_ options: TimeCourseOptions, times: [Double]) throws -> Double {
    let (model, solution) = try analytic()
    let program = try TimeCourseProgram(
      model: model, inputs: [], outputs: solution.map { .value($0.0) }, options: options)
    let courses = program.follow(times: times)
    #expect(courses.reports[0].status == .completed)
    var worst = 0.0
    for (id, exact) in solution {
      for (time, value) in zip(times, courses.course(id)) { worst = max(worst, abs(value - exact(time))) }
    }
    return worst
  }

  @Test("Halving the step divides the error by 2^5, at its end and, by dense output, between")
  func order() throws {
    // A tolerance that accepts everything leaves the longest step as the step.
    func errors(_ times: [Double]) throws -> [Double] {
      try [0.1, 0.05, 0.025].map { step in
        var options = TimeCourseOptions()
        options.relativeTolerance = 0.99
        options.maximumStep = step
        return try Self.error(options, times: times)
      }
    }
    let ends = try errors([4])
    let between = try errors((1...40).map { 0.0987 * Double($0) } + [4])
    for series in [ends, between] {
      #expect(series[0] < 1e-5)
      for (coarse, fine) in zip(series, series.dropFirst()) {
        #expect(log2(coarse / fine) > 4.5, "order \(log2(coarse / fine))")
      }
    }
  }

  @Test("A tighter tolerance means a smaller error, in proportion")
  func convergence() throws {
    let times = (0...50).map { 0.1 * Double($0) }
    for tolerance in [1e-4, 1e-6, 1e-8, 1e-10] {
      var options = TimeCourseOptions()
      options.relativeTolerance = tolerance
      #expect(try Self.error(options, times: times) < 10 * tolerance)
    }
  }

  /// Published: Test Set for Initial Value Problem Solvers, Mazzia and Magherini, release 2.4, problems ROBER, VDPOL and
  /// HIRES; Tests/Oracles/stiff_references.py computes them again by scipy's Radau.
  @Test("Stiff problems end at their published values")
  func stiff() throws {
    var robertson = ModelText()
    robertson.parameters = [("a", 1), ("b", 0), ("c", 0)]
    robertson.rateRules = [
      ("a", "-0.04 * a + 10000 * b * c"), ("b", "0.04 * a - 10000 * b * c - 30000000 * b * b"),
      ("c", "30000000 * b * b"),
    ]
    try check(robertson, end: 1e11, [2.083340149701255e-8, 8.333360770334713e-14, 0.9999999791665050])

    var vanDerPol = ModelText()
    vanDerPol.parameters = [("a", 2), ("b", 0)]
    vanDerPol.rateRules = [("a", "b"), ("b", "((1 - a * a) * b - a) * 1000000")]
    try check(vanDerPol, end: 2, [1.706167732170483, -0.8928097010247975])

    var hires = ModelText()
    hires.parameters = [("a", 1), ("b", 0), ("c", 0), ("d", 0), ("e", 0), ("f", 0), ("g", 0), ("h", 0.0057)]
    hires.rateRules = [
      ("a", "-1.71 * a + 0.43 * b + 8.32 * c + 0.0007"), ("b", "1.71 * a - 8.75 * b"),
      ("c", "-10.03 * c + 0.43 * d + 0.035 * e"), ("d", "8.32 * b + 1.71 * c - 1.12 * d"),
      ("e", "-1.745 * e + 0.43 * f + 0.43 * g"),
      ("f", "-280 * f * h + 0.69 * d + 1.71 * e - 0.43 * f + 0.69 * g"), ("g", "280 * f * h - 1.81 * g"),
      ("h", "-280 * f * h + 1.81 * g"),
    ]
    try check(
      hires, end: 321.8122,
      [
        7.371312573325668e-4, 1.442485726316185e-4, 5.888729740967575e-5, 1.175651343283149e-3, 2.386356198831330e-3,
        6.238968252742796e-3, 2.849998395185769e-3, 2.850001604814231e-3,
      ])
  }

  private func check(_ text: ModelText, end: Double, _ published: [Double]) throws {
    let outputs = text.rateRules.map { TimeCourseProgram.Quantity.value($0.variable) }
    let courses = try TimeCourseProgram(model: Model(text), inputs: [], outputs: outputs).follow(times: [end])
    #expect(courses.reports[0].status == .completed)
    for (output, value) in zip(outputs, published) {
      let computed = courses.course(output)[0]
      #expect(agree(computed, value, 1e-5), "\(output) at \(end): \(computed), published \(value)")
    }
  }
}

import Domain
import Pipeline

/// An index over the range of each number of an example, the others left as they are.
struct IndexBehaviour {
  /// The index at one value of an input.
  struct Point {
    let x: Double
    /// The number, or the place of the level among `levels`; nil where there is none.
    let y: Double?
    let isValidated: Bool
  }

  /// One input.
  struct Panel {
    let label, unit: String
    /// Where it is in the example.
    let example: Double
    let isLogarithmic: Bool
    let points: [Point]
  }

  /// Names of the levels that came out, from the lowest on; empty for numbers.
  let levels: [String]
  let panels: [Panel]
  /// Whether it is a syndrome, which is settled or not, and not validated or not.
  let isSyndrome: Bool

  private static let steps = 160
  /// An input whose range spans more than this factor is drawn on a logarithmic axis.
  private static let wide = 20.0
  private static let readings = ["absent", "undetermined", "present"]

  /// - Parameter words: the example, as `rheostat calc` takes it.
  /// - Throws: what reading the example throws.
  init(_ index: CalculatedIndex, _ words: [String]) throws {
    let base = try CalculatedIndex.visits(words)
    let last = base.count - 1
    var answers: [(label: String, unit: String, example: Double, isLogarithmic: Bool, sweep: [(Double, Answer)])] = []
    func sweep(
      _ label: String, _ unit: String, _ example: Double, _ range: ClosedRange<Double>, isLogarithmic: Bool,
      _ put: (inout PanelBlock, Double) -> Void
    ) {
      // The items of a score have grades and nothing between.
      let isGraded = unit == "1" && range.lowerBound == 0 && range.upperBound == 3
      let values = isGraded ? [0, 1, 2, 3] : Self.values(range, isLogarithmic)
      let sweep = values.map { value in
        var panel = base
        put(&panel, value)
        return (value, index.answer(panel[last]))
      }
      // An input that changes nothing is none.
      guard sweep.contains(where: { $0.1.text != sweep[0].1.text }) else { return }
      answers.append((label, unit, example, isLogarithmic, sweep))
    }
    let age = base.age[last]
    if age.isFinite { sweep("Age", "years", age, 1...100, isLogarithmic: false) { $0.age[last] = $1 } }
    for analyte in Analyte.allCases {
      guard let value = base[last].value(analyte) else { continue }
      let info = analyte.info
      let range = Self.range(info.plausible, around: value)
      sweep(
        info.label, info.unit, value, range,
        isLogarithmic: range.lowerBound > 0 && range.upperBound / range.lowerBound > Self.wide
      ) { panel, new in
        // What was reported moves along, in its own unit.
        panel[analyte, last].reported = info.units[Int(panel[analyte, last].unit)].reported(fromCanonical: new)
        panel[analyte, last].value = new
        // A limit of the example is a value elsewhere.
        panel[analyte, last].status = .measured
      }
    }
    levels = Self.levels(answers.flatMap { $0.sweep.map(\.1) })
    isSyndrome = answers.contains { $0.sweep.contains { $0.1.readings != nil } }
    let levels = levels
    panels = answers.map { one in
      Panel(
        label: one.label, unit: one.unit == "1" ? "" : one.unit, example: one.example, isLogarithmic: one.isLogarithmic,
        points: one.sweep.map { value, answer in
          Point(
            x: value, y: answer.level.map { Double(levels.firstIndex(of: $0) ?? 0) } ?? answer.number,
            isValidated: answer.status == "computed")
        })
    }
  }

  private typealias Answer = CalculatedIndex.Answer

  /// What is taken for an input; from a ten-thousandth of the highest on where it begins with nought and the example is far
  /// down, as for albuminuria.
  private static func range(_ plausible: ClosedRange<Double>, around example: Double) -> ClosedRange<Double> {
    let isFarDown = plausible.lowerBound == 0 && plausible.upperBound > 100 && example < plausible.upperBound / 50
    let least = plausible.upperBound / 1e4
    return isFarDown ? (example > 0 ? min(example, least) : least)...plausible.upperBound : plausible
  }

  private static func values(_ range: ClosedRange<Double>, _ isLogarithmic: Bool) -> [Double] {
    (0...steps).map { step in
      let share = Double(step) / Double(steps)
      guard isLogarithmic else { return range.lowerBound + share * (range.upperBound - range.lowerBound) }
      let (low, high) = (
        ExperimentMathBridge.logarithm(range.lowerBound), ExperimentMathBridge.logarithm(range.upperBound)
      )
      return ExperimentMathBridge.exponential(low + share * (high - low))
    }
  }

  /// Levels by their number; the readings of a syndrome from absent to present.
  private static func levels(_ answers: [Answer]) -> [String] {
    var numbers: [String: Double] = [:]
    for answer in answers {
      if let level = answer.level { numbers[level] = answer.number ?? Double(readings.firstIndex(of: level) ?? 0) }
    }
    return numbers.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }
}

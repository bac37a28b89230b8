import Domain
import Mechanism
import Report

/// What `rheostat simulate` gives.
public struct Simulation: Sendable {
  /// Whom it was done on, for people: a study number or the reference person.
  public let subject: String
  let interventions: [Intervention]
  let course: TreatmentSimulation
  /// Why the model has no answer for the patient, and what to mind.
  let cautions: [String]
  /// The structural variant of the adipose feedback; nil for half of the draws in each.
  let variant: StructuralVariant?

  /// One row a time, tissue and quantity.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    for name in ["time_h", "tissue", "quantity", "median", "low", "high", "n_draws"] { writer.text(name) }
    writer.endRow()
    for (time, hours) in course.hours.enumerated() {
      for series in course.series {
        let value = series.values[time]
        writer.number(hours)
        writer.text(series.tissue.name)
        writer.text(series.quantity.rawValue)
        for number in [value.median, value.low, value.high] { writer.number(number) }
        writer.integer(course.draws)
        writer.endRow()
      }
    }
    return writer.bytes
  }

  /// A drawing: mTORC1 and the IR index of each tissue, the first day and the whole time.
  public var svg: [UInt8] {
    TreatmentPlot(
      title: "\(subject): \(words)", hours: course.hours,
      panels: [(TreatmentSimulation.Quantity.mtorc1, "mTORC1, log2 over reference"), (.resistance, "IR index")].map {
        quantity, label in
        TreatmentPlot.Panel(
          label: label,
          curves: course.series.filter { $0.quantity == quantity }.map {
            TreatmentPlot.Curve(name: $0.tissue.name, values: $0.values)
          })
      }
    ).svg()
  }

  private var words: String {
    interventions.map { "\($0.label), \(NumberText.reading($0.dose)) (\($0.unit))" }.joined(separator: "; ")
  }

  /// For people: before, and at some times.
  public var text: String {
    let shown = course.hours.indices.filter { place in
      let hours = course.hours[place]
      return [0, 1, 24].contains(hours) || place == course.hours.count - 1
    }
    func column(_ text: String) -> String { String(repeating: " ", count: max(1, 22 - text.count)) + text }
    func heading(_ hours: Double) -> String {
      hours == 0 ? "before" : hours <= 48 ? "\(NumberText.reading(hours)) h" : "\(NumberText.reading(hours / 24)) d"
    }
    var lines = ["In the model, on \(subject): \(words)."]
    lines += interventions.map { "  \($0.name): \($0.meaning)" }
    lines += cautions.map { "  Mind: \($0)" }
    lines.append("")
    lines.append(String(repeating: " ", count: 18) + shown.map { column(heading(course.hours[$0])) }.joined())
    for series in course.series {
      let name = "\(series.quantity.rawValue) \(series.tissue.name)"
      let cells = shown.map { place in
        let value = series.values[place]
        return column(
          "\(NumberText.fixed(value.median, 2)) (\(NumberText.fixed(value.low, 2)) to \(NumberText.fixed(value.high, 2)))"
        )
      }
      lines.append(name + String(repeating: " ", count: max(1, 18 - name.count)) + cells.joined())
    }
    lines.append("")
    lines.append(
      "Medians with 5th and 95th centile over \(course.draws) draws"
        + (course.failed > 0 ? " (\(course.failed) had no certified state)" : "")
        + (variant.map { ", structural variant \($0.rawValue)." }
          ?? ", half in each structural variant of the adipose feedback (--variant A or B: one).")
    )
    lines.append(
      "mtorc1: log2 over the reference; ir_index: in a clamp at that time, treatment on, 0 is the reference, positive is resistant; akt, s6k: fold of before."
    )
    let floor = course.series.contains { series in
      series.quantity == .mtorc1 && series.values.contains { $0.low <= TreatmentSimulation.gone }
    }
    if floor { lines.append("mtorc1 -10: a thousandth or less of the reference is left.") }
    lines.append("Research use: what the model does, never advice.")
    return lines.joined(separator: "\n")
  }
}

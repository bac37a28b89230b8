import Domain
import Mechanism
import Report
import Store

/// What `rheostat simulate` gives.
public struct Simulation: Sendable {
  /// Whom it was done on, for people: a study number or the reference person.
  public let subject: String
  let interventions: [Intervention]
  let course: TreatmentSimulation
  /// Why the model has no answer for the patient, and what to mind.
  let cautions: [String]

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
        + (course.failed > 0 ? " (\(course.failed) had no certified state)" : "") + ". mtorc1: log2 over the reference;"
    )
    lines.append(
      "ir_index: in a clamp at that time, treatment on, 0 is the reference, positive is resistant; akt, s6k: fold of before."
    )
    let floor = course.series.contains { series in
      series.quantity == .mtorc1 && series.values.contains { $0.low <= TreatmentSimulation.gone }
    }
    if floor { lines.append("mtorc1 -10: a thousandth or less of the reference is left.") }
    lines.append("Research use: what the model does, never advice.")
    return lines.joined(separator: "\n")
  }
}

extension Commands {
  /// `rheostat simulate`.
  /// - Parameters:
  ///   - patient: study number or identifier, with the database; nil for the reference person.
  ///   - female: whether the reference person is the woman.
  public static func simulate(
    patient: String?, visit: Int?, database: String?, female: Bool, interventions: [String], hours: Double, draws: Int,
    given: GivenSettings
  ) throws -> Simulation {
    let parsed: [Intervention]
    do { parsed = try Intervention.parse(all: interventions) } catch { throw refusal(error) }
    var settings = given.settings()
    var found: PatientVisit?
    if let patient, let database {
      let store = try CohortStore(path: database, mustExist: true)
      settings = try given.settings(over: RunSettings(scoredIn: store))
      found = try PatientVisit(patient, visit: visit, store: store, settings: settings)
      try store.close()
    }
    let scorer = try ScoreStage.mechanismScorer(settings)
    do {
      let course = try scorer.simulate(
        found?.values, sex: female ? .female : .male, computedGFR: found?.computedGFR, interventions: parsed,
        hours: hours, draws: draws)
      return Simulation(
        subject: found.map { "\($0.values.visit.patientKey), visit \($0.values.visit.ordinal)" }
          ?? "the reference \(female ? "woman" : "man")", interventions: parsed, course: course,
        cautions: found.map { scorer.cautions(for: $0.values, computedGFR: $0.computedGFR) } ?? [])
    } catch {
      throw RheostatError(
        .internalError, "The model that ships with this version cannot simulate this (\(error)).",
        advice: "Please report this with the version of Rheostat.")
    }
  }

  private static func refusal(_ failure: Intervention.Failure) -> RheostatError {
    switch failure {
    case .unknown(let name):
      RheostatError(
        .usage, "There is no intervention \"\(name)\".",
        advice: "These are known: \(Intervention.all.map(\.name).joined(separator: ", ")).")
    case .dose(let name, let unit, let low, let high):
      RheostatError(
        .usage, "The dose of \(name) is a number from \(NumberText.reading(low)) to \(NumberText.reading(high)).",
        advice: "It is given in \(unit).")
    case .conflict(let first, let second):
      RheostatError(
        .usage, first == second ? "\(first) is given twice." : "\(first) and \(second) act on the same thing.",
        advice: "Simulate one after the other.")
    }
  }

  /// The interventions with their standard doses, the doses that are taken and their units, a line each.
  public static var interventions: String {
    Intervention.all.map { one in
      one.name + String(repeating: " ", count: max(1, 22 - one.name.count))
        + "\(NumberText.reading(one.standard)) (\(NumberText.reading(one.low)) to \(NumberText.reading(one.high))) "
        + "\(one.unit): \(one.meaning)"
    }.joined(separator: "\n")
  }
}

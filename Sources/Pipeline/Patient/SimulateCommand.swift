import Domain
import Mechanism
import Report
import Store

/// The structural variants of the adipose feedback: A negative, as in the review; B attenuated and positive.
public enum StructuralVariant: String, CaseIterable, Sendable {
  case a = "A"
  case b = "B"
}

extension Commands {
  /// `rheostat simulate`.
  /// - Parameters:
  ///   - patient: study number or identifier, with the database; nil for the reference person.
  ///   - female: whether the reference person is the woman.
  ///   - variant: the structural variant; nil for both.
  public static func simulate(
    patient: String?, visit: Int?, database: String?, female: Bool, interventions: [String], hours: Double, draws: Int,
    variant: StructuralVariant? = nil, given: GivenSettings
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
        hours: hours, draws: draws, variantB: variant.map { $0 == .b })
      return Simulation(
        subject: found.map { "\($0.values.visit.patientKey), visit \($0.values.visit.ordinal)" }
          ?? "the reference \(female ? "woman" : "man")", interventions: parsed, course: course,
        cautions: found.map { scorer.cautions(for: $0.values, computedGFR: $0.computedGFR) } ?? [], variant: variant)
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

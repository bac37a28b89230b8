import Domain
import Foundation
import Mechanism
import Report
import Store

/// What `rheostat explain` says of one visit, as text or JSON.
public struct Explanation: Sendable {
  let visit: VisitIdentity
  let values: PanelRow
  let provenance: [Analyte: Provenance]
  let explanation: PatientExplanation
  let settings: RunSettings

  /// For people.
  public var text: String { ExplanationText(self).text }

  /// JSON with the same content; numbers with four figures.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(ExplanationDocument(self)), as: UTF8.self)
  }
}

extension Commands {
  /// `rheostat explain`.
  public static func explain(
    _ patient: String, visit: Int?, database: String, given: GivenSettings
  ) throws -> Explanation {
    let store = try CohortStore(path: database, mustExist: true)
    let settings = try given.settings(over: RunSettings(scoredIn: store))
    let found = try PatientVisit(patient, visit: visit, store: store, settings: settings)
    let scorer = try ScoreStage.mechanismScorer(settings)
    let explanation = scorer.explain(found.values, computedGFR: found.computedGFR)
    try store.close()
    return Explanation(
      visit: found.values.visit, values: found.values, provenance: found.provenance, explanation: explanation,
      settings: settings)
  }
}

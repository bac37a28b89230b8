import Domain
import Indices
import Store

/// One visit of one patient, found by study number or identifier.
struct PatientVisit {
  /// The patient's visits as they stand in the store, with the random keys of these settings.
  let panel: PanelBlock
  /// The place of the visit in it.
  let row: Int
  let provenance: [Analyte: Provenance]

  /// - Parameters:
  ///   - visit: its number; nil for the last.
  /// - Throws: `RheostatError` 66 where there is no such patient or visit, 64 where the name means two people.
  init(_ name: String, visit: Int?, store: CohortStore, settings: RunSettings) throws {
    let number = try Commands.patient(name, in: store)
    guard var stored = try store.block(after: number - 1, kept: []) else { throw Self.none(store) }
    for row in 0..<stored.panel.count {
      stored.panel.visits[row].randomKey = Hashing.randomKey(
        seed: settings.seed, identifier: stored.identifiers[row], visit: stored.visitKeys[row])
    }
    let own = (0..<stored.panel.count).filter { stored.panel.visits[$0].patient == number }
    let visits = stored.panel.selecting(own)
    let wanted = visit ?? visits.visits.last?.ordinal
    guard let row = visits.visits.firstIndex(where: { $0.ordinal == wanted }) else {
      throw RheostatError(
        .noInput, "The patient has no visit \(visit ?? 0): there are \(visits.count).",
        advice: "Give --visit from 1 to \(visits.count), or leave it out for the last.", location: store.path)
    }
    panel = visits.withDerivedBMI()
    self.row = row
    provenance = try store.provenance(of: panel.selecting([row]))[0]
  }

  private static func none(_ store: CohortStore) -> RheostatError {
    RheostatError(
      .noInput, "The patient has no visit.", advice: "Take in their results with rheostat ingest.",
      location: store.path)
  }

  /// Labs and covariates, as the mechanism takes them.
  var values: PanelRow { panel[row] }
  /// GFR from creatinine, where there is one.
  var computedGFR: Double? { EstimatedGFR(of: values)?.value }
}

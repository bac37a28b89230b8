import Domain

/// Finds or makes the patient and the visit of each record.
///
/// Nothing of the cohort is kept in memory but the last visit seen: neighbouring records mostly share it.
final class VisitWriter {
  private var lastReference: VisitReference?
  private var lastPatient: Int64 = 0
  private var lastVisit: Int64 = 0
  private let findPatient: Statement
  private let addPatient: Statement
  private let findVisit: Statement
  private let addVisit: Statement
  private let earlier: Statement
  private let outdated: [Statement]
  private let handle: OpaquePointer
  private let path: String

  init(_ handle: OpaquePointer, path: String) throws {
    self.handle = handle
    self.path = path
    findPatient = try Statement(handle, "SELECT id FROM patient WHERE identifier = ?", path: path)
    addPatient = try Statement(handle, "INSERT INTO patient (identifier) VALUES (?) RETURNING id", path: path)
    findVisit = try Statement(
      handle, "SELECT id, day_number FROM visit WHERE patient_id = ? AND key = ?", path: path)
    addVisit = try Statement(
      handle, "INSERT INTO visit (patient_id, key, label, day_number) VALUES (?, ?, ?, ?) RETURNING id", path: path)
    // Before anything has been scored there is nothing that new data could outdate.
    let scored = try Statement(handle, "SELECT 1 FROM stage_state LIMIT 1", path: path)
    outdated =
      try scored.step()
      ? ["index_result", "phenotype", "stage_state"].map { table in
        try Statement(
          handle, "DELETE FROM \(table) WHERE visit_id IN (SELECT id FROM visit WHERE patient_id = ?)", path: path)
      } : []
    earlier = try Statement(handle, "UPDATE visit SET day_number = ?, ordinal = NULL WHERE id = ?", path: path)
  }

  /// The row number of the visit.
  func id(of reference: VisitReference) throws -> Int64 {
    if lastReference == reference { return lastVisit }
    if lastReference?.hasSamePatient(as: reference) != true { lastPatient = try patient(reference.patient) }
    lastVisit = try visit(reference, patient: lastPatient)
    lastReference = reference
    return lastVisit
  }

  private func patient(_ identifier: String) throws -> Int64 {
    findPatient.bind(1, identifier)
    defer { findPatient.reset() }
    if try findPatient.step() {
      let id = findPatient.int64(0)
      // What was said of a person holds no longer once more is read of them: it must be said again, never shown as is.
      for statement in outdated {
        statement.bind(1, id)
        try statement.run()
      }
      return id
    }
    addPatient.bind(1, identifier)
    defer { addPatient.reset() }
    _ = try addPatient.step()
    return addPatient.int64(0)
  }

  private func visit(_ reference: VisitReference, patient: Int64) throws -> Int64 {
    let day = reference.date?.dayNumber
    findVisit.bind(1, patient)
    findVisit.bind(2, reference.key)
    defer { findVisit.reset() }
    if try findVisit.step() {
      let id = findVisit.int64(0)
      // A labelled visit may span days: it counts from its first.
      if let day, day < findVisit.optionalInt(1) ?? Int.max {
        earlier.bind(1, day)
        earlier.bind(2, id)
        try earlier.run()
      }
      return id
    }
    addVisit.bind(1, patient)
    addVisit.bind(2, reference.key)
    addVisit.bind(3, reference.label)
    addVisit.bind(4, day)
    defer { addVisit.reset() }
    _ = try addVisit.step()
    return addVisit.int64(0)
  }

  /// Numbers the visits of each patient with new ones by date, then by label (labels that are numbers, by their value); the first is the
  /// baseline, from which days are counted.
  func number() throws {
    let update = try Statement(
      handle,
      """
      UPDATE visit SET ordinal = numbered.n, day = numbered.d FROM (
        SELECT id,
          row_number() OVER (
            PARTITION BY patient_id
            ORDER BY day_number IS NULL, day_number, label NOT GLOB '[0-9]*', CAST(label AS INTEGER), key) AS n,
          day_number - min(day_number) OVER (PARTITION BY patient_id) AS d
        FROM visit WHERE patient_id IN (SELECT patient_id FROM visit WHERE ordinal IS NULL)) AS numbered
      WHERE visit.id = numbered.id AND (ordinal IS NOT numbered.n OR day IS NOT numbered.d)
      """, path: path)
    try update.run()
  }
}

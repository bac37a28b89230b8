import Domain

/// What a cohort has, counted: visits, patients, kept columns.
extension CohortStore {
  /// Names of the columns that mappings keep, in alphabetical order.
  public func keptColumns() throws -> [String] {
    try read { _, handle in
      let statement = try Statement(
        handle, "SELECT DISTINCT name FROM attribute WHERE kind = 'kept' ORDER BY name", path: path)
      var names: [String] = []
      while try statement.step() { names.append(statement.string(0)) }
      // The names become file names and columns.
      for name in names where name.utf8.count > 32 || !name.utf8.allSatisfy(Self.isNameByte) {
        throw StoreFailure.impossible("the name of a kept column is not one", path)
      }
      return names
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
  }

  /// How many different values a kept column has, counted up to a limit.
  public func keptLevels(_ name: String, atMost limit: Int) throws -> Int {
    try read { _, handle in
      let statement = try Statement(
        handle,
        "SELECT count(*) FROM (SELECT DISTINCT value FROM attribute WHERE kind = 'kept' AND name = ? LIMIT ?)",
        path: path)
      statement.bind(1, name)
      statement.bind(2, limit)
      return try statement.step() ? statement.int(0) : 0
    }
  }

  /// The number of visits.
  public func visitCount() throws -> Int { try count("SELECT count(*) FROM visit") }
  /// The number of patients with two visits on one day, as when one file labels its visits and another only dates them:
  /// the labs of such visits do not meet.
  public func patientsWithVisitsOnOneDay() throws -> Int {
    try count(
      "SELECT count(DISTINCT patient_id) FROM (SELECT patient_id FROM visit WHERE day_number IS NOT NULL "
        + "GROUP BY patient_id, day_number HAVING count(*) > 1)")
  }
  /// The number of patients of whom visits say different things that do not change: sex or ethnicity.
  public func patientsWithContradictions() throws -> Int {
    func differs(_ name: String) -> String {
      "min(CASE a.name WHEN '\(name)' THEN a.value END) <> max(CASE a.name WHEN '\(name)' THEN a.value END)"
    }
    // Visits outside: their index has them by patient, so that nothing is sorted.
    return try count(
      "SELECT count(*) FROM (SELECT 1 FROM visit v CROSS JOIN attribute a ON a.visit_id = v.id AND a.kind = 'covariate' "
        + "AND a.name IN ('sex', 'ethnicity') GROUP BY v.patient_id HAVING \(differs("sex")) OR \(differs("ethnicity")))"
    )
  }
  /// The number of patients.
  public func patientCount() throws -> Int { try count("SELECT count(*) FROM patient") }

  func count(_ sql: String) throws -> Int {
    try read { _, handle in
      let statement = try Statement(handle, sql, path: path)
      return try statement.step() ? statement.int(0) : 0
    }
  }
}

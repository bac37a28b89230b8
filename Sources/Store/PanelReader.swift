import Domain

/// A block of visits as it stands in the store, with what only the private folder may show.
public struct StoredBlock: Sendable {
  /// Labs and covariates; random keys are 0 until the pipeline sets them.
  public var panel: PanelBlock
  /// Identifiers as in the files, by visit.
  public var identifiers: [String]
  /// Dates of the visits as `2024-03-01`; empty where there is none.
  public var dates: [String]
  /// Keys of the visits, as in the files.
  public var visitKeys: [String]
  /// Kept columns by visit, in the order of `keptColumns()`.
  public var kept: [[String]]
}

/// The names that stand in the tables of results and attributes.
private enum Names {
  static let analytes = NameTable(AnalyteInfo.all.map(\.name))
  /// By analyte.
  static let units = AnalyteInfo.all.map { NameTable($0.units.map(\.unit)) }
  static let covariates = NameTable(Covariate.allCases.map(\.rawValue))
  /// By covariate.
  static let codes = Covariate.allCases.map { NameTable($0.codes) }
  static let kinds = NameTable(["covariate", "age", "egfr_equation"])
  static let (covariate, age, equation) = (0, 1, 2)
}

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
  /// The number of patients.
  public func patientCount() throws -> Int { try count("SELECT count(*) FROM patient") }

  func count(_ sql: String) throws -> Int {
    try read { _, handle in
      let statement = try Statement(handle, sql, path: path)
      return try statement.step() ? statement.int(0) : 0
    }
  }

  /// The next block of whole patients after a study number, or nil at the end of the cohort.
  ///
  /// A patient's visits stand together in order and are never split between blocks.
  public func block(after patient: Int64, kept keptNames: [String]) throws -> StoredBlock? {
    try read { _, handle in
      guard let last = try lastPatient(handle, after: patient) else { return nil }
      guard last > patient else { throw StoreFailure.impossible("a visit has no study number", path) }
      var identities: [VisitIdentity] = []
      var identifiers: [String] = []
      var keys: [String] = []
      var dates: [String] = []
      let range = "v.patient_id > \(patient) AND v.patient_id <= \(last)"
      let visits = try Statement(
        handle,
        "SELECT v.id, v.patient_id, v.ordinal, v.day, v.key, p.identifier, v.day_number FROM visit v JOIN patient p "
          + "ON p.id = v.patient_id WHERE \(range) ORDER BY v.patient_id, v.ordinal", path: path)
      while try visits.step() {
        identities.append(
          VisitIdentity(
            row: visits.int64(0), patient: visits.int64(1), ordinal: try visits.int(2, in: 1...1_000_000),
            day: visits.isNull(3) ? nil : try visits.int(3, in: 0...200_000), randomKey: 0))
        keys.append(visits.string(4))
        identifiers.append(visits.string(5))
        let day = visits.isNull(6) ? nil : try visits.int(6, in: -100_000...100_000)
        dates.append(day.flatMap { CivilDate(dayNumber: $0) }?.iso ?? "")
      }
      var panel = PanelBlock(visits: identities)
      var kept = Array(repeating: Array(repeating: "", count: keptNames.count), count: identities.count)
      try readLabs(handle, range: range, into: &panel)
      try readAttributes(handle, range: range, into: &panel, keptNames: keptNames, kept: &kept)
      shareLastingTraits(&panel)
      return StoredBlock(panel: panel, identifiers: identifiers, dates: dates, visitKeys: keys, kept: kept)
    }
  }

  /// The last patient of a block that begins after `patient`; nil where none is left.
  private func lastPatient(_ handle: OpaquePointer, after patient: Int64) throws -> Int64? {
    let statement = try Statement(
      handle,
      "SELECT patient_id, count(*) FROM visit WHERE patient_id > ? GROUP BY patient_id ORDER BY patient_id LIMIT ?",
      path: path)
    statement.bind(1, patient)
    statement.bind(2, PanelBlock.capacity)
    var last: Int64?
    var visits = 0
    while try statement.step() {
      visits += statement.int(1)
      if visits > PanelBlock.capacity, last != nil { break }
      last = statement.int64(0)
    }
    return last
  }

  private func readLabs(_ handle: OpaquePointer, range: String, into panel: inout PanelBlock) throws {
    let labs = try Statement(
      handle,
      "SELECT v.id, r.analyte, r.value, r.reported, r.unit, r.status FROM visit v CROSS JOIN lab_result r "
        + "ON r.visit_id = v.id WHERE \(range) ORDER BY v.patient_id, v.ordinal", path: path)
    var row = 0
    while try labs.step() {
      let visit = labs.int64(0)
      while row < panel.count, panel.visits[row].row != visit { row += 1 }
      guard row < panel.count else { throw StoreFailure.impossible("a result belongs to nobody", path) }
      guard let ordinal = labs.place(1, in: Names.analytes) else { continue }
      let analyte = Analyte.allCases[ordinal]
      guard let status = ValueStatus(rawValue: UInt8(try labs.int(5, in: 1...3))) else { continue }
      panel[analyte, row] = LabValue(
        value: labs.double(2), reported: labs.double(3),
        unit: UInt8(labs.place(4, in: Names.units[ordinal]) ?? 0), status: status)
    }
  }

  private func readAttributes(
    _ handle: OpaquePointer, range: String, into panel: inout PanelBlock, keptNames: [String], kept: inout [[String]]
  ) throws {
    let attributes = try Statement(
      handle,
      "SELECT v.id, a.kind, a.name, a.value FROM visit v CROSS JOIN attribute a ON a.visit_id = v.id "
        + "WHERE \(range) ORDER BY v.patient_id, v.ordinal", path: path)
    let keptTable = NameTable(keptNames)
    var row = 0
    while try attributes.step() {
      let visit = attributes.int64(0)
      while row < panel.count, panel.visits[row].row != visit { row += 1 }
      guard row < panel.count else { throw StoreFailure.impossible("an attribute belongs to nobody", path) }
      switch attributes.place(1, in: Names.kinds) {
      case Names.covariate:
        guard let ordinal = attributes.place(2, in: Names.covariates),
          let code = attributes.place(3, in: Names.codes[ordinal])
        else { continue }
        panel[Covariate.allCases[ordinal], row] = UInt8(code)
      case Names.age: panel.age[row] = Double(attributes.string(3)) ?? .nan
      case Names.equation: panel.egfrEquation[row] = attributes.string(3)
      default:
        if let place = attributes.place(2, in: keptTable) { kept[row][place] = attributes.string(3) }
      }
    }
  }

  /// Sex and ethnicity do not change from visit to visit: where a visit lacks them, the patient's first known ones hold.
  private func shareLastingTraits(_ panel: inout PanelBlock) {
    for covariate in [Covariate.sex, .ethnicity] {
      var start = 0
      while start < panel.count {
        var end = start
        while end < panel.count, panel.visits[end].patient == panel.visits[start].patient { end += 1 }
        if let known = (start..<end).first(where: { panel[covariate, $0] != 0 }) {
          let code = panel[covariate, known]
          for row in start..<end where panel[covariate, row] == 0 {
            panel[covariate, row] = code
          }
        }
        start = end
      }
    }
  }
}

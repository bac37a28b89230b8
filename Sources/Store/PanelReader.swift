import Domain

/// The names that stand in the tables of results and attributes.
private enum Names {
  static let analytes = NameTable(AnalyteInfo.all.map(\.name))
  /// By analyte.
  static let units = NameLists(AnalyteInfo.all.map { $0.units.map(\.unit) })
  static let covariates = NameTable(Covariate.allCases.map(\.rawValue))
  /// By covariate.
  static let codes = NameLists(Covariate.allCases.map(\.codes))
  static let kinds = NameTable(["covariate", "age", "egfr_equation"])
  static let (covariate, age, equation) = (0, 1, 2)
}

/// Labs and covariates of the cohort, block by block.
extension CohortStore {
  /// The study numbers of the next block of whole patients; nil at the end of the cohort.
  public func patients(after patient: Int64) throws -> ClosedRange<Int64>? {
    try read { _, handle in
      guard let last = try lastPatient(handle, after: patient) else { return nil }
      guard last > patient else { throw StoreFailure.impossible("a visit has no study number", path) }
      return patient + 1...last
    }
  }

  /// Labs and covariates of some patients, whose visits stand together in order. Random keys are 0.
  public func panel(of patients: ClosedRange<Int64>) throws -> PanelBlock {
    try read { _, handle in try panel(handle, of: patients) }
  }

  func panel(_ handle: OpaquePointer, of patients: ClosedRange<Int64>) throws -> PanelBlock {
    var identities: [VisitIdentity] = []
    let visits = try Statement(
      handle,
      "SELECT v.id, v.patient_id, v.ordinal, v.day FROM visit v JOIN patient p ON p.id = v.patient_id "
        + "WHERE \(Self.within(patients)) ORDER BY v.patient_id, v.ordinal", path: path)
    while try visits.step() {
      identities.append(
        VisitIdentity(
          row: visits.int64(0), patient: visits.int64(1), ordinal: try visits.int(2, in: 1...1_000_000),
          day: visits.isNull(3) ? nil : try visits.int(3, in: 0...200_000), randomKey: 0))
    }
    var panel = PanelBlock(visits: identities)
    try readLabs(handle, of: patients, into: &panel)
    try readAttributes(handle, of: patients, into: &panel)
    shareLastingTraits(&panel)
    return panel
  }

  /// The condition on `visit v`.
  static func within(_ patients: ClosedRange<Int64>) -> String {
    "v.patient_id >= \(patients.lowerBound) AND v.patient_id <= \(patients.upperBound)"
  }

  /// The row of a visit of the store, sought from the one before: rows come in the order of the visits.
  func place(of visit: Int64, in panel: PanelBlock, from start: Int) throws -> Int {
    var row = start
    while row < panel.count, panel.visits[row].row != visit { row += 1 }
    guard row < panel.count else { throw StoreFailure.impossible("a result or attribute belongs to nobody", path) }
    return row
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

  private func readLabs(_ handle: OpaquePointer, of patients: ClosedRange<Int64>, into panel: inout PanelBlock) throws {
    let labs = try Statement(
      handle,
      "SELECT v.id, r.analyte, r.value, r.reported, r.unit, r.status FROM visit v CROSS JOIN lab_result r "
        + "ON r.visit_id = v.id WHERE \(Self.within(patients)) ORDER BY v.patient_id, v.ordinal", path: path)
    var row = 0
    while try labs.step() {
      row = try place(of: labs.int64(0), in: panel, from: row)
      guard let ordinal = labs.place(1, in: Names.analytes) else { continue }
      guard let status = ValueStatus(rawValue: UInt8(try labs.int(5, in: 1...3))) else { continue }
      panel.setLab(
        LabValue(
          value: labs.double(2), reported: labs.double(3),
          unit: UInt8(labs.place(4, in: Names.units, ordinal) ?? 0), status: status), ordinal: ordinal, row: row)
    }
  }

  private func readAttributes(
    _ handle: OpaquePointer, of patients: ClosedRange<Int64>, into panel: inout PanelBlock
  ) throws {
    let attributes = try Statement(
      handle,
      "SELECT v.id, a.kind, a.name, a.value FROM visit v CROSS JOIN attribute a ON a.visit_id = v.id "
        + "AND a.kind < 'kept' WHERE \(Self.within(patients)) ORDER BY v.patient_id, v.ordinal", path: path)
    var row = 0
    while try attributes.step() {
      row = try place(of: attributes.int64(0), in: panel, from: row)
      switch attributes.place(1, in: Names.kinds) {
      case Names.covariate:
        guard let ordinal = attributes.place(2, in: Names.covariates),
          let code = attributes.place(3, in: Names.codes, ordinal)
        else { continue }
        panel.setCode(UInt8(code), ordinal: ordinal, row: row)
      case Names.age: panel.age[row] = Double(attributes.string(3)) ?? .nan
      case Names.equation: panel.egfrEquation[row] = attributes.string(3)
      default: continue
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

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

extension CohortStore {
  /// The next block of whole patients after a study number, or nil at the end of the cohort.
  ///
  /// A patient's visits stand together in order and are never split between blocks.
  public func block(after patient: Int64, kept keptNames: [String]) throws -> StoredBlock? {
    guard let patients = try patients(after: patient) else { return nil }
    return try read { _, handle in
      let panel = try panel(handle, of: patients)
      var block = StoredBlock(
        panel: panel, identifiers: [], dates: [], visitKeys: [],
        kept: Array(repeating: Array(repeating: "", count: keptNames.count), count: panel.count))
      try readTexts(handle, of: patients, into: &block)
      if !keptNames.isEmpty { try readKept(handle, of: patients, names: keptNames, into: &block) }
      return block
    }
  }

  private func readTexts(_ handle: OpaquePointer, of patients: ClosedRange<Int64>, into block: inout StoredBlock) throws
  {
    let visits = try Statement(
      handle,
      "SELECT v.id, v.key, p.identifier, v.day_number FROM visit v JOIN patient p ON p.id = v.patient_id "
        + "WHERE \(Self.within(patients)) ORDER BY v.patient_id, v.ordinal", path: path)
    var row = 0
    while try visits.step() {
      guard row < block.panel.count, block.panel.visits[row].row == visits.int64(0) else {
        throw StoreFailure.impossible("two visits of a patient have one number", path)
      }
      row += 1
      block.visitKeys.append(visits.string(1))
      block.identifiers.append(visits.string(2))
      let day = visits.isNull(3) ? nil : try visits.int(3, in: -100_000...100_000)
      block.dates.append(day.flatMap { CivilDate(dayNumber: $0) }?.iso ?? "")
    }
  }

  private func readKept(
    _ handle: OpaquePointer, of patients: ClosedRange<Int64>, names: [String], into block: inout StoredBlock
  ) throws {
    let attributes = try Statement(
      handle,
      "SELECT v.id, a.name, a.value FROM visit v CROSS JOIN attribute a ON a.visit_id = v.id AND a.kind = 'kept' "
        + "WHERE \(Self.within(patients)) ORDER BY v.patient_id, v.ordinal", path: path)
    let table = NameTable(names)
    var row = 0
    while try attributes.step() {
      row = try place(of: attributes.int64(0), in: block.panel, from: row)
      if let place = attributes.place(1, in: table) { block.kept[row][place] = attributes.string(2) }
    }
  }
}

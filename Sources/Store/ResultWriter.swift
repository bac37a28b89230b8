import Domain

/// Stores results. Of two results of one analyte at one visit the last one read stands: the same value again is a
/// duplicate, another value supersedes the earlier; the one that gives way is set aside with its reason.
final class ResultWriter {
  private let insert: Statement
  private let find: Statement
  private let replace: Statement
  private let moveAside: Statement
  private let setAside: Statement
  private let fileID: Int64
  private let counts: Tally
  private let names: [String]

  init(_ handle: OpaquePointer, fileID: Int64, counts: Tally, path: String) throws {
    self.fileID = fileID
    self.counts = counts
    names = AnalyteInfo.all.map(\.name)
    let columns =
      "(visit_id, analyte, value, reported, unit, status, factor, raw_text, raw_unit, file_id, row, column_number)"
    let places = "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    insert = try Statement(
      handle, "INSERT INTO lab_result \(columns) \(places) ON CONFLICT DO NOTHING RETURNING 1", path: path)
    find = try Statement(
      handle, "SELECT value, status, file_id FROM lab_result WHERE visit_id = ? AND analyte = ?", path: path)
    replace = try Statement(handle, "REPLACE INTO lab_result \(columns) \(places)", path: path)
    moveAside = try Statement(
      handle,
      "INSERT INTO set_aside (visit_id, analyte, value, reason, raw_text, raw_unit, file_id, row, column_number) "
        + "SELECT visit_id, analyte, value, 'superseded', raw_text, raw_unit, file_id, row, column_number "
        + "FROM lab_result WHERE visit_id = ? AND analyte = ?", path: path)
    setAside = try Statement(
      handle,
      "INSERT INTO set_aside (visit_id, analyte, value, reason, raw_text, raw_unit, file_id, row, column_number) "
        + "VALUES (?, ?, ?, 'duplicate', ?, ?, ?, ?, ?)", path: path)
  }

  func add(_ result: LabResult, visit: Int64) throws {
    bind(insert, result, visit)
    let isNew = try insert.step()
    insert.reset()
    if isNew {
      counts.add(fileID, .result, .accepted, "", 1)
      return
    }
    let name = names[result.analyte.ordinal]
    find.bind(1, visit)
    find.bind(2, name)
    _ = try find.step()
    let same = find.double(0) == result.value && find.int(1) == Int(result.status.rawValue)
    let earlierFile = find.int64(2)
    find.reset()
    if same {
      setAside.bind(1, visit)
      setAside.bind(2, name)
      setAside.bind(3, result.value)
      setAside.bind(4, result.rawText)
      setAside.bind(5, result.rawUnit)
      setAside.bind(6, fileID)
      setAside.bind(7, result.location.row)
      setAside.bind(8, result.location.column)
      try setAside.run()
      counts.add(fileID, .result, .setAside, "duplicate", 1)
      return
    }
    moveAside.bind(1, visit)
    moveAside.bind(2, name)
    try moveAside.run()
    bind(replace, result, visit)
    try replace.run()
    counts.add(earlierFile, .result, .accepted, "", -1)
    counts.add(earlierFile, .result, .setAside, "superseded", 1)
    counts.add(fileID, .result, .accepted, "", 1)
  }

  private func bind(_ statement: Statement, _ result: LabResult, _ visit: Int64) {
    statement.bind(1, visit)
    statement.bind(2, names[result.analyte.ordinal])
    statement.bind(3, result.value)
    statement.bind(4, result.reported)
    statement.bind(5, result.analyte.info.units[result.unitIndex].unit)
    statement.bind(6, Int(result.status.rawValue))
    statement.bind(7, result.factor)
    statement.bind(8, result.rawText)
    statement.bind(9, result.rawUnit)
    statement.bind(10, fileID)
    statement.bind(11, result.location.row)
    statement.bind(12, result.location.column)
  }
}

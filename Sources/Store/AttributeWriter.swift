import Domain

/// Stores what is known of a visit besides labs, by the same rule as results: the last one read stands.
final class AttributeWriter {
  private let find: Statement
  private let replace: Statement
  private let moveAside: Statement
  private let fileID: Int64
  private let counts: Tally

  init(_ handle: OpaquePointer, fileID: Int64, counts: Tally, path: String) throws {
    self.fileID = fileID
    self.counts = counts
    find = try Statement(
      handle, "SELECT value, file_id FROM attribute WHERE visit_id = ? AND kind = ? AND name = ?", path: path)
    let columns = "(visit_id, analyte, reason, raw_text, raw_unit, file_id, row, column_number)"
    moveAside = try Statement(
      handle,
      "INSERT INTO set_aside \(columns) SELECT visit_id, name, 'superseded', raw_text, '', file_id, row, column_number "
        + "FROM attribute WHERE visit_id = ? AND kind = ? AND name = ?", path: path)
    replace = try Statement(
      handle,
      "REPLACE INTO attribute (visit_id, kind, name, value, raw_text, file_id, row, column_number) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", path: path)
  }

  func add(_ record: AttributeRecord, visit: Int64) throws {
    let (kind, name, value) = AttributeCoding.encode(record.value)
    find.bind(1, visit)
    find.bind(2, kind)
    find.bind(3, name)
    let earlier = try find.step() ? (value: find.string(0), file: find.int64(1)) : nil
    find.reset()
    if let earlier, earlier.value == value {
      // A long file repeats them in every row: they are counted, and a list of them would hide what matters.
      counts.add(fileID, .attribute, .setAside, "duplicate", 1)
      return
    }
    if let earlier {
      moveAside.bind(1, visit)
      moveAside.bind(2, kind)
      moveAside.bind(3, name)
      try moveAside.run()
      counts.add(earlier.file, .attribute, .accepted, "", -1)
      counts.add(earlier.file, .attribute, .setAside, "superseded", 1)
    }
    replace.bind(1, visit)
    replace.bind(2, kind)
    replace.bind(3, name)
    replace.bind(4, value)
    replace.bind(5, record.rawText)
    replace.bind(6, fileID)
    replace.bind(7, record.location.row)
    replace.bind(8, record.location.column)
    try replace.run()
    counts.add(fileID, .attribute, .accepted, "", 1)
  }
}

/// Attributes as text in the table; `PanelReader` reads them back.
enum AttributeCoding {
  static func encode(_ value: AttributeValue) -> (kind: String, name: String, value: String) {
    switch value {
    case .covariate(let covariate, let code): ("covariate", covariate.rawValue, covariate.codes[Int(code)])
    case .age(let years): ("age", "age", years.description)
    case .egfrEquation(let equation): ("egfr_equation", "egfr_equation", equation)
    case .kept(let name, let value): ("kept", name, value)
    }
  }
}

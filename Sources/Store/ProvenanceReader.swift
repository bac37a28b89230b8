import Domain

extension CohortStore {
  /// The way back to its cell of every result of the block, by visit.
  public func provenance(of panel: PanelBlock) throws -> [[Analyte: Provenance]] {
    try read { _, handle in
      let statement = try Statement(
        handle,
        "SELECT r.analyte, r.file_id, r.row, r.column_number, coalesce(c.name, ''), r.raw_text, r.raw_unit, r.factor "
          + "FROM lab_result r LEFT JOIN source_column c ON c.file_id = r.file_id AND c.number = r.column_number "
          + "WHERE r.visit_id = ?", path: path)
      var all: [[Analyte: Provenance]] = []
      all.reserveCapacity(panel.count)
      for visit in panel.visits {
        statement.bind(1, Int(visit.row))
        var byAnalyte: [Analyte: Provenance] = [:]
        while try statement.step() {
          guard let analyte = Analyte(name: statement.string(0)) else { continue }
          byAnalyte[analyte] = Provenance(
            file: SourceFile.code(statement.int64(1)), row: statement.int(2), column: statement.int(3),
            columnName: statement.string(4), rawText: statement.string(5), rawUnit: statement.string(6),
            factor: statement.double(7))
        }
        statement.reset()
        all.append(byAnalyte)
      }
      return all
    }
  }
}

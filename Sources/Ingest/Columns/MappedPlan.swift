import Domain

/// The plan for a file as a mapping says it. Columns that the mapping does not name are set aside.
struct MappedPlan {
  let header: [String]
  let mapping: Mapping
  let place: String

  func plan() throws(RheostatError) -> FilePlan {
    var columns = header.map { ColumnPlan(header: $0, role: .unmapped, evidence: "not in the mapping") }
    try requireColumns()
    for entry in mapping.columns {
      guard let index = try index(of: entry) else { continue }
      guard columns[index].role == .unmapped else {
        throw fault(
          "Two entries of the mapping mean column \(index + 1) (\"\(columns[index].shownHeader)\").",
          "Take one of them out.", entry)
      }
      columns[index].role = entry.role
      columns[index].values = entry.values
      columns[index].evidence = "the mapping"
      if case .lab(let analyte) = entry.role {
        let written = entry.unit ?? HeaderName.read(header[index], isLong: false)?.unit
        columns[index].unit = FilePlan.unit(written, analyte, header: header[index])
      }
    }
    for entry in mapping.columns {
      guard let flag = entry.belowLimitColumn, let index = try index(of: entry) else { continue }
      guard let flagIndex = header.firstIndex(of: flag) else { throw absent([flag]) }
      guard [.unmapped, .ignore, .belowLimitFlag].contains(columns[flagIndex].role) else {
        throw fault("The flag column \"\(Printable.text(flag))\" has another role.", "Take that role out.", entry)
      }
      columns[flagIndex].role = .belowLimitFlag
      columns[flagIndex].evidence = "the mapping: marks values of \"\(columns[index].shownHeader)\""
      columns[index].flagColumn = flagIndex
      columns[index].flagValues = entry.belowLimitValues
    }
    let isLong = mapping.layout.map { $0 == .long } ?? columns.contains { $0.role == .analyteName }
    if isLong, let lab = columns.first(where: { if case .lab = $0.role { true } else { false } }) {
      throw RheostatError(
        .dataUnusable, "Column \"\(lab.shownHeader)\" has a wide role in a mapping for the long layout.",
        advice: "Use either analyte and value columns or one column an analyte.", location: Printable.text(mapping.name)
      )
    }
    return FilePlan(layout: isLong ? .long : .wide, columns: columns)
  }

  private func index(of entry: Mapping.Column) throws(RheostatError) -> Int? {
    guard let position = entry.position else { return header.firstIndex(of: entry.header) }
    guard position <= header.count else {
      throw fault("The mapping means column \(position), but the file has \(header.count).", "Correct `column`.", entry)
    }
    return position - 1
  }

  private func requireColumns() throws(RheostatError) {
    let missing = mapping.columns.filter { $0.position == nil && !header.contains($0.header) }.map(\.header)
    if !missing.isEmpty { throw absent(missing) }
  }

  private func absent(_ names: [String]) -> RheostatError {
    let shown = names.map { "\"\(Printable.text($0))\"" }.joined(separator: ", ")
    return RheostatError(
      .dataUnusable, "The mapping names columns that the file has not: \(shown).",
      advice: "Compare with the header of the file, or take them out of \(Printable.text(mapping.name)).",
      location: "\(place), line 1")
  }

  private func fault(_ message: String, _ advice: String, _ entry: Mapping.Column) -> RheostatError {
    RheostatError(
      .dataUnusable, message, advice: advice, location: "\(Printable.text(mapping.name)), line \(entry.line)")
  }
}

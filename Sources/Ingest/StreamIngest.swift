import Domain

/// A wide CSV table that is read row by row as it comes, each row a visit of its own: nothing of a row depends on another,
/// and a row that cannot be used is given back with the reason.
///
/// Columns are understood from their headers as in a file. Delimiter and decimal mark are the comma and the point: what a
/// file's beginning could tell is not yet there.
public final class StreamIngest {
  /// One row.
  public struct Row {
    /// The record as it came, its line end left out; with as many fields as the header: missing ones are empty, further ones
    /// left out.
    public let raw: [UInt8]
    /// Nil where the row as a whole was rejected.
    public let visit: VisitReference?
    /// Accepted values.
    public let results: [LabResult]
    /// Accepted attributes.
    public let attributes: [AttributeRecord]
    /// What was rejected, and why.
    public let problems: [Problem]
  }

  /// The header as it came.
  public let header: [UInt8]
  /// The names of its columns.
  public let columns: [String]
  private let records: RecordReader
  private let rows: RowReader
  /// Columns of a lab (from 0) whose unit is not known: each of their cells is rejected.
  private let withoutUnit: [(column: Int, analyte: Analyte)]

  /// Reads the header.
  /// - Parameters:
  ///   - descriptor: what to read from.
  ///   - pause: called whenever the source has to wait for more input: the place to hand on what has been read.
  /// - Throws: 65 where there is no header, or it is not that of a wide table; 74 where reading fails.
  public init(descriptor: Int32, pause: @escaping () throws(RheostatError) -> Void) throws(RheostatError) {
    let place = "standard input"
    records = RecordReader(
      source: DescriptorSource(descriptor: descriptor, place: place, pause: pause), delimiter: UInt8(ascii: ","),
      place: place)
    records.keepsRaw = true
    guard try records.next() else {
      throw RheostatError(
        .dataUnusable, "There is no header.", advice: "Write a CSV header first, then one visit a line.",
        location: place)
    }
    header = records.raw
    columns = records.fields.indices.map { [records] in records.text($0).trimmingBlanks() }
    let plan = try FilePlan(header: columns, mapping: nil, place: place)
    guard plan.layout == .wide else {
      throw RheostatError(
        .dataUnusable, "A long table cannot be streamed: a visit would be spread over rows.",
        advice: "Write one visit a row, or use rheostat ingest and rheostat score --db.", location: place)
    }
    let dialect = Dialect(
      delimiter: UInt8(ascii: ","), decimalMark: .point, usesQuotes: true, delimiterEvidence: "", decimalEvidence: "")
    withoutUnit = plan.columns.indices.compactMap { index in
      guard case .lab(let analyte) = plan.columns[index].role else { return nil }
      if case .known = plan.columns[index].unit { return nil }
      return (index, analyte)
    }
    rows = RowReader(plan: plan, mapping: nil, dialect: dialect, reader: records, progress: IngestProgress())
  }

  /// The next row, or nil at the end of the input. Blank lines are passed over.
  /// - Throws: 65 where the input is no text or a row has no end; 74 where reading fails; what `pause` throws.
  public func next() throws -> Row? {
    guard try records.next() else { return nil }
    var visit: VisitReference?
    var results: [LabResult] = []
    var attributes: [AttributeRecord] = []
    var problems: [Problem] = []
    try rows.readOne { item in
      switch item {
      case .visit(let reference): visit = reference
      case .result(let result): results.append(result)
      case .attribute(let record): attributes.append(record)
      case .problem(let problem): problems.append(problem)
      case .counted: break
      }
    }
    if visit != nil {
      for (column, analyte) in withoutUnit where !rows.isMissing(rows.cell(column)) {
        problems.append(
          Problem(
            code: "unit_missing", severity: .error, location: rows.location(column), analyte: analyte.name,
            message: "The header has no unit that Rheostat knows, as `glucose (mmol/L)`."))
      }
    }
    return Row(raw: aligned(), visit: visit, results: results, attributes: attributes, problems: problems)
  }

  /// The record with as many fields as the header, so that what follows stands below its own names.
  private func aligned() -> [UInt8] {
    let count = records.fields.count
    if count <= columns.count {
      return records.raw + Array(repeating: UInt8(ascii: ","), count: columns.count - count)
    }
    let fields = columns.indices.map { place -> String in
      let text = records.text(place)
      let plain = text.utf8.allSatisfy { ![UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }
      return plain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
    return Array(fields.joined(separator: ",").utf8)
  }

  /// Columns whose every value is rejected or set aside, as problems without a row: a lab without a unit, and what means
  /// nothing to Rheostat. To be asked once all rows are read.
  public func unusedColumns() throws -> [Problem] {
    var problems: [Problem] = []
    try rows.finish { item in if case .problem(let problem) = item { problems.append(problem) } }
    return problems
  }
}

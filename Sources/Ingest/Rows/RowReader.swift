import Domain

/// Goes through the rows of a file and hands on what they hold. What is common to both layouts stands here; the layouts
/// themselves are in extensions of their own.
final class RowReader {
  typealias Body = (IngestItem) throws -> Void

  let plan: FilePlan
  let mapping: Mapping?
  let reader: RecordReader
  let labs: LabReader
  let attributes: AttributeReader
  let headers: [String]
  let dateFormat: DateFormat
  var tally = Tally()
  /// The row being read.
  var row = 0
  var line = 0
  /// Cells counted without a place of their own, by column: set aside whole, or flagged below the limit.
  var columnCounts: [Int]
  /// Attribute cells that say that it is not known.
  var statedUnknown = 0
  /// Attribute cells of a long file that repeat what the row before said of the same visit.
  var repeated = 0

  private let progress: IngestProgress
  private let missing: [[UInt8]]
  private let patientColumn: Int?
  private let visitColumn: Int?
  private let dateColumn: Int?
  private var lastPatientBytes: [UInt8] = []
  private var lastPatient = ""
  private let visitCache = ByteCache<String?>()
  private let dateCache = ByteCache<CivilDate?>()
  /// Attribute cells of the row before, by column, of a long file.
  var previousCells: [[UInt8]?]
  let words = ByteCache<AnalyteWord.Meaning>()
  let unitWords: [ByteCache<Int?>]

  init(plan: FilePlan, mapping: Mapping?, dialect: Dialect, reader: RecordReader, progress: IngestProgress) {
    self.plan = plan
    self.mapping = mapping
    self.reader = reader
    self.progress = progress
    labs = LabReader(mark: dialect.decimalMark, mapping: mapping)
    attributes = AttributeReader(columns: plan.columns, mark: dialect.decimalMark)
    headers = plan.columns.map(\.header)
    dateFormat = mapping?.dateFormat ?? .iso
    missing = (mapping?.missing ?? []).map { Array($0.utf8) }
    columnCounts = Array(repeating: 0, count: plan.columns.count)
    previousCells = Array(repeating: nil, count: plan.columns.count)
    patientColumn = plan.column(.patient)
    visitColumn = plan.column(.visit)
    dateColumn = plan.column(.date)
    unitWords = Analyte.allCases.map { _ in ByteCache<Int?>() }
  }

  /// Reads the record that stands at the reader as a row of a wide table: one visit, depending on no other row.
  func readOne(_ body: Body) throws {
    row += 1
    line = reader.line
    guard let visit = try visitOfRow(body) else { return }
    try body(.visit(visit))
    try readWide(visit, body)
  }

  func run(_ body: Body) throws {
    let long = plan.layout == .long ? LongColumns(plan: plan, mapping: mapping) : nil
    var previous: VisitReference?
    var counter = ReadCounter(plan: plan, mapping: mapping)
    while try reader.next() {
      counter.record(reader)
      progress.set(counter)
      row += 1
      line = reader.line
      progress.set(rows: row)
      guard let visit = try visitOfRow(body) else { continue }
      try body(.visit(visit))
      let isNew = visit != previous
      if isNew {
        counter.visitBegan()
        progress.set(counter)
        try emitConstants(visit, body)
      }
      if let long {
        try readLong(long, visit, isNew: isNew, body)
      } else {
        try readWide(visit, body)
      }
      previous = visit
    }
    try finish(body)
  }

  /// The trimmed cell of a column.
  @inline(__always)
  func cell(_ column: Int) -> CellBytes { CellText.trimmed(reader.bytes(column)) }

  /// Whether a trimmed cell holds no value, by our words or those of the mapping.
  @inline(__always)
  func isMissing(_ cell: CellBytes) -> Bool {
    CellText.isMissing(cell) || (!missing.isEmpty && missing.contains { cell.elementsEqual($0) })
  }

  func location(_ column: Int) -> SourceLocation {
    SourceLocation(row: row, line: line, column: column + 1, columnName: headers[column])
  }

  private func emitConstants(_ visit: VisitReference, _ body: Body) throws {
    for constant in mapping?.constants ?? [] {
      try body(
        .attribute(
          AttributeRecord(
            visit: visit, value: .covariate(constant.covariate, constant.code), rawText: constant.text,
            location: SourceLocation(row: row, line: line, column: 0, columnName: "mapping: constants"))))
    }
  }

  /// Reads one attribute cell and hands on what it came to.
  func emitAttribute(_ column: Int, _ visit: VisitReference, _ body: Body) throws {
    let cell = cell(column)
    if isMissing(cell) { return }
    switch attributes.read(cell, column: column) {
    case .unknown: statedUnknown += 1
    case .accepted(let value):
      try body(
        .attribute(
          AttributeRecord(visit: visit, value: value, rawText: CellText.string(cell), location: location(column))))
    case .rejected(let code, let expected, let message):
      try body(.counted(.attribute, .rejected, reason: code, count: 1))
      try body(
        .problem(
          Problem(
            code: code, severity: .error, location: location(column), patient: visit.patient,
            analyte: plan.columns[column].role.word, expected: expected,
            actual: Printable.text(CellText.string(cell)), message: message)))
    }
  }

  /// Reads one laboratory cell in a known unit and hands on what it came to.
  func emitResult(
    _ cell: CellBytes, _ analyte: Analyte, unit: Int, unitText: String, isFlagged: Bool, column: Int,
    visit: VisitReference, _ body: Body
  ) throws {
    switch labs.read(cell, analyte, unit: unit, isFlagged: isFlagged) {
    case .accepted(let value, let reported, let status, let factor):
      if isFlagged { columnCounts[column] += 1 }
      try body(
        .result(
          LabResult(
            visit: visit, analyte: analyte, value: value, reported: reported, unitIndex: unit, status: status,
            factor: factor, rawText: CellText.string(cell), rawUnit: unitText, location: location(column))))
    case .rejected(let code, let expected, let message):
      try reject(
        code, analyte, expected, actual: "\(Printable.text(CellText.string(cell))) \(unitText)", message, column, visit,
        body)
    }
  }

  func reject(
    _ code: String, _ analyte: Analyte, _ expected: String, actual: String, _ message: String, _ column: Int,
    _ visit: VisitReference, _ body: Body
  ) throws {
    try body(.counted(.result, .rejected, reason: code, count: 1))
    try body(
      .problem(
        Problem(
          code: code, severity: .error, location: location(column), patient: visit.patient, analyte: analyte.name,
          expected: expected, actual: actual, message: message)))
  }
}

extension RowReader {
  /// The visit that the row belongs to; nil where the row is set aside or rejected, which is then told.
  private func visitOfRow(_ body: Body) throws -> VisitReference? {
    if reader.fields.indices.allSatisfy({ cell($0).isEmpty }) {
      try body(.counted(.row, .setAside, reason: "empty_row", count: 1))
      return nil
    }
    guard reader.fields.count == plan.columns.count else {
      try rejectRow(
        "field_count", expected: "\(plan.columns.count) fields", actual: "\(reader.fields.count) fields",
        "The row has another number of fields than the header. Check its delimiters and quotes.", body)
      return nil
    }
    guard !reader.hasMisplacedQuote else {
      try rejectRow(
        "misplaced_quote", expected: "a delimiter after a closing quote", actual: "text after it",
        "A field goes on after its closing quote. Double the quotes that are part of the text.", body)
      return nil
    }
    guard let patientColumn, let patient = try patient(patientColumn, body) else { return nil }
    var label = ""
    if let visitColumn {
      let cell = cell(visitColumn)
      if !isMissing(cell) {
        guard let text = visitCache.value(cell, make: { AttributeReader.plainText($0) }) else {
          try rejectRow(
            "visit_unfit", column: visitColumn, expected: "at most 200 bytes without control characters",
            actual: "\(cell.count) bytes", "The visit's label is too long or holds control characters.", body)
          return nil
        }
        label = text
      }
    }
    var date: CivilDate?
    if let dateColumn {
      let cell = cell(dateColumn)
      if !isMissing(cell) {
        guard let day = dateCache.value(cell, make: { dateFormat.read($0) }) else {
          try rejectRow(
            "date_not_understood", column: dateColumn, patient: patient,
            expected: dateFormat == .iso ? "yyyy-mm-dd" : dateFormat.rawValue,
            actual: Printable.text(CellText.string(cell)),
            "The date is not understood, so the row's visit is not known. Set `date_format` in a mapping or correct it.",
            body)
          return nil
        }
        date = day
      }
    }
    return VisitReference(patient: patient, label: label, date: date)
  }

  private func patient(_ column: Int, _ body: Body) throws -> String? {
    let cell = cell(column)
    if cell.count == lastPatientBytes.count, !cell.isEmpty, cell.elementsEqual(lastPatientBytes) { return lastPatient }
    guard !isMissing(cell) else {
      try rejectRow(
        "patient_missing", column: column, expected: "the patient's identifier", actual: CellText.string(cell),
        "The row has no patient.", body)
      return nil
    }
    guard let text = AttributeReader.plainText(cell) else {
      try rejectRow(
        "patient_unfit", column: column, expected: "at most 200 bytes without control characters",
        actual: "\(cell.count) bytes", "The patient's identifier is too long or holds control characters.", body)
      return nil
    }
    lastPatientBytes = Array(cell)
    lastPatient = text
    return text
  }

  /// Rejects the whole row, and with it every laboratory and attribute cell in it.
  private func rejectRow(
    _ code: String, column: Int? = nil, patient: String = "", expected: String, actual: String, _ message: String,
    _ body: Body
  ) throws {
    var results = 0
    var attributes = 0
    for index in 0..<min(reader.fields.count, plan.columns.count) where !isMissing(cell(index)) {
      switch plan.columns[index].role {
      case .lab, .value: results += 1
      case .age, .covariate, .keep, .egfrEquation, .method, .comment: attributes += 1
      case .ignore, .unmapped: columnCounts[index] += 1
      default: continue
      }
    }
    try body(.counted(.row, .rejected, reason: code, count: 1))
    if results > 0 { try body(.counted(.result, .rejected, reason: "row_rejected", count: results)) }
    if attributes > 0 { try body(.counted(.attribute, .rejected, reason: "row_rejected", count: attributes)) }
    let place = column.map { location($0) } ?? SourceLocation(row: row, line: line, column: 0, columnName: "")
    try body(
      .problem(
        Problem(
          code: code, severity: .error, location: place, patient: patient, expected: expected, actual: actual,
          message: message)))
  }
}

import Domain

/// The columns of a long file, and what the mapping says of its analytes.
struct LongColumns {
  let analyte: Int
  let value: Int
  let unit: Int?
  let specimen: Int?
  let method: Int?
  let fasting: Int?
  let comment: Int?
  /// Attribute columns other than fasting, and columns set aside.
  let attributes: [Int]
  let asides: [Int]
  /// Units for rows that give none, by analyte.
  var defaultUnits: [(text: String, index: Int)?]

  init?(plan: FilePlan, mapping: Mapping?) {
    guard let analyte = plan.column(.analyteName), let value = plan.column(.value) else { return nil }
    self.analyte = analyte
    self.value = value
    unit = plan.column(.unit)
    specimen = plan.column(.specimen)
    method = plan.column(.method)
    comment = plan.column(.comment)
    let fastingColumn = plan.column(.covariate(.fasting))
    fasting = fastingColumn
    attributes = plan.columns.indices.filter {
      switch plan.columns[$0].role {
      case .age, .covariate, .keep, .egfrEquation: $0 != fastingColumn
      default: false
      }
    }
    asides = plan.columns.indices.filter { [.ignore, .unmapped].contains(plan.columns[$0].role) }
    defaultUnits = Array(repeating: nil, count: Analyte.count)
    for entry in mapping?.units ?? [] {
      guard let analyte = Analyte(name: entry.code), let index = UnitSpelling.index(entry.meaning, of: analyte) else {
        continue
      }
      defaultUnits[analyte.ordinal] = (entry.meaning, index)
    }
  }
}

extension RowReader {
  /// Those that a meal changes: a fasting flag of a row says something of these alone.
  private static let mealDependent: Set<Analyte> = [.glucose, .insulin, .ffa, .triglyceride]

  /// Reads a row that holds one value.
  func readLong(_ columns: LongColumns, _ visit: VisitReference, isNew: Bool, _ body: Body) throws {
    for index in columns.asides where !isMissing(cell(index)) { columnCounts[index] += 1 }
    for index in columns.attributes {
      if isNew || differsFromBefore(index) {
        try emitAttribute(index, visit, body)
      } else if !isMissing(cell(index)) {
        repeated += 1
      }
    }
    remember(columns.attributes)
    if let comment = columns.comment, !isMissing(cell(comment)) { columnCounts[comment] += 1 }
    let value = cell(columns.value)
    guard !isMissing(value), let analyte = try analyte(columns, visit, body) else {
      for index in [columns.fasting, columns.method].compactMap({ $0 }) where !isMissing(cell(index)) {
        columnCounts[index] += 1
      }
      return
    }
    if let fasting = columns.fasting {
      if Self.mealDependent.contains(analyte) {
        try emitAttribute(fasting, visit, body)
      } else if !isMissing(cell(fasting)) {
        columnCounts[fasting] += 1
      }
    }
    try emitMethod(columns, analyte, visit, body)
    try emitValue(value, analyte, columns, visit, body)
  }

  private func emitValue(
    _ value: CellBytes, _ analyte: Analyte, _ columns: LongColumns, _ visit: VisitReference, _ body: Body
  ) throws {
    let unitCell = columns.unit.map { cell($0) }
    if let unitCell, !isMissing(unitCell) {
      let index = unitWords[analyte.ordinal].value(unitCell) { UnitSpelling.index(CellText.string($0), of: analyte) }
      let text = CellText.string(unitCell)
      guard let index else {
        try reject(
          "unit_unknown", analyte, analyte.info.units.map(\.unit).joined(separator: ", "),
          actual: Printable.text(text), "\(analyte.name) has no such unit. \(UnitSpelling.advice(analyte))",
          columns.unit ?? columns.value, visit, body)
        return
      }
      try emitResult(
        value, analyte, unit: index, unitText: text, isFlagged: false, column: columns.value, visit: visit, body)
    } else if let given = columns.defaultUnits[analyte.ordinal] {
      try emitResult(
        value, analyte, unit: given.index, unitText: given.text, isFlagged: false, column: columns.value, visit: visit,
        body)
    } else if analyte == .bmi, cell(columns.analyte).elementsEqual("bmi".utf8) {
      try emitResult(
        value, analyte, unit: 0, unitText: "kg/m2", isFlagged: false, column: columns.value, visit: visit, body)
    } else {
      tally.add(
        .result, .rejected, "unit_missing", subject: analyte.name, column: columns.value, row: row, line: line)
    }
  }

  /// The analyte of the row; nil where it is none of ours, which is then counted.
  private func analyte(_ columns: LongColumns, _ visit: VisitReference, _ body: Body) throws -> Analyte? {
    let word = cell(columns.analyte)
    let coded = plan.columns[columns.analyte].values
    let meaning = words.value(word) { bytes -> AnalyteWord.Meaning in
      if let code = coded.first(where: { bytes.elementsEqual($0.code.utf8) }) {
        return Analyte(name: code.meaning).map { .analyte($0) } ?? .ignored
      }
      return AnalyteWord.meaning(of: CellText.string(bytes))
    }
    switch meaning {
    case .analyte(let analyte): return specimenFits(analyte, columns)
    case .ignored:
      tally.add(
        .result, .setAside, "ignored_by_mapping", subject: CellText.string(word), column: columns.analyte, row: row,
        line: line)
    case .unknown:
      tally.add(
        .result, .setAside, "unknown_analyte", subject: CellText.string(word), column: columns.analyte, row: row,
        line: line)
    case .wrongCheckDigit:
      tally.add(
        .result, .rejected, "loinc_check_digit", subject: CellText.string(word), column: columns.analyte, row: row,
        line: line)
    }
    return nil
  }

  /// A quantity of the blood measured in urine is another quantity: creatinine has a urine counterpart, the rest is set
  /// aside.
  private func specimenFits(_ analyte: Analyte, _ columns: LongColumns) -> Analyte? {
    guard let specimen = columns.specimen else { return analyte }
    guard CellText.string(cell(specimen)).lowercased().contains("urin") else { return analyte }
    if analyte == .uacr || analyte == .urineCreatinine { return analyte }
    if analyte == .creatinine { return .urineCreatinine }
    tally.add(
      .result, .setAside, "urine_specimen", subject: analyte.name, column: specimen, row: row, line: line)
    return nil
  }

  /// The method of a reported eGFR is its equation; of anything else it is not used.
  private func emitMethod(
    _ columns: LongColumns, _ analyte: Analyte, _ visit: VisitReference, _ body: Body
  ) throws {
    guard let method = columns.method else { return }
    let cell = cell(method)
    if isMissing(cell) { return }
    guard analyte == .egfr, case .accepted(let value) = AttributeReader.equation(cell) else {
      columnCounts[method] += 1
      return
    }
    try body(
      .attribute(
        AttributeRecord(visit: visit, value: value, rawText: CellText.string(cell), location: location(method))))
  }

  /// Whether an attribute cell differs from the same column's in the row before.
  private func differsFromBefore(_ column: Int) -> Bool {
    !(previousCells[column]?.elementsEqual(cell(column)) ?? false)
  }

  private func remember(_ columns: [Int]) {
    for column in columns where differsFromBefore(column) { previousCells[column] = Array(cell(column)) }
  }
}

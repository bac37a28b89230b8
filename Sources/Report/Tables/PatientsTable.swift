import Domain

/// What `patients.csv` may show.
public struct TableOptions: Sendable, Equatable {
  /// Ages above this many years are written as one more (89: older people are 90); nil writes every age as it is.
  public var ageCap: Double?
  /// Adds the column `patient_id` with the identifiers given beside a block.
  public var showIdentifiers: Bool
  /// Adds the column `visit_date` with the dates given beside a block.
  public var showDates: Bool

  /// The default shows neither identifiers nor dates and caps ages at 89.
  public init(ageCap: Double? = 89, showIdentifiers: Bool = false, showDates: Bool = false) {
    self.ageCap = ageCap
    self.showIdentifiers = showIdentifiers
    self.showDates = showDates
  }
}

/// `patients.csv`, one row a patient and visit, and its codebook.
public struct PatientsTable: Sendable {
  private let columns: [TableColumn]
  private let options: TableOptions
  private var filled: [Int]
  private var rowCount = 0

  /// A table with the columns of this catalogue.
  public init(catalogue: Catalogue, showing options: TableOptions = TableOptions()) {
    columns = PatientsColumns.all(catalogue: catalogue, showing: options)
    self.options = options
    filled = Array(repeating: 0, count: columns.count)
  }

  /// The names of the columns, in order.
  public var columnNames: [String] { columns.map(\.name) + extra.map(\.name) }

  /// The header line.
  public func header() -> [UInt8] {
    var csv = CSVWriter()
    for name in columnNames { csv.text(name) }
    csv.endRow()
    return csv.bytes
  }

  /// The rows of a block; counts what is filled for the codebook.
  /// - Parameters:
  ///   - block: any number of visits.
  ///   - identifiers: one a visit, used only where the options show them.
  ///   - dates: one a visit as `2024-03-01`, used only where the options show them.
  public mutating func rows(_ block: ScoredBlock, identifiers: [String] = [], dates: [String] = []) -> [UInt8] {
    var csv = CSVWriter(capacity: block.panel.count * 1024)
    for row in 0..<block.panel.count {
      for (place, column) in columns.enumerated() {
        let field = column.field(block, row)
        csv.field(field)
        if field != .missing { filled[place] += 1 }
      }
      if options.showIdentifiers { csv.text(identifiers.at(row) ?? "") }
      if options.showDates { csv.text(dates.at(row) ?? "") }
      csv.endRow()
    }
    rowCount += block.panel.count
    return csv.bytes
  }

  /// `codebook.csv`: every column with its unit, formula, source and coding, and how many of the rows so far hold a
  /// value (`n`) or none (`missing`).
  public func codebook() -> [UInt8] {
    var csv = CSVWriter()
    for name in ["column", "label", "type", "unit", "formula", "source", "coding", "n", "missing"] { csv.text(name) }
    csv.endRow()
    for (place, column) in columns.enumerated() {
      csv.text(column.name)
      csv.text(column.label)
      csv.text(String(describing: column.type))
      csv.text(column.unit)
      csv.text(column.formula)
      csv.text(column.source)
      csv.text(column.coding)
      csv.integer(filled[place])
      csv.integer(rowCount - filled[place])
      csv.endRow()
    }
    for column in extra {
      csv.text(column.name)
      csv.text(column.label)
      csv.text("text")
      for _ in 0..<4 { csv.missing() }
      csv.integer(rowCount)
      csv.integer(0)
      csv.endRow()
    }
    return csv.bytes
  }

  private var extra: [(name: String, label: String)] {
    (options.showIdentifiers ? [("patient_id", "Identifier, shown on request")] : [])
      + (options.showDates ? [("visit_date", "Date of the visit, shown on request")] : [])
  }
}

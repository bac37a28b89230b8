import Domain

/// The columns that scoring adds to a line of input: all of `patients.csv` that is computed, under the same names and
/// written alike, and before them what became of the line.
public struct ResultColumns: Sendable {
  private let columns: [TableColumn]

  /// For the indices and syndromes of a catalogue.
  public init(catalogue: Catalogue) {
    let derived = ["egfr", "egfr_equation", "bmi"]
    columns =
      LabColumns.all(catalogue: catalogue).filter { derived.contains($0.name) }
      + PatientsColumns.indices(catalogue) + PatientsColumns.syndromes(catalogue) + MechanismColumns.all()
  }

  /// The names, to follow those of the input.
  public func header() -> [UInt8] {
    var csv = CSVWriter()
    for name in ["row_status", "row_problems"] + columns.map(\.name) { csv.text(name) }
    csv.endRow()
    return csv.bytes
  }

  /// The fields of one scored visit.
  /// - Parameters:
  ///   - block: a block of one visit.
  ///   - status: `ok`, or `partial` where a cell of the line was rejected.
  ///   - problems: what was rejected and why.
  public func row(_ block: ScoredBlock, status: String, problems: String) -> [UInt8] {
    var csv = CSVWriter(capacity: 1024)
    csv.text(status)
    csv.text(problems)
    for column in columns { csv.field(column.field(block, 0)) }
    csv.endRow()
    return csv.bytes
  }

  /// The fields of a line that could not be used.
  public func rejected(_ problems: String) -> [UInt8] {
    var csv = CSVWriter()
    csv.text("rejected")
    csv.text(problems)
    for _ in columns { csv.missing() }
    csv.endRow()
    return csv.bytes
  }
}

import Domain

/// Counts what is read: on a path of its own, before anything is decided about a row or a cell, so that the counts of
/// what was accepted, set aside and rejected can be held against it.
///
/// It knows a cell by the role of its column alone, and shares with the reading proper only what a missing cell is.
struct ReadCounter {
  private enum Kind { case result, attribute }

  private let kinds: [(column: Int, kind: Kind)]
  private let missing: [[UInt8]]
  private let constants: Int
  private(set) var rows = 0
  private(set) var results = 0
  private(set) var attributes = 0

  init(plan: FilePlan, mapping: Mapping?) {
    kinds = plan.columns.indices.compactMap { column in
      Self.kind(plan.columns[column].role).map { (column, $0) }
    }
    missing = (mapping?.missing ?? []).map { Array($0.utf8) }
    constants = mapping?.constants.count ?? 0
  }

  private static func kind(_ role: ColumnRole) -> Kind? {
    switch role {
    case .lab, .value, .ignore, .unmapped: .result
    case .age, .covariate, .keep, .egfrEquation, .method, .comment: .attribute
    case .patient, .visit, .date, .belowLimitFlag, .analyteName, .unit, .specimen: nil
    }
  }

  /// Counts a record below the header as the record reader has split it. Fields beyond the header have no column, and
  /// count as nothing.
  mutating func record(_ reader: RecordReader) {
    rows += 1
    let count = reader.fields.count
    for (column, kind) in kinds where column < count && isFilled(CellText.trimmed(reader.bytes(column))) {
      switch kind {
      case .result: results += 1
      case .attribute: attributes += 1
      }
    }
  }

  /// Counts the constants of the mapping, which stand in no cell: once for each run of rows of one visit.
  mutating func visitBegan() { attributes += constants }

  private func isFilled(_ cell: CellBytes) -> Bool {
    if CellText.isMissing(cell) { return false }
    return missing.isEmpty || !missing.contains { cell.elementsEqual($0) }
  }
}

import Domain

extension RowReader {
  /// Reads a row that holds one visit, a column a value.
  func readWide(_ visit: VisitReference, _ body: Body) throws {
    for index in plan.columns.indices {
      switch plan.columns[index].role {
      case .lab(let analyte):
        let cell = cell(index)
        if isMissing(cell) { continue }
        switch plan.columns[index].unit {
        case .known(let unit, let text):
          try emitResult(
            cell, analyte, unit: unit, unitText: text, isFlagged: isFlagged(index), column: index, visit: visit, body)
        case .missing:
          tally.add(.result, .rejected, "unit_missing", subject: analyte.name, column: index, row: row, line: line)
        case .unknown(let text):
          tally.add(
            .result, .rejected, "unit_unknown", subject: "\(analyte.name)\u{1F}\(text)", column: index, row: row,
            line: line)
        }
      case .age, .covariate, .keep, .egfrEquation: try emitAttribute(index, visit, body)
      case .ignore, .unmapped: if !isMissing(cell(index)) { columnCounts[index] += 1 }
      default: continue
      }
    }
  }

  /// Whether the column's flag says that its value stands below the limit of detection.
  private func isFlagged(_ index: Int) -> Bool {
    guard let flag = plan.columns[index].flagColumn else { return false }
    let flagCell = cell(flag)
    return plan.columns[index].flagValues.contains { CodeMatch.matches(flagCell, $0) }
  }
}

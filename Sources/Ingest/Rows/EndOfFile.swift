import Domain

extension RowReader {
  /// Tells what is told once a file: columns set aside, flags, and what was tallied.
  func finish(_ body: Body) throws {
    for index in plan.columns.indices {
      let column = plan.columns[index]
      switch column.role {
      case .unmapped:
        try setAside(
          index, "unmapped_column",
          "means nothing to Rheostat", "To use it or to pass it through, write a mapping.", body)
      case .ignore:
        try setAside(index, "ignored_by_mapping", "is ignored as the mapping says", "", body)
      case .lab where column.flagColumn != nil && columnCounts[index] > 0:
        try note(
          "below_limit_flagged", index,
          "\(columnCounts[index]) values are flagged as below the limit of detection: they are kept as the file gives them and marked as censored.",
          body)
      default: continue
      }
    }
    for entry in tally.entries {
      try body(.counted(entry.level, entry.outcome, reason: entry.reason, count: entry.count))
      try body(.problem(problem(entry)))
    }
  }

  private func setAside(_ index: Int, _ reason: String, _ why: String, _ advice: String, _ body: Body) throws {
    let count = columnCounts[index]
    if count > 0 { try body(.counted(.result, .setAside, reason: reason, count: count)) }
    try note(
      reason, index,
      "Column \(index + 1) (\"\(plan.columns[index].shownHeader)\") \(why): \(count) cells set aside.\(advice.isEmpty ? "" : " " + advice)",
      body)
  }

  private func note(_ code: String, _ index: Int, _ message: String, _ body: Body) throws {
    try body(
      .problem(
        Problem(
          code: code, severity: .note,
          location: SourceLocation(row: 0, line: 1, column: index + 1, columnName: headers[index]),
          analyte: plan.columns[index].role.word, message: message)))
  }

  private func problem(_ entry: Tally.Entry) -> Problem {
    let parts = entry.subject.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    let subject = parts.first ?? ""
    let analyte = Analyte(name: subject)
    let header = plan.columns[entry.column].shownHeader
    let shown = Printable.text(subject)
    var expected = ""
    let message: String
    switch entry.reason {
    case "unit_missing":
      expected = analyte?.info.units.map(\.unit).joined(separator: ", ") ?? ""
      message =
        plan.layout == .wide
        ? "\(entry.count) values of column \"\(header)\" have no unit. Write it into the header, as \"\(header) (\(analyte?.info.unit ?? ""))\", or give `unit` in a mapping."
        : "\(entry.count) values of \(shown) have no unit. Fill the unit column, or give \(shown) a unit under [units] in a mapping."
    case "unit_unknown":
      expected = analyte?.info.units.map(\.unit).joined(separator: ", ") ?? ""
      message =
        "\(entry.count) values of column \"\(header)\" are in a unit that \(shown) does not have. Give the right one in a mapping."
    case "unknown_analyte":
      expected = "a name, LOINC code or CDISC code of a known analyte"
      message =
        "\(entry.count) values of the analyte \"\(shown)\" set aside: it is none that Rheostat knows. If it is, say so with `values` in a mapping."
    case "ignored_by_mapping": message = "\(entry.count) values of \"\(shown)\" are ignored as the mapping says."
    case "loinc_check_digit":
      expected = "a LOINC code whose check digit is right"
      message = "\(entry.count) values carry the code \"\(shown)\", whose check digit is wrong. Correct the code."
    case "urine_specimen": message = "\(entry.count) values of \(shown) were measured in urine and are set aside."
    case "method_not_used": message = "\(entry.count) methods set aside: only that of a reported eGFR is used."
    default: message = "\(entry.count) cells of column \"\(header)\" set aside."
    }
    let severity: Severity = entry.outcome == .rejected ? .error : entry.level == .result ? .warning : .note
    return Problem(
      code: entry.reason, severity: severity,
      location: SourceLocation(
        row: entry.row, line: entry.line, column: entry.column + 1, columnName: headers[entry.column]),
      analyte: analyte?.name ?? "", expected: expected,
      actual: parts.count > 1 ? Printable.text(parts[1]) : analyte == nil ? shown : "", message: message)
  }
}

import Domain

extension RowReader {
  /// Tells what is told once a file: columns set aside, flags, and what was tallied.
  func finish(_ body: Body) throws {
    for index in plan.columns.indices {
      let column = plan.columns[index]
      switch column.role {
      case .unmapped:
        try setAside(
          index, "unmapped_column", mapping == nil ? "means nothing to Rheostat" : "is not in the mapping",
          "To use it or to pass it through, \(mapping == nil ? "write a mapping" : "add it to the mapping").", body)
      case .ignore:
        try setAside(index, "ignored_by_mapping", "is ignored as the mapping says", "", body)
      case .lab where column.flagColumn != nil && columnCounts[index] > 0:
        try note(
          "below_limit_flagged", index,
          columnCounts[index] == 1
            ? "1 value is flagged as below the limit of detection: it is kept as the file gives it and marked as censored."
            : "\(columnCounts[index]) values are flagged as below the limit of detection: they are kept as the file gives them and marked as censored.",
          body)
      case .comment: try setAsideAttributes(index, "comment", "comments are not read", body)
      case .method: try setAsideAttributes(index, "method_not_used", "only the method of a reported eGFR is used", body)
      case .covariate where columnCounts[index] > 0:
        try setAsideAttributes(
          index, "fasting_not_used", "only values that a meal changes need it: glucose, insulin, FFA and triglycerides",
          body)
      default: continue
      }
    }
    if statedUnknown > 0 {
      try body(.counted(.attribute, .setAside, reason: "stated_unknown", count: statedUnknown))
    }
    if repeated > 0 { try body(.counted(.attribute, .setAside, reason: "repeated", count: repeated)) }
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
      "Column \(index + 1) (\"\(plan.columns[index].shownHeader)\") \(why): \(Printable.count(count, "cell")) set aside.\(advice.isEmpty ? "" : " " + advice)",
      body)
  }

  private func setAsideAttributes(_ index: Int, _ reason: String, _ why: String, _ body: Body) throws {
    let count = columnCounts[index]
    if count == 0 { return }
    try body(.counted(.attribute, .setAside, reason: reason, count: count))
    try note(
      reason, index,
      "Column \(index + 1) (\"\(plan.columns[index].shownHeader)\"): \(Printable.count(count, "cell")) set aside, since \(why).",
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
    let values = Printable.count(entry.count, "value")
    let isOne = entry.count == 1
    let within = mapping == nil ? "in a mapping" : "in the mapping"
    let units = analyte.map { UnitSpelling.listed($0).map(\.unit).joined(separator: ", ") } ?? ""
    var expected = ""
    let message: String
    switch entry.reason {
    case "unit_missing":
      expected = units
      let have = isOne ? "has" : "have"
      message =
        plan.layout == .wide
        ? "\(values) of column \"\(header)\" \(have) no unit. Write it into the header, as \"\(header) (\(analyte?.info.unit ?? ""))\", or give `unit` \(within)."
        : "\(values) of \(shown) \(have) no unit. Fill the unit column, or give \(shown) a unit under [units] \(within)."
    case "unit_unknown":
      expected = units
      message =
        "\(values) of column \"\(header)\" \(isOne ? "is" : "are") in a unit that \(shown) does not have. Give the right one \(within)."
    case "unknown_analyte":
      expected = "a name, LOINC code or CDISC code of a known analyte"
      message =
        "\(values) of the analyte \"\(shown)\" set aside: it is none that Rheostat knows. If it is, say so with `values` \(within)."
    case "ignored_by_mapping":
      message = "\(values) of \"\(shown)\" \(isOne ? "is" : "are") ignored as the mapping says."
    case "loinc_check_digit":
      expected = "a LOINC code whose check digit is right"
      message =
        "\(values) \(isOne ? "carries" : "carry") the code \"\(shown)\", whose check digit is wrong. Correct the code."
    case "urine_specimen": message = "\(values) of \(shown) set aside: measured in urine."
    default: message = "\(Printable.count(entry.count, "cell")) of column \"\(header)\" set aside."
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

import Domain

/// What was found out about a file, for telling the user before anything is stored.
public struct FileDescription: Sendable, CustomStringConvertible {
  /// One column and what it was taken for.
  public struct Column: Sendable {
    /// From 1.
    public let position: Int
    /// As in the file, fit for printing.
    public let header: String
    /// A role's word as in a mapping (`glucose`, `sex`, `ignore`), or `unmapped`.
    public let meaning: String
    /// The unit as written; empty where the column has none.
    public let unit: String
    /// Why.
    public let evidence: String
  }

  /// `comma`, `semicolon` or `tab`.
  public let delimiter: String
  /// How the delimiter was found.
  public let delimiterEvidence: String
  /// `"` or `none seen`.
  public let quote: String
  /// `utf-8`, `utf-16le`, `utf-16be` or `latin1`.
  public let encoding: String
  /// Whether the file begins with one.
  public let hasByteOrderMark: Bool
  /// `.` or `,`.
  public let decimalMark: String
  /// How the decimal mark was found.
  public let decimalEvidence: String
  /// Wide or long.
  public let layout: Mapping.Layout
  /// The columns in the order of the file.
  public let columns: [Column]

  init(dialect: Dialect, source: FileSource, plan: FilePlan) {
    delimiter = Dialect.name(dialect.delimiter)
    delimiterEvidence = dialect.delimiterEvidence
    quote = dialect.usesQuotes ? "\"" : "none seen"
    encoding = source.encoding.rawValue
    hasByteOrderMark = source.hasByteOrderMark
    decimalMark = dialect.decimalMark.text
    decimalEvidence = dialect.decimalEvidence
    layout = plan.layout
    columns = plan.columns.enumerated().map { index, column in
      let unit: String
      var evidence = column.evidence
      switch column.unit {
      case .known(_, let text): unit = Printable.text(text)
      case .unknown(let text):
        unit = Printable.text(text)
        evidence += "; not a unit that Rheostat accepts here"
      case .missing:
        unit = ""
        if case .lab = column.role { evidence += "; no unit anywhere" }
      }
      return Column(
        position: index + 1, header: column.shownHeader, meaning: column.role.word, unit: unit, evidence: evidence)
    }
  }

  /// Several lines of plain text without control characters.
  public var description: String {
    var lines = [
      "delimiter \(delimiter) (\(delimiterEvidence)); quote \(quote)",
      "encoding \(encoding)\(hasByteOrderMark ? " with byte order mark" : ""); decimal mark \(decimalMark) (\(decimalEvidence))",
      "layout \(layout.rawValue), \(columns.count) columns",
    ]
    for column in columns {
      let unit = column.unit.isEmpty ? "" : " [\(column.unit)]"
      lines.append("  \(column.position) \(column.header): \(column.meaning)\(unit) (\(column.evidence))")
    }
    return lines.joined(separator: "\n")
  }
}

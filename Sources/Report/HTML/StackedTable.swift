/// Tables that become a list of records on a narrow screen. The style sheet does it with `display: block`, which takes
/// the meaning of a table away in some browsers; the roles give it back (WAI-ARIA 1.2).
extension HTMLWriter {
  /// A table with a caption and column headings.
  mutating func stackedTable(
    caption: String, columns: [StaticString], content: (inout HTMLWriter) -> Void
  ) {
    element("table", .class("stack"), .role("table")) { table in
      table.element("caption", text: caption)
      table.element("thead", .role("rowgroup")) { head in
        head.element("tr", .role("row")) { row in
          for column in columns {
            row.element("th", .literal("scope", "col"), .role("columnheader")) { $0.markup(column) }
          }
        }
      }
      table.newline()
      table.element("tbody", .role("rowgroup"), content: content)
    }
    newline()
  }

  /// A row of such a table.
  mutating func stackedRow(content: (inout HTMLWriter) -> Void) {
    element("tr", .role("row"), content: content)
    newline()
  }

  /// The heading of a row.
  mutating func rowHeading(content: (inout HTMLWriter) -> Void) {
    element("th", .literal("scope", "row"), .role("rowheader"), content: content)
  }

  /// A cell with the name of its column, which is shown on a narrow screen.
  mutating func cell(_ column: StaticString, content: (inout HTMLWriter) -> Void) {
    element("td", .label(column), .role("cell"), content: content)
  }
}

/// Table 1 for people: HTML and Markdown.
extension TableOne {
  private var title: String { "Table 1 by " + by.label.prefix(1).lowercased() + by.label.dropFirst() }

  private static let note =
    "Each patient counts once, at the baseline visit. Quartiles are R's type 7. Percentages are of those in whom the "
    + "variable is known; those in whom it is missing or not applicable are counted apart. No test of difference is made."

  /// A page with the table.
  /// - Parameter version: the version of Rheostat, for the footer.
  public func html(version: String) -> [UInt8] {
    PageShell.page(title: title, version: version) { page in
      page.element("p", .class("facts"), text: Self.note)
    } main: { page in
      page.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table 1\">\n<table>")
      page.element("caption", text: "People by group, and overall")
      page.element("thead") { page in
        page.element("tr") { page in
          page.element("th", .literal("scope", "col"), text: "Variable")
          page.element("th", .literal("scope", "col"), text: "Statistic")
          for (place, group) in groups.enumerated() {
            page.element("th", .literal("scope", "col"), .class("n")) { page in
              page.data(group)
              page.element("span", .class("small"), text: "n = \(sizes[place])")
            }
          }
        }
      }
      page.newline()
      for block in blocks { body(&page, block) }
      page.markup("</table>\n</div>\n")
    }
  }

  private func body(_ page: inout HTMLWriter, _ block: Block) {
    page.element("tbody") { page in
      let lines = lines(block)
      for (place, line) in lines.enumerated() {
        page.element("tr") { page in
          if place == 0 {
            page.element(
              "th", .literal("scope", "rowgroup"), .number("rowspan", Double(lines.count))
            ) { $0.data(block.variable.title) }
          }
          page.element("th", .literal("scope", "row"), .class("plain")) { page in
            if line.level.isEmpty { page.text(line.statistic) } else { page.data(line.level) }
          }
          for cell in line.cells { page.element("td", .class("n"), text: cell) }
        }
        page.newline()
      }
    }
  }

  /// The table in the Markdown dialect of GitHub.
  public func markdown() -> [UInt8] {
    var text = "# " + Self.escaped(title) + "\n\n" + Self.note + "\n\n"
    text += "| Variable | Statistic |" + groups.map { " " + Self.escaped($0) + " |" }.joined() + "\n"
    text += "| --- | --- |" + groups.map { _ in " ---: |" }.joined() + "\n"
    text += "| People | n |" + sizes.map { " \($0) |" }.joined() + "\n"
    for block in blocks {
      for (place, line) in lines(block).enumerated() {
        let name = place == 0 ? Self.escaped(block.variable.title) : ""
        let statistic = line.level.isEmpty ? line.statistic : Self.escaped(line.level) + ", " + line.statistic
        text += "| \(name) | \(statistic) |" + line.cells.map { " " + $0 + " |" }.joined() + "\n"
      }
    }
    text += "\nResearch use; not a medical device.\n"
    return Array(text.utf8)
  }

  /// Text in a cell of Markdown: what would be markup there is escaped, controls become blanks; the rest stays as it
  /// is, since these files are read raw, too.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (place, scalar) in scalars.enumerated() {
      let before = place > 0 ? scalars[place - 1] : nil
      let after = scalars.at(place + 1)
      switch scalar {
      case "<": result += "&lt;"
      case "&": result += after == "#" || isWord(after) ? "&amp;" : "&"
      case "_" where isWord(before) && isWord(after): result += "_"
      case ":" where after != "/" && !isWord(after): result += ":"
      // Also strikethrough, mathematics, links of addresses and emoji, which GitHub makes of bare text.
      case "|", "\\", "`", "*", "_", "[", "~", "$", ":", "@":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default:
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || HTMLEscaping.isInvisible(scalar) {
          result += " "
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// A letter or a digit: between two of them an underscore is no markup.
  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

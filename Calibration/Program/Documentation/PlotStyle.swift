/// The look of the drawings. Blue and vermilion of Okabe and Ito's palette are told apart by colour-blind readers; circles
/// and squares tell the same.
enum PlotStyle {
  static let css: StaticString = """
    text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#1a1f24}
    .ground{fill:#fff}
    .end{text-anchor:end}
    .middle{text-anchor:middle}
    .soft{fill:#4d5761}
    .small{font-size:11px}
    .strong{font-weight:600}
    .grid{stroke:#dfe4e8}
    .axis{stroke:#4d5761}
    .zero{stroke:#1a1f24;stroke-width:1.2}
    .zone{fill:#e4f1ea}
    .limit{stroke:#3c7a57;stroke-dasharray:3 2}
    line.a,path.a{stroke:#0072b2;stroke-width:3;fill:none}
    line.b,path.b{stroke:#d55e00;stroke-width:3;fill:none}
    circle.a,rect.a{fill:#0072b2}
    circle.b,rect.b{fill:#d55e00}
    path.a,path.b{stroke-width:2}
    path.b{stroke-dasharray:6 3}
    path.band-a{fill:#0072b2;fill-opacity:.22}
    path.band-b{fill:#d55e00;fill-opacity:.18}
    line.prior{stroke:#b3bcc4;stroke-width:7}
    line.posterior{stroke:#0072b2;stroke-width:3}
    """

  /// The width of all drawings, in pixels: a telephone shows them nearly as they are.
  static let width = 400.0

  /// Words broken into lines of at most so many letters.
  static func lines(_ words: String, limit: Int) -> [String] {
    var lines: [String] = []
    for word in words.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= limit {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

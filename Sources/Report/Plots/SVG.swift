/// Elements of inline SVG. Numbers go in as attributes, words as escaped text; classes are literals of the stylesheet.
extension HTMLWriter {
  /// A drawing with a name and a description for those who do not see it.
  /// - Parameter id: makes the identifiers on the page unique.
  mutating func drawing(
    width: Double, height: Double, id: Int, title: String, description: String, content: (inout HTMLWriter) -> Void
  ) {
    markup("<svg viewBox=\"0 0 ")
    text(NumberText.shortest(width))
    markup(" ")
    text(NumberText.shortest(height))
    markup("\" role=\"img\" aria-labelledby=\"t")
    text(String(id))
    markup(" d")
    text(String(id))
    markup("\">")
    element("title", .name("id", "t", id), text: title)
    element("desc", .name("id", "d", id), text: description)
    newline()
    content(&self)
    markup("</svg>\n")
  }

  /// Words at a place.
  package mutating func label(_ x: Double, _ y: Double, _ style: StaticString, _ words: String) {
    element("text", .number("x", x), .number("y", y), .class(style), text: words)
  }

  /// A straight line.
  package mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: StaticString) {
    element(
      "line", .number("x1", x1), .number("y1", y1), .number("x2", x2), .number("y2", y2), .class(style),
      content: { _ in })
  }

  /// A filled rectangle; a width below 0 counts as 0.
  package mutating func bar(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: StaticString) {
    element(
      "rect", .number("x", x), .number("y", y), .number("width", max(0, width)), .number("height", height),
      .class(style), content: { _ in })
  }

  /// A filled circle.
  package mutating func dot(_ x: Double, _ y: Double, _ radius: Double, _ style: StaticString) {
    element("circle", .number("cx", x), .number("cy", y), .number("r", radius), .class(style), content: { _ in })
  }
}

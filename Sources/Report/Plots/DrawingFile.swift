/// A drawing in a file of its own, for pages that are not HTML.
package enum DrawingFile {
  /// The bytes of an SVG file on a white ground, so that it can be read on a dark page too.
  /// - Parameters:
  ///   - width: of the coordinates, and of the picture in pixels.
  ///   - height: the same.
  ///   - style: the stylesheet; classes in it are those that the content names.
  ///   - title: a name for those who do not see it.
  ///   - description: what is to be seen, in words.
  package static func bytes(
    width: Double, height: Double, style: StaticString, title: String, description: String,
    content: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var page = HTMLWriter()
    page.element(
      "svg", .literal("xmlns", "http://www.w3.org/2000/svg"), .text("viewBox", box(width, height)),
      .number("width", width), .number("height", height), .literal("role", "img"),
      .literal("aria-labelledby", "title description")
    ) { page in
      page.newline()
      page.element("title", .literal("id", "title"), text: title)
      page.element("desc", .literal("id", "description"), text: description)
      page.newline()
      page.element("style") { $0.markup(style) }
      page.bar(0, 0, width, height, "ground")
      page.newline()
      content(&page)
    }
    page.newline()
    return page.bytes
  }

  private static func box(_ width: Double, _ height: Double) -> String {
    "0 0 \(NumberText.shortest(width)) \(NumberText.shortest(height))"
  }
}

extension HTMLWriter {
  /// Straight lines from point to point, open or, filled, as an area.
  package mutating func path(_ points: [(x: Double, y: Double)], closed: Bool = false, _ style: StaticString) {
    let words = points.map { "\(NumberText.fixed($0.x, 1)) \(NumberText.fixed($0.y, 1))" }
    let text = "M" + words.joined(separator: "L") + (closed ? "Z" : "")
    element("path", .text("d", text), .class(style), content: { _ in })
  }
}
